/// Where parcels may go, and how long that may take.
public struct CourierSettings: Sendable, Hashable {
    /// Hosts, in lower case, that may be machines of this network, or this one. All others must be on the public Internet.
    public var privateHosts: Set<String>
    /// A PEM file of the only authorities to trust; nil for those of the machine.
    public var certificateAuthorityFile: String?
    /// The longest one attempt may take, in seconds.
    public var timeout: Int

    public init(privateHosts: Set<String> = [], certificateAuthorityFile: String? = nil, timeout: Int = 15) {
        self.privateHosts = privateHosts
        self.certificateAuthorityFile = certificateAuthorityFile
        self.timeout = timeout
    }
}
