import Registry

/// The names that the site answers to, and the proxies that it believes (S-17, S-18).
public struct SiteHosts: Sendable {
    /// Host names and addresses, in lower case, without port or brackets.
    private let names: Set<String>
    /// Whether any address of the machine will do, because the server listens on all of them. A name is still refused:
    /// only a name can be made to lead here by somebody else.
    private let takesAddresses: Bool
    /// The addresses of our proxies: only they are believed on whom they speak for.
    public let proxies: Set<String>

    /// - Parameters:
    ///   - origin: the base URL's; its host is one of the names.
    ///   - others: further names, as an operator writes them.
    ///   - listensEverywhere: whether the server listens on every address of the machine.
    ///   - proxies: addresses of our proxies.
    public init(origin: SiteOrigin, others: [String] = [], listensEverywhere: Bool = false, proxies: [String] = []) {
        let written = others.compactMap { HostName($0)?.name } + [origin.host]
        names = Set(written).union(["localhost", "127.0.0.1", "::1"])
        takesAddresses = listensEverywhere
        self.proxies = Set(proxies)
    }

    /// Whether a host name is one of the site's, whatever organisations there are.
    func contains(_ name: String) -> Bool { names.contains(name) || (takesAddresses && Self.isAddress(name)) }

    /// An IPv6 address has a colon, which no name has; an IPv4 address ends in a number, which no name does (RFC 3696).
    private static func isAddress(_ name: String) -> Bool {
        name.contains(":") || name.split(separator: ".").last.flatMap { UInt8($0) } != nil
    }
}
