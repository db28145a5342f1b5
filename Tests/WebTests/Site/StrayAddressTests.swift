import Complaints
import HTTPTypes
import HummingbirdTesting
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `An address of staff that is no page` {
    @Test(arguments: Act.allCases.compactMap(\.noun)) func `leads to the form where it is one of an act`(
        noun: String
    ) async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            // There is somebody to hand a case over to.
            _ = try await site.hire([.complaintsManager], email: "luc@cine-atelier.example")
            let file = try await site.books.register.caseFile(try await site.lead(to: .registered))
            let path = "/dossiers/\(file.address)"
            let led = try await desk.get("\(path)/\(noun)")
            #expect(led.status == 303 && led.location == "\(path)#\(noun)-formulaire")
            if file.acts(for: Story.manager).contains(where: { $0.noun == noun }) {
                #expect(try await desk.get(path).text.contains("id=\"\(noun)-formulaire\""))
            }
            let stranger = try await site.run { client in
                try await client.execute(uri: "\(path)/\(noun)", method: .get) { TestAnswer($0) }
            }
            #expect(stranger.location == "/connexion?suite=\(path)/\(noun)")
        }
    }

    // Shows: S-10
    @Test func `has the staff's own page, their menu on it, and the methods that would do`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)"
            for absent in [
                "/absent", "\(path)/rien", "/dossiers/REC-1999-0001", "/lettres/x/remise", "\(path)/notes/x",
            ] {
                let answer = try await desk.get(absent)
                #expect(answer.status == 404 && answer.text.contains("Cette page n’existe pas"), "\(absent)")
                #expect(
                    answer.text.contains("Se déconnecter") && answer.text.contains("href=\"/registre\""),
                    "\(absent)"
                )
                #expect(!answer.text.contains("par courriel ou par courrier"), "\(absent)")
            }
            for (address, allowed) in [("\(path)/notes", "GET, HEAD, POST"), ("/registre", "GET, HEAD")] {
                let answer = try await desk.get(address, method: .put)
                #expect(answer.status == 405 && answer.headers[.allow] == allowed, "\(address)")
                #expect(answer.text.contains("Se déconnecter"), "\(address)")
            }
            let head = try await desk.get("\(path)/notes", method: .head)
            #expect(head.status == 303 && head.text.isEmpty)
            let stranger = try await site.run { client in
                try await client.execute(uri: "/absent", method: .get) { TestAnswer($0) }
            }
            #expect(stranger.status == 404 && !stranger.text.contains("Se déconnecter"))
            #expect(try await !desk.get("/reclamation/absent").text.contains("Se déconnecter"))
        }
    }
}
