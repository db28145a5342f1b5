public import Complaints

/// A complaint as its complainant may see it: where it stands, what happens next and when, what happened, the letters
/// to them and what they wrote (R-41, S-50).
public struct FollowUpPage: Page {
    public static let template = "public/follow-up"

    /// A letter to them.
    public struct Received: Sendable {
        public let id: String
        public let subject: String
        public let text: String

        public init(id: String, subject: String, text: String) {
            self.id = id
            self.subject = subject
            self.text = text
        }
    }

    let frame: PublicFrame
    let reference: String
    let number: String?
    let standing: String
    let explanation: String
    let next: Next?
    let steps: [Step]
    let words: [Fact]
    let documents: [String]
    let additions: [Addition]
    let notice: Notice?
    let form: FollowUpForm?
    let others: [Link]
    let hasOthers: Bool
    let mediations: [Mediation]
    let token: String
    let endPath: String

    /// What happens next.
    struct Next: Sendable {
        let text: String
        /// What the provider asks for.
        let missing: [String]
        let isMissing: Bool
        let message: [String]
    }

    /// One thing that happened.
    struct Step: Sendable {
        let day: String
        let text: String
        let letters: [Letter]
    }

    /// A letter, to unfold.
    struct Letter: Sendable {
        let subject: String
        let passages: [LetterPassage]
    }

    /// One thing that they wrote.
    struct Fact: Sendable {
        let name: String
        let value: String
    }

    /// Something that they wrote here later.
    struct Addition: Sendable {
        let day: String
        let facts: [Fact]
        let names: [String]
    }

    /// What was just done, and which documents could not be taken with it.
    struct Notice: Sendable {
        let text: String
        let isShort: Bool
        let lines: [ComplaintFormPage.RefusedLine]
    }

    /// Another thing that they may do.
    struct Link: Sendable {
        let path: String
        let label: String
    }

    /// A mediator to whom they may still turn.
    struct Mediation: Sendable {
        let text: String
        let facts: [Fact]
    }

    /// - Parameters:
    ///   - letters: those that `followUp` names, oldest first.
    ///   - done: what they did just now.
    ///   - refused: documents that could not be taken with it.
    ///   - takesDocuments: whether there is room for any.
    ///   - token: bound to the session.
    ///   - hasRelay: whether letters can leave by e-mail.
    public init(
        of followUp: FollowUp,
        letters: [Received],
        done: FollowUp.Option? = nil,
        refused: [RefusedDocument] = [],
        takesDocuments: Bool = true,
        limits: DocumentLimits,
        token: String,
        hasRelay: Bool,
        procedure: Procedure,
        press: Press
    ) {
        reference = followUp.reference.description
        number = followUp.number?.description
        let asks = followUp.options.contains(.complete)
        frame = PublicFrame(
            title: press.words("follow.title", ["reference": reference]),
            provider: procedure.provider,
            in: asks ? .sent(to: Path.followUpAct(FollowUp.Option.complete.rawValue)) : .other(Path.followedCase),
            press
        )
        endPath = press.link(Path.endFollowUp)
        standing = press.words("follow.standing.\(followUp.standing.rawValue)")
        explanation = press.words("follow.standing.\(followUp.standing.rawValue).text")
        next = followUp.next.map { Next($0, of: followUp, hasRelay: hasRelay, press) }
        let byID = Dictionary(letters.map { ($0.id, $0) }) { first, _ in first }
        steps = followUp.steps.map { Step($0, byID, press) }
        words = Self.words(followUp.original, press)
        documents = followUp.original.files.map(\.name)
        additions = followUp.additions.map { Addition($0, press) }
        notice = done.map { Notice($0, refused, limits, press) }
        form = followUp.options.first { $0 == .complete }.map { option in
            FollowUpForm(
                option,
                missing: followUp.missing,
                takesDocuments: takesDocuments,
                limits: limits,
                token: token,
                version: followUp.version,
                hasRelay: hasRelay,
                press: press
            )
        }
        others = followUp.options.filter { $0 != .complete }.map { Link(to: $0, press) }
        hasOthers = !others.isEmpty
        mediations = followUp.mediations.map { Mediation($0, press) }
        self.token = token
    }

    /// What its author wrote.
    private static func words(_ original: Original, _ press: Press) -> [Fact] {
        [
            Fact(name: press.words("receipt.subject"), value: original.subject),
            Fact(name: press.words("receipt.text"), value: original.text),
            Fact(name: press.words("field.action_formation"), value: original.trainingAction),
            Fact(name: press.words("field.quand"), value: original.when ?? ""),
            Fact(name: press.words("field.demande"), value: original.expectation),
        ].filter { $0.value.nonEmpty != nil }
    }
}

extension FollowUpPage.Link {
    fileprivate init(to option: FollowUp.Option, _ press: Press) {
        path = press.link(Path.followUpAct(option.rawValue))
        label = press.words("follow.form.\(option.rawValue).heading")
    }
}

extension FollowUpPage.Next {
    init(_ next: FollowUp.Next, of followUp: FollowUp, hasRelay: Bool, _ press: Press) {
        var missing: [String] = []
        var message: [String] = []
        switch next {
        case .completion(let request):
            text = press.words("follow.next.complements")
            missing = request.missing.map { press.words("completeness.\($0.rawValue)") }
            message = request.message.lines
        case .acknowledgement(let day, _):
            let way = ReceiptPage.Acknowledgement(followUp.original, hasRelay: hasRelay)
            let written = way.isSent ? "follow.next.accuse.ecrit.envoi" : "follow.next.accuse.ecrit"
            let key = followUp.hasAcknowledgement ? written : "follow.next.accuse"
            text = press.words(key, ["date": press.long(day)])
        case .answer(let day, let isLate):
            let key = isLate ? "follow.next.reponse.retard" : "follow.next.reponse"
            text = press.words(key, ["date": press.long(day)])
        case .decision: text = press.words("follow.next.decision")
        }
        self.missing = missing
        isMissing = !missing.isEmpty
        self.message = message
    }
}

extension FollowUpPage.Step {
    init(_ step: FollowUp.Step, _ letters: [String: FollowUpPage.Received], _ press: Press) {
        day = press.long(step.at.civilDate)
        let holes = ["date": step.until.map(press.long) ?? ""]
        text = press.words("follow.step.\(step.kind.rawValue)", holes)
        self.letters = step.letters.compactMap { letters[$0] }.map { letter in
            FollowUpPage.Letter(subject: letter.subject, passages: LetterPassage.passages(of: letter.text))
        }
    }
}

extension FollowUpPage.Addition {
    init(_ addition: FollowUp.Addition, _ press: Press) {
        day = press.long(addition.at.civilDate)
        let fields = FormEntry.fields.compactMap { name in
            addition.fields[name].map { value in
                let shown = name == "vous_etes" ? press.words(Stakeholder(rawValue: value)) : value
                return FollowUpPage.Fact(name: press.words("field.\(name)"), value: shown)
            }
        }
        let text = addition.text.nonEmpty.map {
            FollowUpPage.Fact(name: press.words("follow.addition.text"), value: $0)
        }
        facts = fields + [text].compactMap(\.self)
        names = addition.documents
    }
}

extension FollowUpPage.Mediation {
    init(_ mediation: FollowUp.Mediation, _ press: Press) {
        let condition = mediation.isConditional ? ".condition" : ""
        text = press.words("follow.mediation.\(mediation.kind.rawValue)\(condition)")
        let mediator = mediation.mediator
        facts = [
            ("name", mediator.name), ("address", mediator.postalAddress), ("site", mediator.website),
            ("until", mediation.until.map(press.long) ?? ""),
        ].compactMap { key, value in
            value.nonEmpty.map { FollowUpPage.Fact(name: press.words("follow.mediation.\(key)"), value: $0) }
        }
    }
}

extension FollowUpPage.Notice {
    init(_ done: FollowUp.Option, _ refused: [RefusedDocument], _ limits: DocumentLimits, _ press: Press) {
        text = press.words("follow.done.\(done.rawValue)")
        isShort = !refused.isEmpty
        lines = refused.map { ComplaintFormPage.RefusedLine($0, "receipt.refused", limits, press) }
    }
}
