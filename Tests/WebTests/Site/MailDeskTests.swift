import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The mails that came` {
    // Shows: S-74, S-78
    @Test(arguments: Engine.available) func `are all listed, and read with what came with them`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let id = try await site.post("canari", site.books.register)
            let list = try await desk.get("/courriels").text
            #expect(list.contains("href=\"/courriels/\(id)\"") && list.contains("Question canari"))
            #expect(try await desk.get("/courriels?tri=indesirable").text.contains("Aucun courriel de cette sorte"))
            #expect(try await desk.get("/tableau-de-bord").text.contains("href=\"/courriels/\(id)\""))
            let page = try await desk.get("/courriels/\(id)")
            #expect(page.text.contains("Combien coûte-t-elle, dit canari"))
            for path in ["original", "fichiers/1"] {
                let file = try await desk.get("/courriels/\(id)/\(path)")
                #expect(file.status == 200 && file.text.contains("dit canari"), "\(path)")
                #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true, "\(path)")
                #expect(file.headers[.contentSecurityPolicy]?.contains("sandbox") == true, "\(path)")
            }
            for path in ["fichiers/0", "fichiers/2", "fichiers/x"] {
                #expect(try await desk.get("/courriels/\(id)/\(path)").status == 404, "\(path)")
            }
            #expect(try await desk.get("/courriels/\(String(repeating: "0", count: 32))").status == 404)
        }
    }

    // Shows: S-23, S-35
    @Test(arguments: Engine.available)
    func `are text on their page whatever stands in them, and as they came only in a file that nothing shows`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let markup = """
                <script>alert(1)</script><style>p{color:red}</style><img src=https://pisteur.example/p.gif>\
                <form action=https://vol.example><input name=mdp></form><a href=https://lien.example>ici</a>
                """
            let id = try await site.post(markup, site.books.register)
            for path in ["/courriels", "/courriels/\(id)", "/tableau-de-bord"] {
                let page = try await desk.get(path)
                #expect(page.text.contains("&lt;script&gt;alert(1)"), "\(path)")
                for element in [
                    "<script>alert", "<style>p", "<img src=https", "<form action=https", "<input name=mdp>",
                    "<a href=https",
                ] {
                    #expect(!page.text.contains(element), "\(path): \(element)")
                }
                #expect(page.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(path)")
            }
            let original = try await desk.get("/courriels/\(id)/original")
            #expect(original.text.contains(markup) && original.headers[.contentType] == "message/rfc822")
            #expect(original.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(original.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
            let sniffing = try #require(HTTPField.Name("X-Content-Type-Options"))
            #expect(original.headers[sniffing] == "nosniff")
        }
    }

    @Test(arguments: Engine.available) func `are seen to have been erased, and can be sorted no more`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let register = site.books.register
            let id = try await site.post("canari", register)
            try await register.moveMail(id, to: .spam, by: Story.manager)
            let before = try await site.desk([.receptionDesk])
            #expect(try await before.get("/courriels/\(id)").text.contains("effacé après le 23\u{A0}décembre 2026"))
            site.books.clock.advance(seconds: 31 * 86_400)
            _ = try await site.post("autre", register)
            #expect(try await register.eraseMails() == 1)
            let desk = try await site.desk([.management], email: "luc@cine-atelier.example")
            #expect(try await desk.get("/courriels").text.contains("Courriel effacé"))
            let page = try await desk.get("/courriels/\(id)")
            #expect(page.text.contains("Effacé le 24\u{A0}décembre 2026") && !page.text.contains("canari"))
            #expect(!page.text.contains("action=\"/courriels/\(id)/tri\""))
            #expect(try await desk.post("/courriels/\(id)/tri", ["tri": "a-lire", "dossier": ""]).status == 409)
            for path in ["original", "fichiers/1"] {
                #expect(try await desk.get("/courriels/\(id)/\(path)").status == 404, "\(path)")
            }
            let journal = try await desk.get("/audit/acces").text
            #expect(journal.contains("Effacement au terme\u{A0}: un courriel"))
        }
    }

    // Shows: S-74
    @Test(arguments: Engine.available) func `are sorted by whoever enters what comes, each word kept`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let id = try await site.post("canari", site.books.register)
            let path = "/courriels/\(id)/tri"
            let nothing = try await desk.post(path, ["dossier": ""])
            #expect(nothing.status == 422 && nothing.text.contains("id=\"tri-tri-erreur\""))
            let nowhere = try await desk.post(path, ["tri": "dossier", "dossier": "2026-R-0009"])
            #expect(nowhere.status == 422 && nowhere.text.contains("value=\"2026-R-0009\""))
            #expect(try await desk.post(path, ["tri": "indesirable", "dossier": ""]).status == 303)
            #expect(try await !desk.get("/tableau-de-bord").text.contains("href=\"/courriels/\(id)\""))
            #expect(try await desk.post(path, ["tri": "reception", "dossier": ""]).status == 303)
            let page = try await desk.get("/courriels/\(id)").text
            #expect(page.contains("href=\"/dossiers/2026-R-0001\"") && page.contains("Trié à la main"))
            #expect(page.contains("Réclamation reçue, 2026-R-0001"))
            #expect(!page.contains("action=\"\(path)\""), "what is part of a case stays there")
            #expect(try await desk.post(path, ["tri": "indesirable", "dossier": ""]).status == 409)
            let file = try await site.books.register.find("2026-R-0001")
            let original = try await site.books.register.caseFile(try #require(file)).reception
            #expect(original.channel == .email && original.original.text == "Combien coûte-t-elle, dit canari")
        }
    }

    // Shows: S-79
    @Test(arguments: Engine.available)
    func `may be late where a mailbox cannot be read: whoever opens the day is told, until it can be again`(
        engine: Engine
    ) async throws {
        let name = "reclamations@cine-atelier.example@imap.exemple.fr/INBOX"
        try await TestSite.open(on: engine, mailboxes: [name]) { site in
            let register = site.books.register
            let clerk = try await site.desk([.receptionDesk])
            let director = try await site.desk([.management], email: "luc@cine-atelier.example")
            // Another server's, or one that is read no more, is nobody's trouble.
            try await register.noteMailbox("autre@imap.exemple.fr/INBOX", trouble: .unreachable)
            #expect(try await !clerk.get("/tableau-de-bord").text.contains("ne peut pas être lue"))
            try await register.noteMailbox(name, trouble: .insecure)
            for desk in [clerk, director] {
                let page = try await desk.get("/tableau-de-bord").text
                #expect(page.contains("la boîte reclamations@cine-atelier.example ne peut pas être lue"))
                #expect(page.contains("23/11/2026 à 10\u{A0}h\u{A0}00") && page.contains("certificat valable"))
            }
            site.books.clock.advance(seconds: 120)
            try await register.noteMailbox(name, trouble: .unauthenticated)
            let later = try await clerk.get("/tableau-de-bord").text
            #expect(later.contains("23/11/2026 à 10\u{A0}h\u{A0}00") && later.contains("ou le mot de passe"))
            #expect(try await director.get("/etat").text.contains("n’accepte pas l’identifiant ou le mot de passe"))
            try await register.noteMailboxRead(name, validity: 1, through: 0)
            for page in try await [clerk.get("/tableau-de-bord"), director.get("/etat")] {
                #expect(!page.text.contains("être lue"))
            }
        }
    }

    @Test(arguments: Engine.available) func `are laid on the case that somebody names`(engine: Engine) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let caseFile = try await site.books.receive()
            let id = try await site.post("canari", site.books.register)
            let fields = ["tri": "dossier", "dossier": " 2026-r-0001"]
            #expect(try await desk.post("/courriels/\(id)/tri", fields).status == 303)
            let file = try await site.books.register.caseFile(caseFile)
            #expect(file.laterFiles.map(\.name) == [Register.mailName, "canari-courriel.txt"])
            guard case .amended(let amendment) = file.entries.last?.event else {
                Issue.record("nothing was laid on it")
                return
            }
            #expect(amendment.text.hasPrefix("Courriel de canari@example.org, arrivé le "))
            #expect(amendment.text.hasSuffix("\n\nCombien coûte-t-elle, dit canari"))
        }
    }

    // Shows: S-74
    @Test(arguments: Engine.available) func `are laid on another case where the first was wrong, with a trace on both`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let register = site.books.register
            let (wrong, right) = (try await site.books.receive(), try await site.books.receive())
            let id = try await site.post("canari", register)
            let path = "/courriels/\(id)/tri"
            #expect(try await desk.post(path, ["tri": "dossier", "dossier": "2026-R-0001"]).status == 303)
            #expect(try await desk.get("/courriels/\(id)").text.contains("Le verser à un autre dossier"))
            let mail = try #require(try await register.mail(id).record.attachment)
            try await register.keepScan(of: mail, finding: "Essai")
            #expect(try await desk.post(path, ["tri": "indesirable", "dossier": ""]).status == 409)
            #expect(try await desk.post(path, ["tri": "dossier", "dossier": "2026-R-0002"]).status == 303)
            let again = try await desk.post(path, ["tri": "dossier", "dossier": "2026-R-0002"])
            #expect(again.status == 422 && again.text.contains("Ce message est déjà dans ce dossier."))
            #expect(again.text.contains("id=\"tri-dossier-erreur\"") && !again.text.contains("a été modifié"))
            let (here, there) = (try await register.caseFile(wrong), try await register.caseFile(right))
            #expect(here.laterFiles.map(\.digest) == there.laterFiles.map(\.digest) && there.misplaced.isEmpty)
            #expect(Set(here.misplaced.keys) == Set(here.laterFiles.map(\.id)))
            #expect(try await register.scans(of: right).values.map(\.finding) == ["Essai"], "not unsaid")
            guard case .amended(let amendment) = there.entries.last?.event else {
                Issue.record("nothing was laid on it")
                return
            }
            #expect(amendment.text.contains("Versé d’abord, par erreur, au dossier 2026-R-0001."))
            let left = try await desk.get("/dossiers/2026-R-0001").text
            #expect(left.matches(of: /n’est pas de ce dossier[^<]*2026-R-0002/).count == 1)
            let page = try await desk.get("/courriels/\(id)").text
            #expect(page.contains("href=\"/dossiers/2026-R-0002\"") && page.contains("dossier, 2026-R-0001"))
            #expect(try await desk.get("/courriels/\(id)/original").status == 200)
            #expect(try await desk.post(path, ["tri": "dossier", "dossier": "2026-R-0001"]).status == 303)
            #expect(try await register.caseFile(wrong).misplaced.count == here.misplaced.count, "it is back")
            try await register.keepCheckpoint()
            _ = try await register.inspect()
        }
    }
}
