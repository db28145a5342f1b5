import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `What is easier where scripts run` {
    /// As a picture begins; whether it can be drawn is the browser's affair.
    private static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]

    /// The case of somebody who sent a picture and a note, and the two documents.
    private func receive(_ site: TestSite) async throws -> (picture: FileSummary, note: FileSummary) {
        let form = try await site.openForm()
        let files = [(name: "salle.png", content: Self.picture), (name: "reçu.txt", content: Array("120 €".utf8))]
        #expect(try await site.post(form.body("envoi", files: files)).status == 303)
        let id = try #require(try await site.books.register.find("2026-R-0001"))
        let received = try await site.books.register.caseFile(id).reception.original.files
        return (
            try #require(received.first { $0.type == "image/png" }),
            try #require(received.first { $0.type != "image/png" })
        )
    }

    // Shows: S-03
    @Test func `is allowed on the pages that have it, and no script on any other`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager, .management, .administrator])
            let scripted = [
                "/reclamation", "/tableau-de-bord", "/receptions", "/registre", "/oral", "/raccourcis",
                "/reglages", "/etat", "/vues", "/audit",
            ]
            for path in scripted + [
                "/", "/procedure", "/suivi", "/connexion", "/compte", "/compte/jetons", "/reglages/comptes", "/absent",
            ] {
                let answer = try await desk.get(path)
                let policy = try #require(answer.headers[.contentSecurityPolicy])
                let isScripted = scripted.contains(path)
                #expect(answer.text.contains("<script type=\"module\" src=\"/ressources/") == isScripted, "\(path)")
                #expect(policy.contains("script-src 'self'") == isScripted, "\(path)")
                #expect(policy.contains("script-src 'none'") != isScripted, "\(path)")
                #expect(policy.contains("require-trusted-types-for 'script'") == isScripted, "\(path)")
            }
        }
    }

    @Test func `is served under a name that tells its content, as a script and nothing else`() async throws {
        try await TestSite.open { site in
            let page = try await site.get("/reclamation").text
            let source = try #require(page.firstMatch(of: /<script type="module" src="([^"]+)"><\/script>/)).1
            let script = try await site.get(String(source))
            #expect(script.status == 200 && script.headers[.contentType] == "text/javascript; charset=utf-8")
            #expect(script.headers[.cacheControl] == "public, max-age=31536000, immutable")
        }
    }

    @Test func `is listed for whoever is signed in, by the doors that are theirs`() async throws {
        try await TestSite.open { site in
            #expect(try await site.get("/raccourcis").status == 303)
            let manager = try await site.desk([.complaintsManager]).get("/raccourcis")
            #expect(manager.status == 200 && manager.text.contains("Aller au registre"))
            let administrator = try await site.desk([.administrator], email: "ana@cine-atelier.example")
            let page = try await administrator.get("/raccourcis").text
            #expect(!page.contains("Aller au registre") && page.contains("Aller à votre compte"))
        }
    }

    // Shows: S-35, S-37
    @Test(arguments: Engine.available)
    func `shows a picture beside the forms, no other document, and none in which something was found`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let (picture, note) = try await receive(site)
            let desk = try await site.desk([.complaintsManager])
            let path = "/dossiers/2026-R-0001"
            let shown = "<img src=\"/pieces/\(picture.id)\""
            let plain = try await desk.get(path).text
            #expect(!plain.contains("<img") && plain.contains("\(path)?piece=\(picture.id)#a-cote"))
            #expect(!plain.contains("?piece=\(note.id)"))
            #expect(try await desk.get("\(path)?piece=\(picture.id)").text.contains(shown))
            for other in [note.id, "absente"] {
                #expect(try await !desk.get("\(path)?piece=\(other)").text.contains("<img"))
            }
            let bytes = try await desk.get("/pieces/\(picture.id)")
            #expect(bytes.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(bytes.headers[.contentSecurityPolicy] == SecurityHeaders<Visit>.sandbox)
            try await site.books.register.keepScan(of: picture.id, finding: "Essai")
            let flagged = try await desk.get("\(path)?piece=\(picture.id)").text
            #expect(!flagged.contains("<img") && !flagged.contains("?piece="))
        }
    }

    @Test(arguments: Engine.available) func `keeps the picture beside a form that comes back, and no other document`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let (picture, note) = try await receive(site)
            let desk = try await site.desk([.complaintsManager])
            let path = "/dossiers/2026-R-0001"
            let carried = "<input type=\"hidden\" name=\"piece\" value=\"\(picture.id)\">"
            #expect(try await desk.get("\(path)?piece=\(picture.id)").text.contains(carried))
            #expect(try await !desk.get(path).text.contains("name=\"piece\""))
            for more in [[:], ["relire": "1"]] {
                for (id, isShown) in [(picture.id, true), (note.id, false), ("absente", false)] {
                    let typed = ["message": "[à compléter\u{A0}: numéro]", "piece": id].merging(more) { $1 }
                    let back = try await desk.post("\(path)/demande-complements", typed)
                    #expect(back.status == 422 && back.text.contains("<img src=\"/pieces/\(id)\"") == isShown, "\(id)")
                    #expect(back.text.contains(carried) == isShown, "\(id)")
                }
            }
        }
    }
}
