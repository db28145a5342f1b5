public import Complaints

/// Everything as it was typed, to read again before it is sent (RGAA 11.12; R-80).
public struct RecapPage: Page {
    public static let template = "public/recap"

    let frame: PublicFrame
    let action: String
    let submission: String
    let answers: [Reply]
    let documents: [ReceivedDocument]
    /// What does not come along, and what to do about it; nil where everything does.
    let refusal: Refusal?
    let refusalNotice: String?
    let hidden: [Hidden]
    let isIncomplete: Bool
    let notice: String?
    /// That no letter can reach them, where they gave an address for e-mail only and none leaves so.
    let unaddressed: String?
    let employment: EmploymentGuide?

    /// Why it was not received just now, and when it will be.
    public enum Wait: Sendable, Hashable {
        /// It came sooner after its form than any person writes.
        case tooSoon
        /// Many came from the same connection to the internet; another is taken from then on.
        case tooMany(until: Instant)
    }

    /// A question of the form and what was answered to it.
    struct Reply: Sendable {
        let question: String
        /// Nil where nothing was answered.
        let answer: String?
    }

    /// Documents that do not come along.
    struct Refusal: Sendable {
        let heading: String
        let lines: [ComplaintFormPage.RefusedLine]
        /// How many more, in words.
        let others: String?
    }

    /// A field carried along.
    struct Hidden: Sendable {
        let name: String
        let value: String
    }

    /// - Parameters:
    ///   - submission: the sealed token of the form.
    ///   - entry: what was typed; nothing wrong with it but what may be missing.
    ///   - limits: for the reasons why a document was not taken.
    ///   - wait: why it was not received, where it was sent.
    ///   - hasRelay: whether letters can leave by e-mail.
    public init(
        procedure: Procedure,
        submission: String,
        entry: FormEntry,
        limits: DocumentLimits,
        wait: Wait? = nil,
        hasRelay: Bool,
        press: Press
    ) {
        notice = wait?.words(press)
        unaddressed = !hasRelay && entry.isForEmailOnly ? press.words("recap.unaddressed") : nil
        employment = EmploymentGuide(for: entry.stakeholder, procedure, press)
        refusal = Refusal(entry, limits, press)
        let title = press.words("recap.title")
        frame = PublicFrame(
            title: refusal.map { press.words("recap.title.refused", ["heading": $0.heading]) } ?? title,
            provider: procedure.provider,
            in: .sent(to: Path.complaint),
            press
        )
        action = press.link(Path.complaint)
        self.submission = submission
        answers = FormEntry.fields.compactMap { Reply($0, entry, procedure, press) }
        documents = entry.received.map { ReceivedDocument($0, press) }
        refusalNotice = entry.refusalNotice
        isIncomplete = entry.acceptsIncomplete
        hidden = FormEntry.fields.map { Hidden(name: $0, value: entry.values[$0] ?? "") }
    }
}

extension RecapPage.Reply {
    /// Nil for what only some are asked, where nothing was said.
    fileprivate init?(_ field: String, _ entry: FormEntry, _ procedure: Procedure, _ press: Press) {
        let typed = entry.values[field]?.nonEmpty
        let isForSome = field == FormEntry.confidential || FormEntry.ofMinors.contains(field)
        if isForSome, typed == nil { return nil }
        question = press.words(field == FormEntry.confidential ? "recap.confidence" : "field.\(field)")
        answer = typed.map { typed in
            switch field {
            case "vous_etes": press.words(Stakeholder(rawValue: typed))
            case "paye_par": Payer(rawValue: typed).map { press.words("payer.\($0.rawValue)") } ?? typed
            case FormEntry.minor: press.words("recap.yes")
            case FormEntry.confidential: press.recipient(of: procedure)
            default: typed
            }
        }
    }
}

extension FormEntry {
    /// Whether an e-mail address is the only one that was given, be it the person's own or their representative's.
    fileprivate var isForEmailOnly: Bool {
        let isGiven = { (field: String) in values[field]?.nonEmpty != nil }
        return isGiven("courriel") && !isGiven("adresse") && !isGiven("representant_adresse")
    }
}

extension RecapPage.Refusal {
    init?(_ entry: FormEntry, _ limits: DocumentLimits, _ press: Press) {
        let count = entry.refused.count + entry.othersRefused
        guard count > 0 else { return nil }
        heading = press.count(count, "recap.refused.heading")
        lines = entry.refused.map { ComplaintFormPage.RefusedLine($0, "document.refused", limits, press) }
        others = entry.othersRefused == 0 ? nil : press.count(entry.othersRefused, "receipt.refused.others")
    }
}

extension RecapPage.Wait {
    fileprivate func words(_ press: Press) -> String {
        switch self {
        case .tooSoon: press.words("recap.wait.trop-tot")
        case .tooMany(let until): press.words("recap.wait.trop", ["hour": press.wholeHour(from: until)])
        }
    }
}
