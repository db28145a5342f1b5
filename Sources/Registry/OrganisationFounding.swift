public import Complaints

/// An organisation as it is to be made: everything that was said of it is known to do.
public struct OrganisationFounding: Sendable {
    public let name: String
    /// Nil where it has none.
    public let host: String?
    public let needsSecondFactor: Bool
    /// The first version.
    public let procedure: Procedure

    public init(name: String, host: String?, needsSecondFactor: Bool, procedure: Procedure) {
        self.name = name
        self.host = host
        self.needsSecondFactor = needsSecondFactor
        self.procedure = procedure
    }
}
