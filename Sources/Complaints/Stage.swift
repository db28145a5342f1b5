/// Where a case file stands (DESIGN: states). Acknowledgement is an event with a date, not a stage.
public enum Stage: String, Sendable, Codable, CaseIterable {
    /// Reçue: in the intake log, not yet in the register.
    case received = "recue"
    /// À compléter: a completion request awaits the complainant.
    case incomplete = "a-completer"
    /// Enregistrée: entered in the register under its number.
    case registered = "enregistree"
    /// En instruction: somebody handles it.
    case investigating = "en-instruction"
    /// Réponse donnée: the reasoned answer was given.
    case answered = "repondue"
    /// En médiation: a mediator was seized; the retention clock does not run.
    case inMediation = "en-mediation"
    /// Close.
    case closed = "close"
    /// Archivée: in the Classeur, opened only with a reason.
    case archived = "archivee"
    /// Effacée: only the anonymous register line is left.
    case erased = "effacee"
    /// Requalifiée: judged not to be a complaint, reversibly and with a reason.
    case requalified = "requalifiee"
    /// Contestée: the person says that it is a complaint after all, and somebody else must decide.
    case contested = "contestee"
    /// Abandonnée: never completed by the complainant.
    case abandoned = "abandonnee"
    /// Retirée by the complainant.
    case withdrawn = "retiree"

    /// Whether an answer is due, be there an earlier one or not: after a reopening it is again, and a contested message may
    /// turn out to be a complaint whose delays have run all along (docs/decisions/0014).
    public var awaitsAnswer: Bool {
        [.received, .incomplete, .registered, .investigating, .contested].contains(self)
    }

    /// Whether somebody still has something to do about it.
    public var isOpen: Bool {
        switch self {
        case .received, .incomplete, .registered, .investigating, .answered, .inMediation, .contested: true
        case .closed, .archived, .erased, .requalified, .abandoned, .withdrawn: false
        }
    }
}
