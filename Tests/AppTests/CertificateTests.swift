import Foundation
import Logging
import TestSupport
import Testing

@testable import App

@Suite struct `A certificate that is renewed` {
    // Shows: S-81
    @Test func `is taken up once its key has come too, and is what it was until then`() async throws {
        try await withTemporaryFolder { folder in
            let made = try await Certificates.make(in: folder)
            let files = Settings.TLSFiles(
                certificate: folder.appending(path: "c.pem").path(),
                key: folder.appending(path: "k.pem").path()
            )
            let put = { (from: String, to: String) in
                try Data(contentsOf: URL(filePath: from)).write(to: URL(filePath: to), options: .atomic)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: to)
            }
            try put(made.right.certificate, files.certificate)
            try put(made.right.key, files.key)
            let shelf = try CertificateShelf(files)
            let logger = Logger(label: "test")
            let first = shelf.context
            shelf.renew(logger)
            #expect(shelf.context === first, "nothing has changed")
            try put(made.anotherHost.certificate, files.certificate)
            shelf.renew(logger)
            #expect(shelf.context === first, "the key is the former one's")
            try put(made.anotherHost.key, files.key)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: files.key)
            shelf.renew(logger)
            #expect(shelf.context === first, "the key is open to others")
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: files.key)
            shelf.renew(logger)
            #expect(shelf.context !== first, "closed to others, it serves")
            try put(made.right.certificate, files.certificate)
            try put(made.right.key, files.key)
            shelf.renew(logger)
            let back = shelf.context
            try put(made.anotherHost.certificate, files.certificate)
            try FileManager.default.removeItem(atPath: files.key)
            shelf.renew(logger)
            #expect(shelf.context === back, "there is no key")
            try put(made.anotherHost.key, files.key)
            shelf.renew(logger)
            let second = shelf.context
            #expect(second !== back)
            shelf.renew(logger)
            #expect(shelf.context === second)
        }
    }
}
