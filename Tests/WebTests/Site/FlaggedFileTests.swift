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

    // Shows: S-35, S-37
    @Test(arguments: Engine.available)
    func `that is a mail, or came with one, takes a second word before and after it is part of a case`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let register = site.books.register
            let id = try await site.post("canari", register)
            let desk = try await site.desk([.receptionDesk])
            let whole = try #require(try await register.mail(id).record.attachment)
            let path = "/courriels/\(id)"
            #expect(try await desk.get(path).text.contains("non analysé"))
            try await register.keepScan(of: whole, finding: nil)
            #expect(try await desk.get(path).text.contains("rien trouvé"))
            #expect(try await desk.get("\(path)/fichiers/1").text.contains("dit canari"))
            try await register.keepScan(of: whole, finding: "Essai <b>")
            #expect(try await desk.get(path).text.contains("Essai &lt;b&gt;"))
            for part in ["original", "fichiers/1"] {
                let warned = try await desk.get("\(path)/\(part)")
                #expect(warned.status == 200 && !warned.text.contains("dit canari"), "\(part)")
                #expect(warned.headers[.contentDisposition] == nil, "\(part)")
                #expect(warned.text.contains("action=\"\(path)/\(part)\"") && warned.text.contains("href=\"\(path)\""))
                let taken = try await desk.get("\(path)/\(part)?malgre=oui")
                #expect(taken.text.contains("dit canari"), "\(part)")
                #expect(taken.headers[.contentDisposition]?.hasPrefix("attachment") == true, "\(part)")
            }
            #expect(try await desk.post("\(path)/tri", ["tri": "reception", "dossier": ""]).status == 303)
            #expect(try await !desk.get("/pieces/\(whole)").text.contains("dit canari"))
            #expect(try await !desk.get("\(path)/original").text.contains("dit canari"))
        }
    }
}
