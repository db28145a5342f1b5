import Logging
import ServiceLifecycle

/// Looks every few seconds whether the certificate's files have changed.
struct RenewCertificate: Service {
    let certificates: CertificateShelf
    let logger: Logger

    /// Seconds between two looks.
    private static let pause = 5

    func run() async throws {
        var ticks = 0
        for await _ in EverySecond().cancelOnGracefulShutdown() {
            ticks += 1
            if ticks.isMultiple(of: Self.pause) { certificates.renew(logger) }
        }
    }
}
