/// What has happened in a mediation since the referral, folded from its events.
public struct MediationCourse: Sendable, Hashable {
    /// The mediator's letters, oldest first.
    public internal(set) var notices: [MediatorNotice] = []
    /// New dates given by the mediator, oldest first.
    public internal(set) var prolongations: [MediationProlongation] = []
    /// What the provider sent, oldest first.
    public internal(set) var replies: [MediationReply] = []
    /// By when the provider must still reply; nil where nothing is asked, or where it has replied since.
    public internal(set) var replyDue: CivilDate?

    /// The latest notice that the mediator takes the case.
    public var acceptance: MediatorNotice? { notices.last { $0.kind == .accepted } }

    /// By when the mediation ends: as the mediator last put it off, else ninety days from the notice. Nil where no delay
    /// runs. A date that the mediator wrote does not move.
    public var outcomeDue: Deadline? {
        prolongations.last.map { Deadline(target: $0.until, due: $0.until) } ?? acceptance?.outcomeDue
    }

    /// A mediation that begins with this referral.
    init(_ referral: Referral? = nil) { replyDue = referral?.replyDue }

    mutating func take(_ notice: MediatorNotice) {
        notices.append(notice)
        replyDue = notice.replyDue ?? replyDue
    }

    mutating func take(_ reply: MediationReply) {
        replies.append(reply)
        replyDue = nil
    }
}

/// Something that a mediation waits for by a day.
public struct MediationDue: Sendable, Hashable {
    /// What.
    public enum Step: String, Sendable, CaseIterable {
        /// The provider's reply to the mediator: the only delay of ours.
        case reply = "reponse"
        /// The mediator's word on whether the request is taken.
        case notice = "avis"
        /// The end of the mediation.
        case outcome = "issue"
    }

    /// What.
    public let step: Step
    /// The échéance: late from the day after it.
    public let due: CivilDate

    public init(step: Step, due: CivilDate) {
        self.step = step
        self.due = due
    }
}

extension CaseFile {
    /// What the mediation waits for now, the most pressing first; nothing at any other stage.
    public var mediationDues: [MediationDue] {
        guard stage == .inMediation, let referral else { return [] }
        let reply = mediation.replyDue.map { MediationDue(step: .reply, due: $0) }
        let outcome = mediation.outcomeDue.map { MediationDue(step: .outcome, due: $0.due) }
        let notice = mediation.acceptance == nil ? referral.noticeDue : nil
        return [reply, outcome ?? notice.map { MediationDue(step: .notice, due: $0.due) }].compactMap(\.self).sorted()
    }

    /// Every document of every mediation of this file: read only by those who follow it (C. conso. L612-3; R-46).
    public var mediationFiles: [FileSummary] { entries.flatMap(\.event.mediationFiles) }

    mutating func applyMediation(_ event: Event) {
        switch event {
        case .referred(let seized):
            referral = seized
            mediationOutcome = nil
            mediation = MediationCourse(seized)
            // A mediation of a closed case takes it up again: it is ended once more when it is closed once more.
            endedAt = nil
        case .mediatorWrote(let notice):
            mediation.take(notice)
            if notice.kind == .inadmissible {
                mediationOutcome = MediationOutcome(result: .inadmissible, on: notice.on, text: notice.text)
            }
        case .mediationProlonged(let prolongation): mediation.prolongations.append(prolongation)
        case .mediatorAnswered(let reply): mediation.take(reply)
        case .mediationEnded(let outcome): mediationOutcome = outcome
        default: break
        }
    }
}

extension MediationDue: Comparable {
    /// The earlier first; of two on one day the provider's own.
    public static func < (one: MediationDue, other: MediationDue) -> Bool {
        (one.due, one.step == .reply ? 0 : 1) < (other.due, other.step == .reply ? 0 : 1)
    }
}

extension Event {
    /// Whether it belongs to a mediation, whose content is confidential (C. conso. L612-3; R-46).
    public var isMediation: Bool {
        switch self {
        case .referred, .mediatorWrote, .mediationProlonged, .mediatorAnswered, .mediationEnded: true
        default: false
        }
    }

    /// Documents that came with it, where it belongs to a mediation.
    var mediationFiles: [FileSummary] {
        switch self {
        case .mediatorWrote(let notice): notice.files
        case .mediationProlonged(let prolongation): prolongation.files
        case .mediatorAnswered(let reply): reply.files
        default: []
        }
    }
}
