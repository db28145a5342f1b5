import FoundationEssentials

/// An address that may be asked, or that a browser may be sent to: by TLS, or in clear text on this very machine, where the
/// provider is there.
struct ProviderAddress: Sendable, Hashable {
    let text: String
    let host: String
    let query: String?
    let isClear: Bool

    /// Nil for another scheme, a user, a fragment, or clear text to another machine.
    ///
    /// - Parameter issuer: who names it; where that one speaks TLS, so does whatever it names. Nil for the issuer itself.
    init?(_ text: String, of issuer: ProviderAddress? = nil) {
        guard text.utf8.count <= 2_000, text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }),
            let parts = URLComponents(string: text), parts.user == nil, parts.password == nil,
            parts.fragment == nil, let host = parts.host, !host.isEmpty
        else { return nil }
        let isHere = ["127.0.0.1", "localhost", "[::1]", "::1"].contains(host)
        let mayBeClear = isHere && issuer?.isClear ?? true
        guard parts.scheme == "https" || (parts.scheme == "http" && mayBeClear) else { return nil }
        isClear = parts.scheme == "http"
        self.text = text
        self.host = host
        query = parts.query
    }

    /// The address with more in its query (RFC 6749 §3.1: what it has is kept).
    func adding(_ fields: KeyValuePairs<String, String>) -> String {
        let separator = query == nil ? "?" : query == "" ? "" : "&"
        return text + separator + FormText.write(fields.map { ($0.key, $0.value) })
    }
}

/// Fields as forms write them.
enum FormText {
    static func write(_ fields: [(String, String)]) -> String {
        fields.map { "\(escape($0.0))=\(escape($0.1))" }.joined(separator: "&")
    }

    /// All but letters, digits and `-._~` by their bytes.
    static func escape(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if plain.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let plain = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8
    )
}
