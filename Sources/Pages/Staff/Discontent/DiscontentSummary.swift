public import Complaints

/// What somebody said, as a list shows it.
public struct DiscontentSummary: Sendable {
    /// Which one.
    public let id: Discontent.ID
    /// Who said it, as far as known.
    public let person: String
    /// What was said, in short.
    public let said: String
    /// The day.
    public let heardOn: CivilDate
    /// The day of our latest sign to the person; nil once it has ended.
    public let waitsSince: CivilDate?
    /// How often the person was invited to write.
    public let invitations: Int
    /// What came of it; nil while that is open.
    public let result: DiscontentEnding.Result?
    /// Whether it was said in confidence.
    public var isConfidential = false
    /// What makes it grave.
    public var severities: [Severity] = []

    public init(
        id: Discontent.ID,
        person: String,
        said: String,
        heardOn: CivilDate,
        waitsSince: CivilDate?,
        invitations: Int,
        result: DiscontentEnding.Result?
    ) {
        self.id = id
        self.person = person
        self.said = said
        self.heardOn = heardOn
        self.waitsSince = waitsSince
        self.invitations = invitations
        self.result = result
    }

    /// Where it stands, in words.
    func standing(on today: CivilDate, _ press: Press) -> String {
        if let result { return press.words("staff.oral.result.\(result.rawValue)") }
        guard let waitsSince, invitations > 0 else { return press.words("staff.oral.uninvited") }
        let days = waitsSince.days(until: today)
        guard days > 0 else { return press.words("staff.oral.invited") }
        return press.words("staff.oral.silent", ["delay": press.days(days)])
    }

    /// What calls for somebody at once; nil where nothing does.
    func alarm(_ press: Press) -> String? {
        guard severities.isEmpty else { return press.list(severities.map { press.words("severity.\($0.rawValue)") }) }
        return isConfidential ? press.words("staff.oral.confidential") : nil
    }
}

/// A line of a list of what was said.
struct SpokenRow: Sendable {
    let path: String
    let date: String
    let person: String
    let said: String
    let standing: String

    init(_ line: DiscontentSummary, today: CivilDate, press: Press) {
        path = Path.discontent(line.id.description)
        date = FrenchDates.short(line.heardOn)
        person = line.person.nonEmpty ?? press.words("staff.oral.nobody")
        said = line.said
        standing = [line.alarm(press), line.standing(on: today, press)].compactMap(\.self).joined(separator: " · ")
    }
}
