import Crypto
import Foundation
import Registry

extension Warehouse {
    /// Keeps a mail that a command has brought, byte for byte. The server that has these books, now or next, reads and sorts
    /// it as any other.
    func keepMail(at path: String, of name: String?) async throws -> [String] {
        let chosen = try await organisation(named: name)
        guard let bytes = FileManager.default.contents(atPath: path), !bytes.isEmpty else {
            throw Settings.Mistake(description: "Aucun courriel à lire sur l’entrée standard.", code: .value)
        }
        let register = try organisations.register(of: chosen, compose: noLetters)
        let digest = hexadecimal(SHA256.hash(data: bytes))
        let isNew = try await register.keepMail(Array(bytes), digest: digest, at: nil)
        return [isNew ? "Courriel gardé\u{A0}: il sera lu et trié par le serveur." : "Ce courriel est déjà connu."]
    }
}
