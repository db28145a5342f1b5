/// A host as a `Host` header or an address names it: `reclamations.exemple.fr`, `127.0.0.1:8080`, `[::1]:8080`.
public struct HostName: Sendable, Hashable {
    /// In lower case, without port or brackets.
    public let name: String
    /// The port, where one is written.
    public let port: Int?

    /// Reads a host and its port; `nil` where it is neither a name nor an address.
    public init?(_ authority: some StringProtocol) {
        // No host and port have more; the length is looked at first (S-30).
        guard authority.utf8.count <= 300 else { return nil }
        let text = authority.lowercased()
        let end = text.first == "[" ? text.firstIndex(of: "]") : text.firstIndex(of: ":") ?? text.endIndex
        guard let end else { return nil }
        let isBracketed = text.first == "["
        let name = isBracketed ? text[text.index(after: text.startIndex)..<end] : text[..<end]
        let rest = isBracketed ? text[text.index(after: end)...] : text[end...]
        let allowed = isBracketed ? "0123456789abcdef:." : "abcdefghijklmnopqrstuvwxyz0123456789-._"
        guard !name.isEmpty, name.utf8.count <= 253, name.utf8.allSatisfy(allowed.utf8.contains) else { return nil }
        self.name = String(name)
        if rest.isEmpty {
            port = nil
        } else {
            let digits = rest.dropFirst()
            guard rest.first == ":", digits.utf8.allSatisfy("0123456789".utf8.contains), let port = UInt16(digits)
            else {
                return nil
            }
            self.port = Int(port)
        }
    }
}
