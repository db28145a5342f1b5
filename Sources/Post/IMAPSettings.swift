private import FoundationEssentials
internal import Mail

/// How to reach the mailbox that complaints are written to.
public struct IMAPSettings: Sendable, Hashable {
    /// What is wrong with a setting.
    public enum Mistake: String, Error, Sendable, Hashable, CaseIterable {
        /// Not `imaps://…` or `imap://…`, or with a fragment or a parameter that means nothing here.
        case url
        /// Neither a host name nor an IP address.
        case host
        /// Not from 1 to 65535.
        case port
        /// Clear text to a host that is not this machine.
        case clearTextToAnotherHost
        /// No name, no password, or a control character in one of them.
        case credentials
        /// A folder whose name is none, or has other characters than plain letters, digits, blanks, `.`, `/`, `_` and `-`.
        case folder
        /// Not from 1 to 600 seconds.
        case timeout
    }

    /// The server, as for a relay.
    let server: SMTPSettings
    /// The mailbox on it, such as `INBOX`.
    public let folder: String
    /// Where mails are moved once they are kept; nil leaves them where they are.
    public let done: String?

    /// Settings written as a URL: `imaps://user@imap.example/INBOX` for TLS from the start, `imap://user@imap.example` for
    /// STARTTLS; the ports 993 and 143 may be left out, and `INBOX`.
    ///
    /// After a `?`, each at most once: `tls=none` (this machine only), `ca=` a PEM file, `timeout=` seconds, `done=` a folder
    /// to move mails to. Reserved characters are percent-encoded: `contact%40centre.example`. `password`, read from a file by
    /// the caller, is better than a password in the URL and replaces it.
    public init(url: String, password: String? = nil) throws(Mistake) {
        guard let parts = URLComponents(string: url), parts.fragment == nil, let host = parts.host, !host.isEmpty else {
            throw .url
        }
        let isImplicit = parts.scheme == "imaps"
        guard isImplicit || parts.scheme == "imap" else { throw .url }
        guard let query = SMTPSettings.query(parts.queryItems ?? [], knowing: ["tls", "ca", "timeout", "done"]),
            let security = SMTPSettings.Security(tls: query["tls"], isImplicit: isImplicit)
        else { throw .url }
        guard let user = parts.user, let secret = password ?? parts.password else { throw .credentials }
        guard let timeout = Int(query["timeout"] ?? "60") else { throw .timeout }
        let path = String(parts.path.drop { $0 == "/" })
        folder = path.isEmpty ? "INBOX" : path
        done = query["done"]
        guard ([folder] + [done].compactMap(\.self)).allSatisfy(Self.isFolder) else { throw .folder }
        server = try Self.server(
            host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host,
            parts.port ?? (isImplicit ? 993 : 143),
            security,
            (user, secret),
            query["ca"],
            timeout
        )
    }

    /// What the books know it by: never the password.
    public var name: String { "\(server.username ?? "")@\(server.host)/\(folder)" }

    /// The account at the server, which is mostly the address that people write to.
    public var account: String { server.username ?? "" }

    /// What holds for a relay holds here.
    private static func server(
        _ host: String,
        _ port: Int,
        _ security: SMTPSettings.Security,
        _ credentials: (user: String, password: String),
        _ authorities: String?,
        _ timeout: Int
    ) throws(Mistake) -> SMTPSettings {
        do throws(SMTPSettings.Mistake) {
            return try SMTPSettings(
                host: host,
                port: port,
                security: security,
                username: credentials.user,
                password: credentials.password,
                certificateAuthorityFile: authorities,
                timeout: timeout
            )
        } catch {
            switch error {
            case .host: throw .host
            case .port: throw .port
            case .clearTextToAnotherHost: throw .clearTextToAnotherHost
            case .credentials: throw .credentials
            case .timeout: throw .timeout
            case .url, .helloName: throw .url
            }
        }
    }

    /// Nothing in it means anything to a URL or to an IMAP command, nor needs its own coding there.
    private static func isFolder(_ text: String) -> Bool {
        (1...200).contains(text.utf8.count) && text.first != " " && text.last != " "
            && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || " ./_-".utf8.contains($0) }
    }
}

extension IMAPSettings: CustomStringConvertible, CustomDebugStringConvertible {
    /// Host, port and protection; never the account (S-26).
    public var description: String { server.description }

    /// The same as `description`, so that no debugging print shows the password.
    public var debugDescription: String { description }
}
