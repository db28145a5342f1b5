import Complaints
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `Two tabs on one case file` {
    private static let named = "Mise en cause ajoutée"

    /// What a form of the page would send for a box or a menu's choice, by its value.
    private func isChosen(_ value: String, in answer: TestAnswer) -> Bool {
        answer.text.matches(of: /<(?:input|option)[^>]*>/).map { String($0.output) }
            .contains { $0.contains("value=\"\(value)\"") && ($0.contains(" checked") || $0.contains(" selected")) }
    }

    // Shows: R-23
    @Test(arguments: Engine.available) func `of one person or of two do not undo whom the other named`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let (mine, register) = (try await site.desk([.complaintsManager]), site.books.register)
            let theirs = try await site.desk([.complaintsManager], email: "camille@cine-atelier.example")
            let luc = try await site.hire([.complaintsManager], email: "luc@cine-atelier.example")
            for (other, said) in [(mine, "Vous avez vous-même modifié"), (theirs, "Quelqu’un d’autre a modifié")] {
                let id = try await site.lead(to: .registered)
                let file = try await register.caseFile(id)
                let path = "/dossiers/\(file.address)/qualification"
                let (version, nature) = (String(file.version), Nature.complaint.rawValue)
                let first = [
                    "version": version, "nature": nature, "motif": "Luc est nommé", "theme": Theme.trainer.rawValue,
                    "mis_en_cause": luc.id, "consommateur": "oui",
                ]
                #expect(try await other.post(path, first).status == 303)
                let old = [
                    "version": version, "nature": nature, "motif": "Une autre raison <b>écrite</b>", "theme": "",
                    "consommateur": ConsumerStatus.undetermined.rawValue,
                ]
                let refused = try await mine.post(path, old)
                #expect(refused.status == 409 && refused.text.contains(said))
                #expect(refused.text.contains("Une autre raison &lt;b&gt;écrite&lt;/b&gt;</textarea>"))
                let list = try #require(refused.text.firstMatch(of: /role="alert"[\s\S]*?<\/ul>/)).output
                #expect(list.contains(Self.named) && list.contains("Qualifiée"))
                #expect(isChosen(luc.id, in: refused) && isChosen(Theme.trainer.rawValue, in: refused))
                #expect(try await register.caseFile(id).version == file.version + 1)
                let again = old.merging([
                    "version": try #require(refused.hidden("version")), "mis_en_cause": luc.id,
                    "theme": Theme.trainer.rawValue,
                ]) { $1 }
                #expect(try await mine.post(path, again).status == 303)
                let after = try await register.caseFile(id)
                #expect(after.implicated == [luc.id] && after.qualification?.theme == .trainer)
            }
        }
    }
}
