import Complaints
import HTTPTypes
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A document in which something was found` {
    // Shows: S-35, S-37
    @Test(arguments: Engine.available) func `is said to be so before it is downloaded, which takes a second word`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let form = try await site.openForm()
            let sent = try await site.post(form.body("envoi", files: [("reçu.txt", Array("120 €".utf8))]))
            #expect(sent.status == 303)
            let register = site.books.register
            let id = try #require(try await register.find("2026-R-0001"))
            let file = try #require(try await register.caseFile(id).reception.original.files.first)
            let desk = try await site.desk([.complaintsManager])
            let (path, address) = ("/pieces/\(file.id)", "/dossiers/2026-R-0001")
            #expect(try await desk.get(address).text.contains("non analysé"))
            #expect(try await desk.get(path).text == "120 €")
            try await register.keepScan(of: file.id, finding: nil)
            #expect(try await desk.get(address).text.contains("analysé le 23/11/2026 à 10\u{A0}h\u{A0}00, rien trouvé"))
            #expect(try await desk.get(path).text == "120 €")
            try await register.keepScan(of: file.id, finding: "Essai <b>")
            #expect(try await desk.get(address).text.contains("signalé\u{A0}: Essai &lt;b&gt;"))
            let warned = try await desk.get(path)
            #expect(warned.status == 200 && !warned.text.contains("120 €"))
            #expect(warned.headers[.contentDisposition] == nil && warned.text.contains("Le télécharger quand même"))
            let downloaded = try await desk.get("\(path)?malgre=oui")
            #expect(downloaded.text == "120 €")
            #expect(downloaded.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(downloaded.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
        }
    }
}
