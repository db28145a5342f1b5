import Complaints
import Registry
import TestSupport
import Testing

@testable import Web

extension TestSite {
    /// What its complainant follows it with.
    static let secret = TrackingSecret(random: (3...19).map(UInt8.init))

    /// An address of each route, of a case file that exists.
    func addresses() async throws -> [String: String] {
        let original = Original(
            lastName: "Àrçy",
            firstName: "Noé",
            stakeholder: .trainee,
            email: "noe@example.org",
            subject: "Remboursement",
            text: "Remboursement refusé."
        )
        let intake = Register.Intake(channel: .form, original: original, secret: Self.secret)
        let id = try await books.register.receive(intake).caseFile
        let file = try await books.register.caseFile(id)
        let letter = try #require(try await books.register.letters(of: id).first).id
        let digest = String(repeating: "0", count: 64)
        let note = StagedAttachment(name: "note.txt", type: "text/plain", length: 3, digest: digest)
        let piece = try await books.register.stage(note, for: nil) { $0 == 0 ? Array("oui".utf8) : nil }
        try await books.register.change(id, by: .officer(Story.manager), attaching: [piece]) {
            try $0.amend(Amendment(text: "Pièce", files: [piece], email: nil), $1)
        }
        let base = "/dossiers/\(file.address)"
        return [
            "GET /tableau-de-bord": "/tableau-de-bord", "GET /receptions": "/receptions", "GET /registre": "/registre",
            "GET /dossiers/{numero}": base, "POST /dossiers/{numero}/{acte}": "\(base)/notes",
            "GET /pieces/{id}": "/pieces/\(piece.id)", "GET /lettres/{id}": "/lettres/\(letter)",
            "POST /lettres/{id}/remise": "/lettres/\(letter)/remise",
            "POST /lettres/{id}/relance": "/lettres/\(letter)/relance",
            "GET /dossiers/{numero}/{acte}": "\(base)/notes", "GET /lettres/{id}/remise": "/lettres/\(letter)/remise",
            "GET /lettres/{id}/relance": "/lettres/\(letter)/relance",
            "GET /audit/dossiers/{numero}": "/audit/dossiers/\(file.address)",
            "GET /suivi/dossier/{acte}": "/suivi/dossier/ajouts", "POST /suivi/dossier/{acte}": "/suivi/dossier/ajouts",
        ]
    }
}
