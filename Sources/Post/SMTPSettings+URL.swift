private import FoundationEssentials

extension SMTPSettings {
    /// Settings written as a URL: `smtp://user@relay.example:587` for STARTTLS, `smtps://user@relay.example:465` for
    /// TLS from the start; 587 and 465 may be left out.
    ///
    /// After a `?`, each at most once: `tls=none` (this machine only), `ca=` a PEM file, `hello=` the name to greet
    /// with, `timeout=` seconds. Reserved characters are percent-encoded: `contact%40centre.example`. `password`, read
    /// from a file by the caller, is better than a password in the URL and replaces it.
    public init(url: String, password: String? = nil) throws(Mistake) {
        guard let parts = URLComponents(string: url), ["", "/"].contains(parts.path), parts.fragment == nil,
            let host = parts.host, !host.isEmpty
        else { throw .url }
        let isImplicit = parts.scheme == "smtps"
        guard isImplicit || parts.scheme == "smtp" else { throw .url }
        let query = try Self.query(parts.queryItems ?? [])
        let security: Security
        switch (query["tls"], isImplicit) {
        case (nil, true): security = .implicitTLS
        case (nil, false): security = .startTLS
        case ("none", false): security = .none
        default: throw .url
        }
        try self.init(
            host: host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host,
            port: parts.port ?? (isImplicit ? 465 : 587),
            security: security,
            username: parts.user,
            password: password ?? parts.password,
            certificateAuthorityFile: query["ca"],
            timeout: try Self.seconds(query["timeout"]),
            helloName: query["hello"]
        )
    }

    private static func query(_ items: [URLQueryItem]) throws(Mistake) -> [String: String] {
        var values: [String: String] = [:]
        for item in items {
            guard ["tls", "ca", "hello", "timeout"].contains(item.name), let value = item.value, !value.isEmpty,
                values.updateValue(value, forKey: item.name) == nil
            else { throw .url }
        }
        return values
    }

    private static func seconds(_ text: String?) throws(Mistake) -> Int {
        guard let text else { return 60 }
        guard let seconds = Int(text) else { throw .timeout }
        return seconds
    }
}
