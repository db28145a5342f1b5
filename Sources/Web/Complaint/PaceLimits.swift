/// How fast complaints, and what complainants add to them, may be sent from one network (S-42): settings of the host.
public struct PaceLimits: Sendable, Equatable {
    /// Seconds that pass at least between a form's page and its sending; 0: none need pass.
    public var leastSeconds = 3
    /// Complaints and additions that one network may send at once: a class behind one connection; 0: any number.
    public var burst = 20
    /// Seconds after which it may send one more.
    public var refill = 60

    /// The limits that hold where a host says nothing.
    public init() {}
}
