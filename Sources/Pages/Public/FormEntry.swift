public import Complaints

/// The public form as somebody has filled it so far: the fields, what is wrong with them, and the documents that came.
public struct FormEntry: Sendable {
    /// Field → what was typed, untouched.
    public var values: [String: String]
    /// Field → catalogue key of what is wrong with it: the ones that begin with `mistake.`.
    public var mistakes: [String: String]
    /// Documents already received with this form.
    public var received: [FileSummary]
    /// Documents that were sent and not taken; never a reason to refuse the complaint.
    public var refused: [RefusedDocument]
    /// How many more there were.
    public var othersRefused: Int
    /// The same, sealed, for the next round to know it; nil where nothing was refused.
    public var refusalNotice: String?
    /// Whether the person wants to send although something is missing (S-32).
    public var acceptsIncomplete: Bool

    /// A form; nothing typed yet unless said otherwise.
    public init(
        values: [String: String] = [:],
        mistakes: [String: String] = [:],
        received: [FileSummary] = [],
        refused: [RefusedDocument] = [],
        othersRefused: Int = 0,
        refusalNotice: String? = nil,
        acceptsIncomplete: Bool = false
    ) {
        self.values = values
        self.mistakes = mistakes
        self.received = received
        self.refused = refused
        self.othersRefused = othersRefused
        self.refusalNotice = refusalNotice
        self.acceptsIncomplete = acceptsIncomplete
    }

    /// The fields of the form, in its order: the names of the procedure's own form, then the optional ones.
    public static let fields =
        [
            "nom", "prenom", "vous_etes", "courriel", "objet", "reclamation", "telephone", "adresse",
            "action_formation",
            "quand", "demande", "paye_par",
        ] + ofMinors + [confidential]

    /// The box for a person under eighteen to tick.
    public static let minor = "mineur"

    /// What only such a person is asked, that box first.
    static let ofMinors = [minor, "representant_nom", "representant_contact", "representant_adresse"]

    /// The box to tick for a complaint about whoever handles complaints, or about the management.
    public static let confidential = "mise_en_cause"

    /// The field that documents come in; what is wrong with it stands in `mistakes` under this name.
    public static let documents = "piece_jointe"
    /// The field that says which documents an earlier round of a form kept.
    public static let kept = "piece_gardee"

    /// What is wrong with a field, in words.
    func mistake(_ field: String, _ press: Press) -> String? {
        mistakes[field].map { press.words($0, ["field": press.words("field.\(field)")]) }
    }

    /// Whether anything is said, or wrong, in one of these fields.
    func isTouched(_ fields: [String]) -> Bool {
        fields.contains { values[$0]?.nonEmpty != nil || mistakes[$0] != nil }
    }

    /// Whether there is anything to receive at all.
    var hasWords: Bool { values["reclamation"]?.nonEmpty != nil || values["objet"]?.nonEmpty != nil }

    /// Whether nothing worse is wrong than that something is missing.
    var lacksOnly: Bool { !mistakes.isEmpty && mistakes.values.allSatisfy { $0.hasPrefix("mistake.missing.") } }
}

/// A document that was sent with the form and not taken.
public struct RefusedDocument: Sendable, Hashable, Codable {
    /// Why.
    public enum Reason: String, Sendable, CaseIterable, Codable {
        /// It has no content.
        case empty = "vide"
        /// It is larger than one document may be.
        case tooLarge = "trop-grand"
        /// There were already as many as can be taken.
        case tooMany = "trop-nombreux"
        /// It is not of a kind that we take.
        case kind = "nature"
        /// Its content is not what its name says.
        case contentDiffers = "contenu"
        /// It could not be kept here, by no fault of its own.
        case unkept = "non-garde"
        /// The disk runs low: no document is taken for now.
        case noRoom = "sans-place"
        /// The case that it is for holds as many documents as one may.
        case caseFull = "dossier-plein"
        /// It came earlier with this form, and is kept no more.
        case gone = "disparu"
    }

    /// Its name, made harmless.
    public let name: String
    /// Why.
    public let reason: Reason

    public init(name: String, reason: Reason) {
        self.name = name
        self.reason = reason
    }
}

/// What documents the form takes.
public struct DocumentLimits: Sendable, Hashable {
    /// How names may end, without the dot, in lower case.
    public let extensions: [String]
    /// How many.
    public let count: Int
    /// One of them, in bytes.
    public let size: Int
    /// All of them with the words, in bytes.
    public let total: Int

    public init(extensions: [String], count: Int, size: Int, total: Int) {
        self.extensions = extensions
        self.count = count
        self.size = size
        self.total = total
    }

    /// What the `accept` attribute of the field says.
    var accept: String { extensions.map { ".\($0)" }.joined(separator: ",") }

    /// The figures for the sentence under the field, rounded down: what is promised is taken.
    func holes(_ press: Press) -> [String: String] {
        let unit = press.language == .english ? "MB" : "Mo"
        return [
            "count": "\(count)", "size": "\(size / 1_048_576)\u{A0}\(unit)",
            "total": "\(total / 1_048_576)\u{A0}\(unit)",
        ]
    }
}
