/// How to reach the relay that carries our letters.
public struct SMTPSettings: Sendable, Hashable {
    /// How the conversation is protected; there is no “if possible” (S-79).
    public enum Security: String, Sendable, Hashable, CaseIterable {
        /// Begins in clear and must turn to TLS before anything is said (RFC 3207), as on port 587.
        case startTLS = "starttls"
        /// TLS from the first byte (RFC 8314), as on port 465.
        case implicitTLS = "implicit"
        /// Clear text: only to a relay on this very machine.
        case none
    }

    /// What is wrong with a setting.
    public enum Mistake: String, Error, Sendable, Hashable, CaseIterable {
        /// Not `smtp://…` or `smtps://…`, or with a path, a fragment or a parameter that means nothing here.
        case url
        /// Neither a host name nor an IP address.
        case host
        /// Not from 1 to 65535.
        case port
        /// Clear text to a host that is not this machine.
        case clearTextToAnotherHost
        /// A name without a password, a password without a name, or a control character in one of them.
        case credentials
        /// A name to greet with that is not a host name.
        case helloName
        /// Not from 1 to 600 seconds.
        case timeout
    }

    /// Host name or IP address of the relay, IPv6 without brackets.
    public let host: String
    /// TCP port.
    public let port: Int
    /// How the conversation is protected.
    public let security: Security
    /// The account at the relay, if it wants one.
    public let username: String?
    /// The password of that account.
    public let password: String?
    /// A PEM file of the only authorities to trust; nil for those of the machine.
    public let certificateAuthorityFile: String?
    /// The longest one delivery may take, in seconds; a relay gone silent is given as long again to answer QUIT.
    public let timeout: Int
    /// The name we greet with; nil for the name of the machine.
    public let helloName: String?

    /// Settings that hold together, or the first `Mistake` found.
    public init(
        host: String,
        port: Int,
        security: Security,
        username: String? = nil,
        password: String? = nil,
        certificateAuthorityFile: String? = nil,
        timeout: Int = 60,
        helloName: String? = nil
    ) throws(Mistake) {
        guard Self.isHost(host) else { throw .host }
        guard (1...65_535).contains(port) else { throw .port }
        guard security != .none || Self.isLoopback(host) else { throw .clearTextToAnotherHost }
        guard Self.areCredentials(username, password) else { throw .credentials }
        guard (1...600).contains(timeout) else { throw .timeout }
        guard helloName.map(Self.isHostName) ?? true else { throw .helloName }
        self.host = host
        self.port = port
        self.security = security
        self.username = username
        self.password = password
        self.certificateAuthorityFile = certificateAuthorityFile
        self.timeout = timeout
        self.helloName = helloName
    }

    private static func isHost(_ text: String) -> Bool { isHostName(text) || isIPv6(text) }

    /// Letters, digits, dots and hyphens, so that nothing in it means anything to a URL or to an SMTP command (S-27).
    private static func isHostName(_ text: String) -> Bool {
        (1...253).contains(text.utf8.count)
            && text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.count) && label.first != UInt8(ascii: "-")
                    && label.allSatisfy { hostCharacters.contains($0) }
            }
    }

    private static func isIPv6(_ text: String) -> Bool {
        (2...45).contains(text.utf8.count) && text.contains(":")
            && text.utf8.allSatisfy { "0123456789abcdefABCDEF:.".utf8.contains($0) }
    }

    private static let hostCharacters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-".utf8)

    /// libcurl never asks the network what `localhost` is (since 7.78).
    private static func isLoopback(_ host: String) -> Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }

    private static func areCredentials(_ username: String?, _ password: String?) -> Bool {
        guard let username, let password else { return username == nil && password == nil }
        return !username.isEmpty
            && (username + password).unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
    }
}

extension SMTPSettings: CustomStringConvertible, CustomDebugStringConvertible {
    /// Host, port and protection; never the account (S-26).
    public var description: String { "\(host):\(port) (\(security.rawValue))" }

    /// The same as `description`, so that no debugging print shows the password.
    public var debugDescription: String { description }
}
