public import Complaints

/// Whether somebody has an address by which a calendar reads their due dates.
public struct CalendarStanding: Sendable {
    let since: Instant?
    let usedOn: CivilDate?

    /// - Parameters:
    ///   - since: since when it is good; nil where there is none.
    ///   - usedOn: the last day on which a calendar read it; nil where none did.
    public init(since: Instant? = nil, usedOn: CivilDate? = nil) {
        self.since = since
        self.usedOn = usedOn
    }
}

/// The same on one's own page, and what the buttons do about it.
struct CalendarPart: Sendable {
    let path = Path.ownCalendar
    /// Nil where there is nothing to take back.
    let endPath: String?
    let said: String
    let send: String

    init(_ standing: CalendarStanding, _ press: Press) {
        guard let since = standing.since else {
            endPath = nil
            said = press.words("staff.calendar.none")
            send = press.words("staff.calendar.make")
            return
        }
        let made = press.words("staff.calendar.since", ["date": FrenchDates.long(since.civilDate)])
        let used = standing.usedOn.map { press.words("staff.calendar.used", ["date": FrenchDates.short($0)]) }
        said = "\(made) \(used ?? press.words("staff.calendar.unused"))"
        endPath = Path.endOwnCalendar
        send = press.words("staff.calendar.renew")
    }
}
