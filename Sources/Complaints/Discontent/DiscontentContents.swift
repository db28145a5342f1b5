/// What was said, in short.
public struct Hearing: Sendable, Hashable, Codable {
    /// Who said it, as far as known; may be empty.
    public var person: String
    /// How to reach them; may be empty.
    public var contact: String
    /// What they said, in short.
    public var said: String
    /// The day.
    public var on: CivilDate
    /// Who heard it.
    public var heardBy: String
    /// Face to face or by telephone.
    public var channel: Channel
    /// How they were invited to write at once; nil where they were not.
    public var invitation: Invitation?
    /// To whom alone it is open, where it was said in confidence; nil where it is open to all.
    public var restriction: Restriction?
    /// Absent where there are none, so that it is written as it always was.
    private var severityMarks: [Severity]?

    /// What must alert at once, in the order of the list.
    public var severities: [Severity] { severityMarks ?? [] }

    /// - Parameter severities: in any order.
    public init(
        person: String,
        contact: String = "",
        said: String,
        on day: CivilDate,
        heardBy: String,
        channel: Channel = .spoken,
        invitation: Invitation? = nil,
        severities: [Severity] = []
    ) {
        self.person = person.trimmed
        self.contact = contact.trimmed
        self.said = said
        on = day
        self.heardBy = heardBy.trimmed
        self.channel = channel
        self.invitation = invitation
        let marks = Severity.allCases.filter(severities.contains)
        severityMarks = marks.isEmpty ? nil : marks
    }

    /// Whether it is the same as what is noted again, in confidence or not.
    public func isSame(as hearing: Hearing, inConfidence: Bool) -> Bool {
        var bare = self
        bare.restriction = hearing.restriction
        return bare == hearing && (restriction != nil) == inConfidence
    }

    private enum CodingKeys: String, CodingKey {
        case person = "personne"
        case contact
        case said = "propos"
        case on = "le"
        case heardBy = "entendu_par"
        case channel = "canal"
        case invitation
        case restriction = "acces_restreint"
        case severityMarks = "gravites"
    }
}

/// Invitation à écrire: how somebody was given the means to make a written complaint (procedure §3).
public struct Invitation: Sendable, Hashable, Codable {
    /// How.
    public enum Way: String, Sendable, Codable, CaseIterable {
        /// The address of the form was sent by e-mail.
        case link = "lien"
        /// The form on paper was handed over or posted.
        case paper = "papier"
        /// They were told where the form is.
        case told = "dit"
    }

    /// How.
    public var way: Way
    /// The day.
    public var on: CivilDate

    public init(_ way: Way, on day: CivilDate) {
        self.way = way
        on = day
    }

    private enum CodingKeys: String, CodingKey {
        case way = "moyen"
        case on = "le"
    }
}

/// Suite d'un mécontentement: what came of it.
public struct DiscontentEnding: Sendable, Hashable, Codable {
    /// How it ended.
    public enum Result: String, Sendable, Codable, CaseIterable {
        /// The person wrote: this is the complaint that came.
        case linked = "rattachee"
        /// It was put in writing with the person's consent.
        case writtenUp = "mise-par-ecrit"
        /// It was never written.
        case never = "jamais-ecrite"
    }

    /// How it ended.
    public var result: Result
    /// The case file of the complaint that it became, as its identifier is written; empty where there is none.
    private var file: String
    /// Why it is ended without a complaint; empty where there is one.
    public var reason: String

    /// It became this complaint.
    public init(_ result: Result, as caseFile: CaseFile.ID) {
        self.result = result
        file = caseFile.description
        reason = ""
    }

    /// It was never written, for this reason.
    public init(never reason: String) {
        result = .never
        file = ""
        self.reason = reason.trimmed
    }

    /// The case file of the complaint that it became.
    public var caseFile: CaseFile.ID? { CaseFile.ID(file) }

    private enum CodingKeys: String, CodingKey {
        case result = "suite"
        case file = "dossier"
        case reason = "motif"
    }
}
