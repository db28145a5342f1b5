import CPostgres

/// Where the server is, and how we speak to it. TLS settings (`sslmode`, `sslrootcert`…) stand in the URL as libpq knows
/// them; to another machine than this one the certificate is verified unless the URL says otherwise.
struct PostgresAddress: Sendable {
    /// What libpq is given: our own settings first, so that the URL, which comes last, overrules them.
    let parameters: [(name: String, value: String)]

    /// - Throws: `StorageError.unavailable` where libpq cannot read the URL. The hint does not repeat it: it may hold a
    ///   password.
    init(_ url: String, patience: Patience) throws {
        let said = try Self.read(url)
        var parameters = [
            ("connect_timeout", String(patience.connecting.components.seconds)),
            // A machine that is gone says nothing more: half a minute of silence is enough.
            ("keepalives_idle", "15"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "30000"),
            ("client_encoding", "UTF8"), ("application_name", "doleances"),
        ]
        if !Self.isLocal(said) { parameters.append(("sslmode", "verify-full")) }
        self.parameters = parameters + [("dbname", url)]
    }

    /// Every host that may be called, whether the URL or the environment names it, is this machine. A service's file may
    /// name any other.
    private static func isLocal(_ said: [String: String]) -> Bool {
        let surroundings = values(PQconndefaults())
        guard said["service"] == nil, surroundings["service"] == nil else { return false }
        let names = ["host", "hostaddr"].compactMap { said[$0] ?? surroundings[$0] }
        return names.flatMap { $0.split(separator: ",") }.allSatisfy { host in
            // A path is a Unix socket's, an @ an abstract one's.
            ["localhost", "127.0.0.1", "::1"].contains(host) || host.hasPrefix("/") || host.hasPrefix("@")
        }
    }

    /// What the URL says, as libpq reads it.
    private static func read(_ url: String) throws -> [String: String] {
        guard let options = PQconninfoParse(url, nil) else {
            throw StorageError.unavailable(
                hint: "L’adresse de la base est illisible. Elle s’écrit postgresql://utilisateur@machine/base."
            )
        }
        return values(options)
    }

    /// The options that have a value. Frees libpq's list.
    private static func values(_ options: UnsafeMutablePointer<PQconninfoOption>?) -> [String: String] {
        defer { PQconninfoFree(options) }
        var found: [String: String] = [:]
        var option = options
        while let one = option?.pointee, let name = one.keyword {
            if let value = one.val { found[String(cString: name)] = String(cString: value) }
            option = option?.successor()
        }
        return found
    }
}
