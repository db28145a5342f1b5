/// A scheme, a host and a port: what browsers mean by one site, and what the site's own links begin with (S-17).
public struct SiteOrigin: Sendable, Hashable {
    /// Whether pages go over TLS.
    public let isSecure: Bool
    /// The host's name.
    public let host: String
    /// The port, the scheme's own where none is written.
    public let port: Int

    /// As it is written, the scheme's own port left out: `https://reclamations.exemple.fr`.
    public var url: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "\(isSecure ? "https" : "http")://\(name)" + (port == (isSecure ? 443 : 80) ? "" : ":\(port)")
    }

    /// What the addresses of an organisation's pages begin with, without a slash at the end: its own host name under TLS, or
    /// this origin where it has none. Names that mean the machine itself are served as this origin is: a demonstration's.
    ///
    /// - Parameter host: the organisation's host name.
    public func url(of host: String?) -> String {
        guard let host else { return url }
        let isLocal = host.hasSuffix(".localhost") || host.hasPrefix("127.")
        guard isLocal, let local = SiteOrigin(isSecure: isSecure, authority: "\(host):\(port)") else {
            return "https://\(host)"
        }
        return local.url
    }

    /// Whether it means whichever machine reads it.
    public var isForThisMachineOnly: Bool {
        host == "localhost" || host.hasSuffix(".localhost") || host == "::1" || host.hasPrefix("127.")
    }

    /// Reads `https://reclamations.exemple.fr` or `http://127.0.0.1:8080`, whatever comes after; `nil` for any other
    /// scheme, and for `null`.
    public init?(_ url: some StringProtocol) {
        // Longer than any origin: whatever comes after does not count (S-30).
        let text = String(decoding: url.utf8.prefix(600), as: UTF8.self).lowercased()
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
        let authority = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        self.init(isSecure: scheme == "https://", authority: authority)
    }

    /// The origin of a host name under a scheme.
    init?(isSecure: Bool, authority: some StringProtocol) {
        guard let host = HostName(authority) else { return nil }
        self.isSecure = isSecure
        self.host = host.name
        port = host.port ?? (isSecure ? 443 : 80)
    }
}
