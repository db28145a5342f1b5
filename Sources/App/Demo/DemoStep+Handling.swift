import Complaints
import Registry

/// From the register to the answer, and what follows it.
extension [DemoStep] {
    /// Entered in the register and given to somebody; to whoever handles the complaints, where nobody is said.
    static func registered(after days: Int = 0, for person: DemoPerson? = nil) -> [DemoStep] {
        [
            DemoStep(days: days) { hand, id in _ = try await hand.register.enter(id, by: hand.author) },
            DemoStep(days: 0) { hand, id in
                let handler = try hand.officer(person ?? hand.provider.manager)
                let staff = hand.staff
                try await hand.change(id) { try $0.assign(to: handler.id, among: staff, $1) }
            },
        ]
    }

    static func entered(after days: Int = 0) -> [DemoStep] { [registered(after: days)[0]] }

    static func did(after days: Int = 0, _ measure: String) -> [DemoStep] {
        DemoStep.decide(after: days) { try $0.record(Measure(text: measure, doneOn: $1.day), $1) }
    }

    static func noted(after days: Int = 0, _ text: String) -> [DemoStep] {
        DemoStep.decide(after: days) { try $0.note(text, $1) }
    }

    static func extended(after days: Int, months: Int, _ reason: String) -> [DemoStep] {
        [
            DemoStep(days: days) { hand, id in
                let until = Extension(reason: reason, until: hand.today.adding(months: months))
                let zone = hand.provider.procedure.zone
                try await hand.change(id) { try $0.extend(until, zone: zone, $1) }
            }
        ]
    }

    static func answered(after days: Int, _ text: String, _ grievances: Grievance...) -> [DemoStep] {
        [
            DemoStep(days: days) { hand, id in
                let procedure = hand.provider.procedure
                let signatory = procedure.provider.complaintsContact
                let draft = Answer.Draft(grievances: grievances, text: text, signatory: signatory, consumer: nil)
                try await hand.change(id) { try $0.answer(draft, procedure: procedure, $1) }
            }
        ]
    }

    static func closed(after days: Int, _ reason: String) -> [DemoStep] {
        DemoStep.decide(after: days) { try $0.close(reason, $1) }
    }

    static func marked(after days: Int, _ mark: Satisfaction.Mark, _ text: String = "") -> [DemoStep] {
        DemoStep.decide(after: days) {
            try $0.recordSatisfaction(Satisfaction(mark: mark, way: .email, on: $1.day, text: text), $1)
        }
    }

    static func reopened(after days: Int, _ reason: String) -> [DemoStep] {
        DemoStep.decide(after: days) { try $0.reopen(reason, $1) }
    }

    /// Open to these alone.
    static func restricted(to people: DemoPerson..., on ground: Restriction.Ground) -> [DemoStep] {
        [
            DemoStep(days: 0) { hand, id in
                let readers = try people.map { try hand.officer($0).id }
                let staff = hand.staff
                try await hand.change(id) {
                    try $0.restrict(Restriction(ground: ground, readers: readers), among: staff, $1)
                }
            }
        ]
    }

    /// What has to go on paper is taken to the post.
    static func posted(after days: Int = 1, _ way: LetterIssue.Way, _ trace: String = "") -> [DemoStep] {
        [
            DemoStep(days: days) { hand, id in
                for letter in try await hand.register.letters(of: id) where letter.state == .paper {
                    let issue = LetterIssue(
                        letter: letter.id,
                        kind: letter.kind,
                        way: way,
                        trace: trace,
                        on: hand.today
                    )
                    try await hand.register.issue(issue, of: id, by: hand.author)
                }
            }
        ]
    }
}

/// What a mediator does with it.
extension [DemoStep] {
    static func referred(after days: Int, about subject: String) -> [DemoStep] {
        [
            DemoStep(days: days) { hand, id in
                let (procedure, today) = (hand.provider.procedure, hand.today)
                let referral = Referral(
                    byComplainant: true,
                    mediator: procedure.consumerMediator?.name ?? "",
                    on: today,
                    subject: subject,
                    replyDue: today.adding(days: 21)
                )
                try await hand.change(id) { try $0.refer(referral, procedure: procedure, $1) }
            }
        ]
    }

    static func mediatorWrote(after days: Int, _ kind: MediatorNotice.Kind, _ text: String) -> [DemoStep] {
        [
            DemoStep(days: days) { hand, id in
                let procedure = hand.provider.procedure
                let notice = MediatorNotice(kind: kind, on: hand.today, text: text)
                try await hand.change(id) { try $0.recordNotice(notice, procedure: procedure, $1) }
            }
        ]
    }

    static func toldMediator(after days: Int, _ text: String) -> [DemoStep] {
        DemoStep.decide(after: days) { try $0.reply(MediationReply(sentOn: $1.day, text: text), $1) }
    }

    static func mediated(after days: Int, _ result: MediationOutcome.Result, _ text: String) -> [DemoStep] {
        DemoStep.decide(after: days) {
            try $0.recordMediation(MediationOutcome(result: result, on: $1.day, text: text), $1)
        }
    }
}

extension Grievance {
    static func upheld(_ claim: String, _ remedy: String) -> Grievance {
        Grievance(claim: claim, outcome: .upheld, ground: "", remedy: remedy)
    }

    static func partly(_ claim: String, _ ground: String, _ remedy: String) -> Grievance {
        Grievance(claim: claim, outcome: .partiallyUpheld, ground: ground, remedy: remedy)
    }

    static func rejected(_ claim: String, _ ground: String) -> Grievance {
        Grievance(claim: claim, outcome: .rejected, ground: ground)
    }
}
