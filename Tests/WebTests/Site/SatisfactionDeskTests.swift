import Complaints
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The satisfaction of a complainant` {
    private static let typed = ["note": "2", "voie": "courrier", "le": "2026-11-23", "texte": "Un peu <long>"]

    // Shows: R-42
    @Test(arguments: Engine.available) func `is noted at the desk once the case is closed, and shown in its head`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let id = try await site.lead(to: .closed)
            let before = try await site.books.register.caseFile(id)
            let path = "/dossiers/\(before.address)"
            let page = try await desk.get(path)
            #expect(page.text.contains("À demander\u{A0}: l’avis de clôture n’est pas encore parti"))
            let notice = try #require(before.letters.last { $0.kind == .closing })
            try await site.books.register.change(id, by: .officer(Story.manager)) {
                try $0.issue(LetterIssue(letter: notice.id, kind: .closing, way: .post, trace: ""), $1)
            }
            let asked = try await desk.get(path)
            #expect(asked.text.contains("Demandée le 23/11/2026\u{202F}; pas de réponse notée"))
            #expect(
                page.text.contains("action=\"\(path)/satisfaction\"")
                    && !page.text.contains("id=\"satisfaction-motif\"")
            )
            let done = try await desk.post("\(path)/satisfaction", Self.typed)
            #expect(done.status == 303)
            let shown = try await desk.get(path)
            let head = try #require(shown.text.firstMatch(of: /<header class="case-heading">[\s\S]*?<\/header>/)).output
            #expect(head.contains("2\u{A0}: plutôt pas, le 23/11/2026") && head.contains("Close"))
            let history = try #require(shown.text.firstMatch(of: /<ol class="history">[\s\S]*?<\/ol>/)).output
            #expect(history.contains("voie\u{A0}: Courrier") && history.contains("Un peu &lt;long&gt;"))
            let after = try await site.books.register.caseFile(id)
            #expect(after.stage == .closed && after.due == before.due && after.satisfaction?.mark == .two)
        }
    }

    // Shows: F-10, R-42
    @Test(arguments: Engine.available) func `is noted once however often its form is sent, and corrected with a reason`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .closed)
            let file = try await site.books.register.caseFile(id)
            let path = "/dossiers/\(file.address)/satisfaction"
            let first = Self.typed.merging(["version": String(file.version)]) { $1 }
            for _ in 1...2 { #expect(try await desk.post(path, first).status == 303) }
            #expect(try await site.books.register.caseFile(id).version == file.version + 1)
            var second = Self.typed.merging(["note": "4"]) { $1 }
            let refused = try await desk.post(path, second)
            #expect(refused.status == 422 && refused.text.contains("10 caractères"))
            #expect(refused.text.contains("id=\"satisfaction-motif\"") && refused.text.contains("Un peu &lt;long&gt;"))
            second["motif"] = "Le 4 se lisait 2"
            #expect(try await desk.post(path, second).status == 303)
            let page = try await desk.get("/dossiers/\(file.address)")
            #expect(page.text.contains("4\u{A0}: plutôt oui, le 23/11/2026") && page.text.contains("Le 4 se lisait 2"))
            #expect(page.text.contains("2\u{A0}: plutôt pas, le 23/11/2026"))
        }
    }
}
