/// In what setting a mediation takes place: only the first has delays set by law.
public enum MediationKind: String, Sendable, Codable, CaseIterable {
    /// Médiation de la consommation (C. conso. L611-1 to L616-3).
    case consumer = "consommation"
    /// Médiation de l'apprentissage (C. trav. L6222-39).
    case apprenticeship = "apprentissage"
    /// Agreed between the parties, or before the Médiateur des entreprises or a conciliator.
    case conventional = "conventionnelle"
}

/// Saisine: the case is brought before a mediator.
public struct Referral: Sendable, Hashable, Codable {
    /// In what setting.
    public var kind: MediationKind
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
    /// By when a consumer mediator says that the request is refused, if it is (C. conso. L612-2). The rules count it;
    /// nil where the law sets no delay.
    public internal(set) var noticeDue: Deadline?

    public init(
        kind: MediationKind = .consumer,
        byComplainant: Bool,
        mediator: String,
        on: CivilDate,
        subject: String,
        replyDue: CivilDate? = nil
    ) {
        self.kind = kind
        self.byComplainant = byComplainant
        self.mediator = mediator
        self.on = on
        self.subject = subject
        self.replyDue = replyDue
    }

    private enum CodingKeys: String, CodingKey {
        case kind = "cadre"
        case byComplainant = "par_reclamant"
        case mediator = "mediateur"
        case on = "saisi_le"
        case subject = "objet"
        case replyDue = "reponse_due"
        case noticeDue = "avis_attendu"
    }
}
