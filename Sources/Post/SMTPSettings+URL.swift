internal import FoundationEssentials

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
        guard let query = Self.query(parts.queryItems ?? [], knowing: ["tls", "ca", "hello", "timeout"]),
            let security = Security(tls: query["tls"], isImplicit: isImplicit)
        else { throw .url }
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

    /// What stands after a `?`, by its names; nil where one is unknown, empty or there twice.
    static func query(_ items: [URLQueryItem], knowing names: Set<String>) -> [String: String]? {
        var values: [String: String] = [:]
        for item in items {
            guard names.contains(item.name), let value = item.value, !value.isEmpty,
                values.updateValue(value, forKey: item.name) == nil
            else { return nil }
        }
        return values
    }

    private static func seconds(_ text: String?) throws(Mistake) -> Int {
        guard let text else { return 60 }
        guard let seconds = Int(text) else { throw .timeout }
        return seconds
    }
}

extension SMTPSettings.Security {
    /// How a URL is to be reached; nil where it asks for what there is not.
    ///
    /// - Parameters:
    ///   - tls: what it says after `tls=`.
    ///   - isImplicit: whether its scheme is that of TLS from the start.
    init?(tls: String?, isImplicit: Bool) {
        switch (tls, isImplicit) {
        case (nil, true): self = .implicitTLS
        case (nil, false): self = .startTLS
        case ("none", false): self = .none
        default: return nil
        }
    }
}
