public import Complaints

/// A mail that came, as a list shows it.
public struct MailSummary: Sendable {
    /// Which one.
    public let id: String
    /// When it was kept.
    public let keptAt: Instant
    /// Who says to have written it; empty where that is not known.
    public let person: String
    /// The subject; may be empty.
    public let subject: String
    /// What it was sorted as, and why; nil while it was not.
    public let sort: MailSort?
    public let reason: MailReason?
    /// The number or reference of the case that it is part of.
    public let dossier: String?
    /// When its words, addresses and bytes were erased; nil while they are kept.
    public let erasedAt: Instant?

    public init(
        id: String,
        keptAt: Instant,
        person: String,
        subject: String,
        sort: MailSort?,
        reason: MailReason?,
        dossier: String? = nil,
        erasedAt: Instant? = nil
    ) {
        self.id = id
        self.keptAt = keptAt
        self.person = person
        self.subject = subject
        self.sort = sort
        self.reason = reason
        self.dossier = dossier
        self.erasedAt = erasedAt
    }

    /// What it is, in words.
    func standing(_ press: Press) -> String {
        press.words(sort.map { "staff.courriels.tri.\($0.rawValue)" } ?? "staff.courriels.unsorted")
    }

    /// Why, in words; nil while it was not sorted.
    func why(_ press: Press) -> String? { reason.map { press.words("staff.courriels.pourquoi.\($0.rawValue)") } }

    /// The subject, or why there is none.
    func title(_ press: Press) -> String {
        subject.nonEmpty ?? press.words(erasedAt == nil ? "staff.courriels.subjectless" : "staff.courriels.erased")
    }
}

/// A line of a list of mails.
struct MailRow: Sendable {
    let path: String
    let at: String
    let person: String
    let subject: String
    let standing: String
    /// The case that it is part of.
    let dossierPath: String?
    let dossier: String?
    let waits: Bool

    init(_ mail: MailSummary, press: Press) {
        path = Path.mail(mail.id)
        at = FrenchDates.short(mail.keptAt)
        person = mail.erasedAt == nil ? mail.person.nonEmpty ?? press.words("staff.courriels.nobody") : ""
        subject = mail.title(press)
        standing = mail.standing(press)
        dossier = mail.dossier
        dossierPath = mail.dossier.map(Path.caseFile)
        waits = mail.sort?.waits ?? false
    }
}
