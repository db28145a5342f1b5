import HTTPTypes
public import Hummingbird

/// The site's cookies, all of one kind (S-07): for this host alone, unreadable to scripts, not sent along with other
/// sites' posts, and sent over TLS only.
///
/// On plain HTTP, which is for the machine itself, browsers refuse the `__Host-` prefix and `Secure`: there the same
/// cookie goes by its bare name.
public struct SiteCookies: Sendable {
    private let isSecure: Bool

    /// - Parameter isSecure: whether the base URL is https.
    public init(isSecure: Bool) { self.isSecure = isSecure }

    /// Gives the browser a cookie.
    ///
    /// - Parameters:
    ///   - value: at most 4,000 bytes of token characters: a random token, nothing else.
    ///   - seconds: how long it is kept; `nil` until the browser closes.
    public func set(_ name: String, to value: String, for seconds: Int? = nil, on response: inout Response) {
        precondition(value.utf8.allSatisfy(\.isToken) && value.utf8.count <= 4_000, "A cookie holds a token.")
        var line = "\(fullName(name))=\(value); Path=/; HttpOnly; SameSite=Lax"
        if let seconds { line += "; Max-Age=\(seconds)" }
        if isSecure { line += "; Secure" }
        response.headers.append(HTTPField(name: .setCookie, value: line))
    }

    /// Takes the cookie back.
    public func clear(_ name: String, on response: inout Response) { set(name, to: "", for: 0, on: &response) }

    /// The value that the browser sends; `nil` where it sends none, or two of the same name: one is then not ours.
    public func value(_ name: String, of request: Request) -> String? {
        let prefix = fullName(name) + "="
        let cookies = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }
        let values = cookies.map { $0.drop(while: \.isWhitespace) }.filter { $0.hasPrefix(prefix) }
        return values.count == 1 ? String(values[0].dropFirst(prefix.count)) : nil
    }

    private func fullName(_ name: String) -> String { isSecure ? "__Host-" + name : name }
}
