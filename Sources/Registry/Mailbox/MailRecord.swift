public import Complaints
import FoundationEssentials
import Storage

/// A mail of the ledger, as lists and its page need it.
public struct MailRecord: Sendable, Equatable {
    /// How far it has come.
    public enum State: String, Sendable, Equatable {
        /// Its bytes are kept.
        case kept
        /// It was read, or cannot be.
        case read
        /// It was sorted.
        case sorted
    }

    /// Opaque, 128 bits of chance in hexadecimal.
    public let id: String
    /// When its bytes were kept.
    public let keptAt: Instant
    public let state: State
    /// Who says to have written it: a name, or an address where there is none; empty where nothing was read.
    public let person: String
    public let address: String
    public let subject: String
    /// What it was sorted as, and why; nil while it was not.
    public let sort: MailSort?
    public let reason: MailReason?
    /// The case that it is part of.
    public let caseFile: CaseFile.ID?
    /// The case that it seems to be about.
    public let suggested: CaseFile.ID?
    /// Its bytes, as an attachment; nil where it was too large to keep.
    public let attachment: String?
    /// How many bytes.
    public let length: Int

    static let columns: SQL = """
        m.id, m.kept_at, m.state, m.person, m.address, m.subject, m.sort, m.reason, m.case_file, m.suggested,
        m.attachment, m.length
        """

    /// The case that a mail is part of or seems to be about: whoever may not open that one may not read this either.
    static let about: SQL = "CASE WHEN m.case_file <> '' THEN m.case_file ELSE m.suggested END"

    init(_ row: Row) throws {
        guard let keptAt = Instant(try row.text(1)), let state = State(rawValue: try row.text(2)) else {
            throw StorageError.failed("a mail's row cannot be read")
        }
        id = try row.text(0)
        self.keptAt = keptAt
        self.state = state
        person = try row.text(3)
        address = try row.text(4)
        subject = try row.text(5)
        sort = MailSort(rawValue: try row.text(6))
        reason = MailReason(rawValue: try row.text(7))
        caseFile = CaseFile.ID(try row.text(8))
        suggested = CaseFile.ID(try row.text(9))
        attachment = try row.text(10).isEmpty ? nil : row.text(10)
        length = try row.integer(11)
    }
}

/// Somebody sorted a mail otherwise.
public struct MailAct: Sendable, Equatable {
    public let at: Instant
    /// Their account.
    public let account: String
    public let sort: MailSort
    /// The case that it was laid on; nil for none.
    public let caseFile: CaseFile.ID?
}

extension IncomingMail {
    /// As it is kept beside the mail.
    var stored: [UInt8] {
        get throws { Array(try JSONEncoder().encode(self)) }
    }

    init(stored bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(IncomingMail.self, from: Data(bytes))
    }
}
