import Crypto
import Foundation
import Storage

extension Register {
    /// Which of some UIDs are kept whole: their bytes are read again, and are what they were.
    public func mailsKeptWhole(in mailbox: String, validity: Int, among uids: [Int]) async throws -> [Int] {
        var whole: [Int] = []
        for uid in uids {
            let row = try await database.read { connection in
                try connection.run(
                    """
                    SELECT m.attachment, m.digest FROM mail_place p
                    JOIN mail m ON m.organisation = p.organisation AND m.id = p.mail
                    WHERE p.organisation = \(organisation.id) AND p.mailbox = \(mailbox) AND p.validity = \(validity)
                        AND p.uid = \(uid) AND m.attachment <> ''
                    """
                ).first
            }
            guard let row, try await digest(of: try row.text(0)) == row.text(1) else { continue }
            whole.append(uid)
        }
        return whole
    }

    private func digest(of attachment: String) async throws -> String {
        var hash = SHA256()
        try await eachChunk(of: attachment) { hash.update(data: Data($0)) }
        return hexadecimal(hash.finalize())
    }
}
