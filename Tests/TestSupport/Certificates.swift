public import Foundation

/// Certificates made on the spot by the `openssl` command: an authority, what it signed, and what it did not.
public struct Certificates: Sendable {
    /// A certificate and its private key, as PEM files.
    public struct Pair: Sendable {
        /// The certificate.
        public let certificate: String
        /// Its private key.
        public let key: String
    }

    /// The authority's own certificate.
    public let authority: String
    /// Signed by the authority, for `localhost` and 127.0.0.1.
    public let right: Pair
    /// Signed by the authority, for another host.
    public let anotherHost: Pair
    /// For `localhost` and 127.0.0.1, signed by an authority that nobody knows.
    public let unknownAuthority: Pair

    /// Makes them all in `folder`, good for two days.
    public static func make(in folder: URL) async throws -> Certificates {
        let settings = folder.appending(path: "openssl.cnf")
        try configuration.write(to: settings, atomically: true, encoding: .utf8)
        let press = Press(folder: folder)
        let authority = try await press.sign("authority", section: "authority", names: "DNS:authority.example", by: nil)
        let stranger = try await press.sign("stranger", section: "authority", names: "DNS:stranger.example", by: nil)
        let here = "DNS:localhost,IP:127.0.0.1"
        return Certificates(
            authority: authority.certificate,
            right: try await press.sign("right", section: "host", names: here, by: authority),
            anotherHost: try await press.sign("another", section: "host", names: "DNS:other.example", by: authority),
            unknownAuthority: try await press.sign("unknown", section: "host", names: here, by: stranger)
        )
    }

    private static let configuration = """
        [req]
        distinguished_name = subject
        [subject]
        [authority]
        basicConstraints = critical, CA:TRUE
        keyUsage = critical, keyCertSign
        [host]
        basicConstraints = critical, CA:FALSE
        extendedKeyUsage = serverAuth
        """
}

private struct Press {
    struct NotSigned: Error {
        let errors: String
    }

    let folder: URL

    func sign(
        _ name: String,
        section: String,
        names: String,
        by signer: Certificates.Pair?
    ) async throws -> Certificates.Pair {
        let pair = Certificates.Pair(certificate: path("\(name).pem"), key: path("\(name).key"))
        let request = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-config", path("openssl.cnf"), "-extensions", section, "-addext", "subjectAltName=\(names)",
            "-days", "2", "-subj", "/CN=\(name)", "-keyout", pair.key, "-out", pair.certificate,
        ]
        let signature = signer.map { ["-CA", $0.certificate, "-CAkey", $0.key] } ?? []
        let outcome = try await Child.run("/usr/bin/openssl", request + signature)
        guard outcome.status == 0 else { throw NotSigned(errors: outcome.errors) }
        return pair
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path() }
}
