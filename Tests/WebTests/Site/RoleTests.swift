import Complaints
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `Every address` {
    /// Who may ask for it, or send to it.
    enum Policy: Sendable {
        /// Anybody.
        case open
        /// Whoever reads case files.
        case readers
    }

    /// The whole table: an address that is not in it fails the test (S-60).
    static let policies: [String: Policy] = [
        "GET /": .open, "GET /sante": .open, "GET /registre/point-de-controle": .open, "GET /ressources/{nom}": .open,
        "GET /reclamation": .open, "POST /reclamation": .open, "GET /reclamation/recepisse/{envoi}": .open,
        "GET /reclamation/preuve/{envoi}": .open, "GET /connexion": .open, "POST /connexion": .open,
        "POST /deconnexion": .open,
        "GET /tableau-de-bord": .readers, "GET /receptions": .readers, "GET /registre": .readers,
        "GET /dossiers/{numero}": .readers, "POST /dossiers/{numero}/{acte}": .readers, "GET /pieces/{id}": .readers,
        "GET /lettres/{id}": .readers, "POST /lettres/{id}/remise": .readers, "POST /lettres/{id}/relance": .readers,
    ]

    // Shows: S-60
    @Test func `has a policy`() async throws {
        try await TestSite.open { site in
            let declared = Routes.router(for: site.site).routes.map { "\($0.method.rawValue) \($0.path)" }
            #expect(Set(declared) == Set(Self.policies.keys))
        }
    }

    // Shows: S-60, R-67
    @Test(arguments: Role.allCases) func `of the staff opens to the roles that may read, and says so to the others`(
        role: Role
    ) async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([role])
            let paths = try await addresses(site)
            let reads = ![Role.auditor, .administrator].contains(role)
            for (route, policy) in Self.policies where policy == .readers {
                let path = try #require(paths[route])
                let isForm = route.hasPrefix("POST")
                let answer = isForm ? try await desk.post(path, ["texte": "Vu"]) : try await desk.get(path)
                if reads {
                    #expect([200, 303, 403, 422].contains(answer.status), "\(role) \(route): \(answer.status)")
                    #expect(isForm || answer.status == 200, "\(role) \(route): \(answer.status)")
                } else {
                    #expect(answer.status == 403, "\(role) \(route): \(answer.status)")
                    #expect(answer.text.contains("Les dossiers ne vous sont pas ouverts"), "\(role) \(route)")
                    #expect(!answer.text.contains("Remboursement") && !answer.text.contains("Àrçy"), "\(role) \(route)")
                }
            }
        }
    }

    // Shows: S-60
    @Test func `of the staff leads nobody in without a session`() async throws {
        try await TestSite.open { site in
            let paths = try await addresses(site)
            for (route, policy) in Self.policies where policy == .readers {
                let path = try #require(paths[route])
                let isForm = route.hasPrefix("POST")
                let answer = try await site.run { client in
                    try await client.execute(uri: path, method: isForm ? .post : .get) { TestAnswer($0) }
                }
                #expect(answer.status == (isForm ? 401 : 303), "\(route)")
                #expect(!answer.text.contains("Remboursement"), "\(route)")
            }
        }
    }

    // Shows: R-67
    @Test(arguments: Role.allCases) func `lets an act through only to the roles of the rules`(role: Role) async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([role])
            let id = try await site.lead(to: .registered)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)"
            let retired = try await desk.post("\(path)/retrait", ["motif": "La personne s’est ravisée"])
            let mayWithdraw = Act.withdraw.roles.contains(role)
            let reads = ![Role.auditor, .administrator].contains(role)
            #expect(retired.status == (mayWithdraw ? 303 : reads ? 422 : 403), "\(role)")
            if reads, !mayWithdraw { #expect(retired.text.contains("La personne s’est ravisée")) }
        }
    }

    /// An address of each route, of a case file that exists.
    private func addresses(_ site: TestSite) async throws -> [String: String] {
        let original = Original(
            lastName: "Àrçy",
            firstName: "Noé",
            stakeholder: .trainee,
            email: "noe@example.org",
            subject: "Remboursement",
            text: "Remboursement refusé."
        )
        let id = try await site.books.receive(original)
        let file = try await site.books.register.caseFile(id)
        let letter = try #require(try await site.books.register.letters(of: id).first).id
        let digest = String(repeating: "0", count: 64)
        let note = StagedAttachment(name: "note.txt", type: "text/plain", length: 3, digest: digest)
        let piece = try await site.books.register.stage(note, for: nil) { $0 == 0 ? Array("oui".utf8) : nil }
        try await site.books.register.change(id, by: .officer(Story.manager), attaching: [piece]) {
            try $0.amend(Amendment(text: "Pièce", files: [piece], email: nil), $1)
        }
        let base = "/dossiers/\(file.address)"
        return [
            "GET /tableau-de-bord": "/tableau-de-bord", "GET /receptions": "/receptions", "GET /registre": "/registre",
            "GET /dossiers/{numero}": base, "POST /dossiers/{numero}/{acte}": "\(base)/notes",
            "GET /pieces/{id}": "/pieces/\(piece.id)", "GET /lettres/{id}": "/lettres/\(letter)",
            "POST /lettres/{id}/remise": "/lettres/\(letter)/remise",
            "POST /lettres/{id}/relance": "/lettres/\(letter)/relance",
        ]
    }
}
