/// Who brings announcements to other programs: over the web, or to a test.
public protocol Courier: Sendable {
    /// Tries once to post a parcel, and tells what came of it. It never throws: whatever goes wrong is a `Handover`, for the
    /// outbox to keep and to act on.
    func carry(_ parcel: Parcel) async -> Handover
}

/// A body of JSON, where it goes, and what goes with it.
public struct Parcel: Sendable {
    /// `https://…`, or `http://…` to this very machine.
    public let address: String
    /// The host that it names, in lower case.
    public let host: String
    /// Lines at its head, without line ends.
    public let headers: [(name: String, value: String)]
    public let body: [UInt8]

    public init(address: String, host: String, headers: [(name: String, value: String)], body: [UInt8]) {
        self.address = address
        self.host = host
        self.headers = headers
        self.body = body
    }
}

/// What came of one attempt to post a parcel. Nothing of the address or of what was answered is in it.
public enum Handover: Sendable, Hashable {
    /// The other program answered with this status.
    case answered(status: Int)
    case failed(Obstacle)

    /// Why there was no answer.
    public enum Obstacle: String, Sendable, Hashable, CaseIterable {
        /// No such host, or nothing answers there.
        case unreachable
        /// No TLS, or a certificate that is not the host's: nothing was sent.
        case insecure
        /// The address leads to a machine that is not to be reached: nothing was sent.
        case forbidden
        /// No answer in time.
        case timedOut
        /// The connection was lost on the way. The other program may have the parcel all the same.
        case interrupted
        /// The settings make no sense to the library.
        case misconfigured
    }
}
