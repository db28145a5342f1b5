public import Complaints

/// A program that is told of what happens, as its page shows it.
public struct SubscriberLine: Sendable {
    let id: String
    let subscription: Subscription
    let state: SubscriberState
    let failingSince: Instant?
    let formerUntil: Instant?

    /// - Parameters:
    ///   - failingSince: since when nothing has arrived there.
    ///   - formerUntil: until when what is sent is signed with the former secret, too.
    public init(
        id: String,
        subscription: Subscription,
        state: SubscriberState,
        failingSince: Instant?,
        formerUntil: Instant?
    ) {
        self.id = id
        self.subscription = subscription
        self.state = state
        self.failingSince = failingSince
        self.formerUntil = formerUntil
    }

    /// Whether it is told, and how that goes.
    func standing(_ press: Press) -> String {
        if state == .active, let failingSince {
            return press.words("staff.subscribers.state.muet", ["since": FrenchDates.short(failingSince)])
        }
        return press.words("staff.subscribers.state.\(state.rawValue)")
    }
}

/// What such a program was sent, as its page lists it.
public struct AnnouncementLine: Sendable {
    let id: String
    let event: AnnouncedEvent?
    let happenedAt: Instant
    let state: AnnouncementState
    let attempts: Int
    let status: Int?
    let trouble: AnnouncementTrouble?

    /// - Parameters:
    ///   - event: nil for a trial.
    ///   - status: what the program answered last; nil where it has answered nothing.
    public init(
        id: String,
        event: AnnouncedEvent?,
        happenedAt: Instant,
        state: AnnouncementState,
        attempts: Int,
        status: Int?,
        trouble: AnnouncementTrouble?
    ) {
        self.id = id
        self.event = event
        self.happenedAt = happenedAt
        self.state = state
        self.attempts = attempts
        self.status = status
        self.trouble = trouble
    }
}

/// What the form of such a program may have wrong, field by field.
public enum SubscriberMistake: Sendable, Hashable {
    /// There is no name, or one that is too long.
    case name(longest: Int)
    /// It is no address that something may be posted to.
    case address
    /// It has a name or password in it, or goes in clear text.
    case clearText
    /// Nothing is chosen.
    case events

    func words(_ press: Press) -> String {
        switch self {
        case .name(let longest): press.words("staff.subscribers.mistake.name", ["longest": String(longest)])
        case .address: press.words("staff.subscribers.mistake.address")
        case .clearText: press.words("staff.subscribers.mistake.clear-text")
        case .events: press.words("staff.subscribers.mistake.events")
        }
    }
}

extension AccountFields {
    /// What is set of a program that is told.
    ///
    /// - Parameters:
    ///   - present: as it stands; nil for one that is to be.
    ///   - values: what was typed and not taken, by field name.
    init(
        of present: Subscription?,
        values: [String: [String]]?,
        mistakes: [String: SubscriberMistake],
        press: Press
    ) {
        let wrong = mistakes.mapValues { $0.words(press) }
        let pen = FormPen(press: press, noun: "avertissement", values: values, mistakes: wrong)
        let events = AnnouncedEvent.allCases.map {
            (value: $0.rawValue, label: press.words("staff.subscribers.event.\($0.rawValue)"))
        }
        let told = present?.eventWords ?? []
        self.init([
            pen.line("nom", value: present?.name ?? ""),
            pen.line("adresse", type: "url", value: present?.address.text ?? ""),
            pen.ticks("evenements", events, values: told, optional: false),
        ])
    }
}
