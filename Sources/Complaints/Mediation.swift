/// Saisine: the case is brought before a mediator.
public struct Referral: Sendable, Hashable, Codable {
    /// Who brought it: the complainant or the provider.
    public var byComplainant: Bool
    /// The mediator, as named in the letter.
    public var mediator: String
    /// When the mediator was seized.
    public var on: CivilDate
    /// What about.
    public var subject: String
    /// By when the provider must reply to the mediator, typed from the letter.
    public var replyDue: CivilDate?

    public init(byComplainant: Bool, mediator: String, on: CivilDate, subject: String, replyDue: CivilDate? = nil) {
        self.byComplainant = byComplainant
        self.mediator = mediator
        self.on = on
        self.subject = subject
        self.replyDue = replyDue
    }

    private enum CodingKeys: String, CodingKey {
        case byComplainant = "par_reclamant"
        case mediator = "mediateur"
        case on = "saisi_le"
        case subject = "objet"
        case replyDue = "reponse_due"
    }
}

/// How the mediation ended (K17).
public struct MediationOutcome: Sendable, Hashable, Codable {
    /// What came of it.
    public enum Result: String, Sendable, Codable, CaseIterable {
        case agreement = "accord"
        case proposalDeclined = "proposition-refusee"
        case inadmissible = "irrecevable"
        case abandoned = "abandon"
    }

    /// What came of it.
    public var result: Result
    /// When.
    public var on: CivilDate
    /// In words.
    public var text: String

    public init(result: Result, on: CivilDate, text: String) {
        self.result = result
        self.on = on
        self.text = text
    }

    private enum CodingKeys: String, CodingKey {
        case result = "issue"
        case on = "le"
        case text = "texte"
    }
}
