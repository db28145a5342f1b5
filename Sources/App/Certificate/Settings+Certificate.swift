import Complaints
import NIOSSL

extension Settings.TLSFiles {
    /// When the server's own certificate ends, the first of the chain; nil where it cannot be read.
    var ends: Instant? {
        (try? NIOSSLCertificate.fromPEMFile(certificate))?.first
            .map { Instant(secondsSince1970: Int64($0.notValidAfter)) }
    }

    /// What the server speaks TLS with. - Throws: `Settings.Mistake` where the files are no certificates and no key, or the
    /// key is another certificate's.
    var configuration: TLSConfiguration {
        get throws {
            do {
                var configuration = TLSConfiguration.makeServerConfiguration(
                    certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
                    privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
                )
                configuration.minimumTLSVersion = .tlsv12
                // Tried here: the server would only find out once it starts.
                _ = try NIOSSLContext(configuration: configuration)
                return configuration
            } catch {
                throw Settings.Mistake(
                    description:
                        "Le certificat \(certificate) et la clé \(key) ne peuvent pas servir\u{A0}: il faut une chaîne de "
                        + "certificats et la clé du premier, au format PEM (--tls-certificate, --tls-key)."
                )
            }
        }
    }
}
