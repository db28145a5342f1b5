import Logging
import ServiceLifecycle

/// Looks every few seconds whether the certificate's files have changed.
struct RenewCertificate: Service {
    let certificates: CertificateShelf
    let logger: Logger

    /// Seconds between two looks.
    private static let pause = 5

    func run() async throws {
        for await _ in Every(seconds: Self.pause).cancelOnGracefulShutdown() { certificates.renew(logger) }
    }
}
