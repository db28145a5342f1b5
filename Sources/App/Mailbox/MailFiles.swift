import Complaints
import Crypto
import Foundation
import Mail
import Registry
import Web

extension Register {
    /// Keeps what came with a mail and is of a kind that we take, under the rules of every document (S-33). The rest, and
    /// small pictures of the text, are in the mail itself, which is kept whole.
    func stage(_ files: [ReadMail.File]) async throws -> [FileSummary] {
        var kept: [FileSummary] = []
        for file in files where !file.isInline || file.bytes.count >= 10_000 {
            let name = FileName(file.name).display
            guard !file.bytes.isEmpty, kept.count < DocumentQuota.documents - 1,
                let kind = try? FileKind(name: name, head: file.bytes.prefix(512), isText: !file.bytes.contains(0))
            else { continue }
            let digest = hexadecimal(SHA256.hash(data: Data(file.bytes)))
            kept.append(try await stage(file.bytes, named: name, type: kind.contentType, digest: digest))
        }
        return kept
    }
}
