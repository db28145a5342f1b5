import Complaints
import Crypto
import TestSupport

@testable import Registry
@testable import Web

extension TestSite {
    /// A mail that came, with a file, for a person to judge; it may seem to be about a case.
    func post(_ canary: String, _ register: Register, about caseFile: CaseFile.ID? = nil) async throws -> String {
        // No two are the same mail.
        let number = hexadecimal(site.world.bytes(8))
        let bytes = Array("Subject: \(canary) \(number)\r\n\r\nCombien coûte-t-elle, dit \(canary)\r\n".utf8)
        let digest = hexadecimal(SHA256.hash(data: bytes))
        try await register.keepMail(bytes, digest: digest, at: nil)
        guard let mail = try await register.claimMail() else { throw Register.Failure.unknown }
        var reading = IncomingMail()
        reading.sender = IncomingMail.Sender(name: "Àrçy \(canary)", address: "\(canary)@example.org")
        reading.subject = "Question \(canary)"
        reading.passages = [IncomingMail.Passage("Combien coûte-t-elle, dit \(canary)")]
        let name = "\(canary)-courriel.txt"
        let file = try await register.stage(bytes, named: name, type: "text/plain", digest: digest)
        try await register.note(reading, with: [file], of: mail)
        let reason: MailReason = caseFile == nil ? .otherSubject : .otherSender
        try await register.sort(mail, as: MailSorting(.toRead, reason, caseFile))
        return mail.id
    }
}
