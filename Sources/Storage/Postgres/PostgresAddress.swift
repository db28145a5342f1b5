import FoundationEssentials

/// Where the server is, and how we speak to it. TLS settings (`sslmode`, `sslrootcert`…) stand in the URL as libpq knows
/// them; to another machine than this one the certificate is verified unless the URL says otherwise.
struct PostgresAddress: Sendable {
    /// What libpq is given.
    let conninfo: String

    init(_ url: String) {
        let host = URLComponents(string: url)?.host ?? ""
        let isLocal = ["", "localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
        let saysHow = url.contains("sslmode=") || isLocal
        conninfo = saysHow ? url : url + (url.contains("?") ? "&" : "?") + "sslmode=verify-full"
    }

    /// What every connection begins with: nothing hangs for ever, and times are ours to give.
    static let settings = """
        SET statement_timeout = '30s'; SET lock_timeout = '20s'; SET idle_in_transaction_session_timeout = '60s';
        SET client_min_messages = warning; SET synchronous_commit = on; SET bytea_output = 'hex'
        """
}
