import Complaints

/// Something that is done about a complaint of the demonstration.
struct DemoStep: Sendable {
    /// How many days after what was done before.
    let days: Int
    /// Who does it; nil for whoever handles the complaints.
    var person: DemoPerson?
    let act: @Sendable (DemoHand, CaseFile.ID) async throws -> Void

    /// An act by a rule that needs to know no more than the case.
    static func decide(
        after days: Int,
        _ decide: @escaping @Sendable (CaseFile, Signature) throws -> Event
    ) -> [DemoStep] {
        [DemoStep(days: days) { try await $0.change($1, decide) }]
    }
}

extension [DemoStep] {
    /// The same, done by somebody else than whoever handles the complaints.
    func by(_ person: DemoPerson) -> [DemoStep] {
        map { step in
            var step = step
            step.person = person
            return step
        }
    }
}

/// Intake: what is it, and what is missing.
extension [DemoStep] {
    static func qualified(
        after days: Int = 1,
        _ theme: Theme,
        _ consumer: ConsumerStatus = .undetermined,
        severities: [Severity] = [],
        naming implicated: [DemoPerson] = []
    ) -> [DemoStep] {
        [
            DemoStep(days: days) { hand, id in
                let named = try implicated.map { try hand.officer($0).id }
                let qualification = Qualification(
                    nature: .complaint,
                    theme: theme,
                    severities: severities,
                    consumer: consumer,
                    implicated: named
                )
                let staff = hand.staff
                try await hand.change(id) { try $0.qualify(qualification, among: staff, $1) }
            }
        ]
    }

    /// It is no complaint.
    static func judged(after days: Int = 1, _ nature: Nature, _ reason: String) -> [DemoStep] {
        DemoStep.decide(after: days) { try $0.qualify(Qualification(nature: nature, reason: reason), $1) }
    }

    static func contested(after days: Int, by person: String, _ text: String) -> [DemoStep] {
        DemoStep.decide(after: days) { try $0.contest(Contest(by: person, on: $1.day, text: text), $1) }
    }

    /// A contest is decided: it is a complaint after all.
    static func reinstated(after days: Int, _ reason: String) -> [DemoStep] {
        [
            DemoStep(days: days) { hand, id in
                let (deciders, procedure) = (Set(hand.staff.map(\.id)), hand.provider.procedure)
                let decision = ContestDecision(result: .reinstated, reason: reason)
                try await hand.change(id) {
                    try $0.decideContest(decision, among: deciders, procedure: procedure, $1)
                }
            }
        ]
    }

    static func asked(after days: Int = 1, _ message: String) -> [DemoStep] {
        [
            DemoStep(days: days) { hand, id in
                let rule = hand.provider.procedure.completeness
                try await hand.change(id) { try $0.requestCompletion(message, rule: rule, $1) }
            }
        ]
    }

    static func completed(after days: Int, _ text: String, _ fields: [String: String] = [:]) -> [DemoStep] {
        DemoStep.decide(after: days) { try $0.complete(Completion(text: text, fields: fields), $1) }
    }

    static func abandoned(after days: Int, _ reason: String) -> [DemoStep] {
        [
            DemoStep(days: days) { hand, id in
                let wait = hand.provider.procedure.completionWait
                try await hand.change(id) { try $0.abandon(reason, after: wait, $1) }
            }
        ]
    }

    static func withdrawn(after days: Int, _ reason: String) -> [DemoStep] {
        DemoStep.decide(after: days) { try $0.withdraw(reason, $1) }
    }
}
