import Complaints

/// A kind of thing to do on the dashboard, by the identifier that its section and its words have.
enum WorkKind: String {
    case grave, late, unacknowledged, mediation, letters, unread, soon, contested, qualify, register, assign, close,
        awaiting
    case halfway, posting
    case thirdParty = "tiers"

    /// What a file of this kind waits for. Where its answer is what waits, the stage says what is next.
    func act(for summary: CaseSummary) -> Act {
        switch self {
        // Of those that call for it, who may open one is said first.
        case .grave: summary.awaitsRestriction ? .restrict : .note
        case .unacknowledged, .letters, .posting: .issueLetter
        // Whoever may do one act of a mediation may do them all.
        case .mediation: .recordMediation
        case .contested: .decideContest
        case .qualify: .qualify
        case .register: .register
        case .assign: .assign
        case .close: summary.lacksMeasures ? .recordMeasure : .close
        case .awaiting: .complete
        // Whoever may note anything may read.
        case .unread: .note
        case .late, .soon, .halfway, .thirdParty: summary.nextAct
        }
    }

    /// Where on the file's page the thing to do is; what is to be read may stand anywhere.
    func anchor(for act: Act) -> String {
        switch self {
        case .unread: ""
        case .grave: act == .restrict ? Path.form("restriction", at: "") : ""
        default: act == .issueLetter ? "#lettres" : "#acte"
        }
    }
}

extension CaseSummary {
    /// The act that an answer which is awaited needs first.
    fileprivate var nextAct: Act {
        switch stage {
        case .received: .qualify
        case .incomplete: .complete
        case .registered where awaitsJudgement: .qualify
        case .registered where awaitsHandler: .assign
        case .contested: .decideContest
        default: .answer
        }
    }

    /// Whether what makes it grave calls for few readers, and it is open to all.
    var awaitsRestriction: Bool { !isRestricted && severities.contains { $0.ground != nil } }
}

extension Officer {
    /// Whether any role of this officer does an act; the file may still say no.
    func may(_ act: Act) -> Bool { !roles.isDisjoint(with: act.roles) }
}
