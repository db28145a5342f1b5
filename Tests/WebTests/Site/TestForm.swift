import HTTPTypes
import HummingbirdTesting

@testable import Web

/// The public form as somebody fills it, round after round.
struct TestForm {
    /// The form's identifier, as its page gave it.
    let envoi: String
    var words = [
        "nom": "Àrçy", "prenom": "Noé", "vous_etes": "stagiaire", "courriel": "noe@exemple.example",
        "objet": "Salle froide", "reclamation": "Trois jours sans chauffage",
    ]

    /// The body of one round; `kept` and `notice` are what hidden fields say was kept and refused before.
    func body(
        _ step: String,
        kept: [String] = [],
        removed: [String] = [],
        notice: String? = nil,
        files: [(name: String, content: [UInt8])] = []
    ) -> [UInt8] {
        var body = MultipartBody()
        body.add("envoi", envoi)
        for (name, value) in words.sorted(by: { $0.key < $1.key }) { body.add(name, value) }
        for file in files { body.add("piece_jointe", filename: file.name, file.content) }
        for value in kept { body.add("piece_gardee", value) }
        if let notice { body.add("avis", notice) }
        for value in removed { body.add("retirer", value) }
        body.add("etape", step)
        return body.closed
    }
}

extension TestSite {
    /// A fresh form.
    func openForm() async throws -> TestForm {
        let page = try await run { client in
            try await client.execute(uri: "/reclamation", method: .get) { TestAnswer($0) }
        }
        return TestForm(envoi: page.hidden("envoi") ?? "")
    }

    /// Sends a round of the public form.
    func post(_ body: [UInt8]) async throws -> TestAnswer { try await post("/reclamation", body, headers: [:]) }
}
