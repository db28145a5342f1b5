import Complaints
import Crypto
import Foundation
import Logging
import NIOSSL
import Synchronization

/// The certificate that new connections are shown, read again when its files change: whoever renews certificates replaces
/// files, and need not stop the server.
final class CertificateShelf: Sendable {
    private struct Shelf {
        var context: NIOSSLContext
        /// When the server's own certificate ends.
        var ends: Instant?
        /// What the files held when it was made.
        var held: SHA256Digest?
        /// Why what they hold since cannot be used, as it was told.
        var told: String?
    }

    private let files: Settings.TLSFiles
    private let shelf: Mutex<Shelf>

    /// - Throws: `Settings.Mistake` where the files cannot be used.
    init(_ files: Settings.TLSFiles) throws {
        self.files = files
        let held = Self.digest(files)
        let context = try NIOSSLContext(configuration: files.configuration)
        shelf = Mutex(Shelf(context: context, ends: files.ends, held: held))
    }

    /// What a new connection begins with.
    var context: NIOSSLContext { shelf.withLock { $0.context } }

    /// When the certificate that is shown ends.
    var ends: Instant? { shelf.withLock { $0.ends } }

    /// Looks at the files, and takes what they hold now. Where that cannot be used, as while only one of the two has been
    /// replaced, what there was stays, that is told once, and they are tried again the next time.
    func renew(_ logger: Logger) {
        let held = Self.digest(files)
        guard shelf.withLock({ $0.held != held }) else { return shelf.withLock { $0.told = nil } }
        do {
            try Settings.protected(files.key).check()
            let context = try NIOSSLContext(configuration: files.configuration)
            shelf.withLock { $0 = Shelf(context: context, ends: files.ends, held: held) }
            logger.notice("certificate renewed")
        } catch {
            let reason = OperatorMessage(error).text
            let isNews = shelf.withLock { shelf in
                defer { shelf.told = reason }
                return shelf.told != reason
            }
            if isNews { logger.error("certificate cannot be used", metadata: ["reason": "\(reason)"]) }
        }
    }

    /// What both files hold; nil where one of them cannot be read.
    private static func digest(_ files: Settings.TLSFiles) -> SHA256Digest? {
        guard let certificate = FileManager.default.contents(atPath: files.certificate),
            let key = FileManager.default.contents(atPath: files.key)
        else { return nil }
        var hash = SHA256()
        hash.update(data: Data("\(certificate.count):".utf8))
        hash.update(data: certificate)
        hash.update(data: key)
        return hash.finalize()
    }
}
