/// A version of the procedure as it is published, with the time when it is, or was, in force.
public struct PublishedProcedure: Sendable, Hashable {
    /// The settings that its text is made from.
    public let procedure: Procedure
    /// Since when, UTC.
    public let since: Instant
    /// When the next version took its place; nil for the one in force.
    public let until: Instant?

    public init(procedure: Procedure, since: Instant, until: Instant?) {
        self.procedure = procedure
        self.since = since
        self.until = until
    }

    /// Whether it is the one in force.
    public var isInForce: Bool { until == nil }

    /// The day whose words it has: today's while it is in force, those of its last day afterwards.
    public func readingDay(today: CivilDate) -> CivilDate { until?.civilDate ?? today }
}
