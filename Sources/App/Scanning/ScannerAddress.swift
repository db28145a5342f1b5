/// Where a virus scanner listens.
public enum ScannerAddress: Sendable, Equatable {
    /// A Unix socket.
    case socket(String)
    /// A host and a port. What is sent there is not encrypted.
    case host(String, port: Int)

    /// Reads `/run/clamav/clamd.ctl` or `127.0.0.1:3310`; nil where it is neither.
    public init?(_ text: String) {
        if text.hasPrefix("/") {
            // A path that is longer does not fit a Unix socket's address.
            guard text.utf8.count <= 107 else { return nil }
            self = .socket(text)
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0 else {
            return nil
        }
        let host = text[..<colon].filter { $0 != "[" && $0 != "]" }
        guard !host.isEmpty, !host.contains("/"), !host.contains(where: \.isWhitespace) else { return nil }
        self = .host(host, port: Int(port))
    }
}
