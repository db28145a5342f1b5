public import Complaints

/// The noun under which each act's form is sent: `POST /dossiers/REC-2026-0001/reponse`.
extension Act {
    /// Nil for the handing over of a letter, which is done on the letter.
    public var noun: String? {
        switch self {
        case .qualify: "qualification"
        case .contest: "contestation"
        case .decideContest: "decision-contestation"
        case .requestCompletion: "demande-complements"
        case .complete: "complements"
        case .register: "inscription"
        case .assign: "attribution"
        case .recuse: "recusation"
        case .restrict: "restriction"
        case .liftRestriction: "levee-restriction"
        case .recordMeasure: "actions"
        case .dispenseWithMeasures: "sans-action"
        case .extend: "prorogation"
        case .answer: "reponse"
        case .refer: "mediation"
        case .recordNotice: "avis-mediateur"
        case .replyToMediator: "reponse-mediateur"
        case .prolongMediation: "prolongation-mediation"
        case .recordMediation: "issue-mediation"
        case .close: "cloture"
        case .recordSatisfaction: "satisfaction"
        case .reopen: "reouverture"
        case .withdraw: "retrait"
        case .abandon: "abandon"
        case .amend: "rectification"
        case .split: "scission"
        case .link: "rapprochement"
        case .unlink: "fin-rapprochement"
        case .note: "notes"
        case .issueLetter: nil
        }
    }

    /// The act sent under a noun; nil for a noun of none.
    public init?(noun: String) {
        guard let act = Act.allCases.first(where: { $0.noun == noun }) else { return nil }
        self = act
    }
}
