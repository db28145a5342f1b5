import Complaints
import Crypto
import HTTPTypes
import HummingbirdTesting
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A document of the public form that cannot be taken` {
    private static let script = (name: "plainte & preuve.exe", content: Array("MZ".utf8))
    private static let note = (name: "reçu.txt", content: Array("120 €".utf8))

    // Shows: S-33
    @Test(arguments: Engine.available) func `never refuses the complaint, and the receipt says which and why`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let form = try await site.openForm()
            let sent = try await site.post(form.body("envoi", files: [Self.script, Self.note, ("vide.pdf", [])]))
            #expect(sent.status == 303)
            let receipt = try await site.get(sent.location)
            #expect(receipt.status == 200 && receipt.text.contains("reçue, sans 2 de vos documents"))
            #expect(receipt.text.contains("plainte &amp; preuve.exe") && receipt.text.contains("ce genre de document"))
            #expect(receipt.text.contains("vide.pdf") && receipt.text.contains("il est vide"))
            let id = try #require(try await site.books.register.find("2026-R-0001"))
            let files = try await site.books.register.caseFile(id).reception.original.files
            #expect(files.map(\.name) == ["reçu.txt"])
        }
    }

    // Shows: S-33
    @Test func `is told at the head of the recap, on the way back to the form, and on the receipt at last`()
        async throws
    {
        try await TestSite.open { site in
            let form = try await site.openForm()
            let recap = try await site.post(form.body("recapitulatif", files: [Self.script, Self.note]))
            #expect(recap.status == 200 && recap.text.contains("<h2>Un document n’est pas joint</h2>"))
            #expect(recap.hidden("avis")?.contains("plainte") == false)
            let kept = try #require(recap.hidden("piece_gardee"))
            let back = form.body("modification", kept: [kept], notice: recap.hidden("avis"))
            let again = try await site.post(back)
            #expect(again.status == 200 && again.text.contains("plainte &amp; preuve.exe</span>"))
            let next = try await site.post(form.body("recapitulatif", kept: [kept], notice: again.hidden("avis")))
            #expect(next.text.contains("Un document n’est pas joint"))
            let body = form.body("envoi", kept: [kept], notice: next.hidden("avis"))
            for _ in 1...2 {
                let receipt = try await site.get(try await site.post(body).location)
                #expect(receipt.text.contains("<h1>Votre réclamation est reçue, sans un de vos documents</h1>"))
                #expect(receipt.text.contains("plainte &amp; preuve.exe"))
                #expect(receipt.text.contains("avec la référence 2026-R-0001"))
            }
        }
    }

    // Shows: S-33
    @Test func `is told no more once it came in another form, and never by somebody else's notice`() async throws {
        try await TestSite.open { site in
            let form = try await site.openForm()
            let twin = (name: "Plainte & preuve.txt", content: Array("120 €".utf8))
            // Chosen together, neither stands for the other.
            let first = try await site.post(form.body("recapitulatif", files: [Self.script, twin]))
            let kept = try #require(first.hidden("piece_gardee"))
            let notice = try #require(first.hidden("avis"))
            let still = try await site.post(form.body("recapitulatif", kept: [kept], notice: notice))
            #expect(still.text.contains("plainte &amp; preuve.exe"))
            let copy = (name: "PLAINTE & preuve.txt", content: Array("121 €".utf8))
            let mended = try await site.post(form.body("recapitulatif", kept: [kept], notice: notice, files: [copy]))
            #expect(mended.status == 200 && !mended.text.contains("preuve.exe") && mended.hidden("avis") == nil)
            let other = try await site.openForm()
            for forged in [notice, String(notice.reversed()), ""] {
                let answer = try await site.post(other.body("recapitulatif", notice: forged))
                #expect(answer.status == 200 && !answer.text.contains("preuve.exe"), "\(forged)")
            }
        }
    }

    // Shows: S-33, S-26
    @Test func `is named by nobody but us, and in no address or log`() async throws {
        try await TestSite.open { site in
            let form = try await site.openForm()
            let sent = try await site.post(form.body("envoi", files: [Self.script]))
            _ = try await site.get(sent.location)
            #expect(!sent.location.contains("plainte") && !site.log.all.contains { $0.contains("plainte") })
            let path = String(sent.location.prefix { $0 != "?" })
            let seal = String(sent.location.dropFirst(path.count + "?avis=".count))
            let other = try await site.post(try await site.openForm().body("envoi"))
            let turned = String(seal.reversed())
            for forged in ["\(path)?avis=", "\(path)?avis=\(turned)", "\(other.location)?avis=\(seal)", path] {
                let receipt = try await site.get(forged)
                #expect(receipt.status == 200 && !receipt.text.contains("pas pu prendre"), "\(forged)")
            }
        }
    }

    // Shows: S-33, S-34
    @Test(arguments: ["envoi", "recapitulatif"]) func `because the disk takes nothing costs no word`(
        step: String
    ) async throws {
        try await TestSite.open { site in
            let form = try await site.openForm()
            let large = (name: "photo.txt", content: [UInt8](repeating: 97, count: 200_000))
            try site.spool(isThere: false)
            let body = form.body(step, files: [Self.note, large])
            let refused = try await site.post(body)
            #expect(refused.status == 503 && refused.headers[.retryAfter] == "30")
            for word in form.words.values where word != "stagiaire" { #expect(refused.text.contains(word), "\(word)") }
            for name in ["reçu.txt", "photo.txt"] {
                #expect(refused.text.contains("\(name)</span>\u{A0}: notre serveur n’a pas pu garder"), "\(name)")
            }
            #expect(try await site.books.register.find("2026-R-0001") == nil)
            #expect(try await site.post(form.body("envoi")).status == 303)
            try site.spool(isThere: true)
            #expect(try await site.post(try await site.openForm().body("envoi", files: [large])).status == 303)
        }
    }

    // Shows: S-34
    @Test func `by a staff form because the disk takes nothing costs no word either`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)/actions"
            let typed = ["texte": "Devis demandé au loueur", "fait_le": "2026-11-23"]
            try site.spool(isThere: false)
            let refused = try await desk.post(path, typed, files: [Self.note])
            #expect(refused.status == 503 && refused.text.contains("pas pu garder ce document"))
            #expect(refused.text.contains("Devis demandé au loueur"))
            try site.spool(isThere: true)
            #expect(try await desk.post(path, typed, files: [Self.note]).status == 303)
        }
    }

    // Shows: S-33
    @Test func `is counted where there are too many to name in an address`() throws {
        let names = (1...49).map { RefusedDocument(name: String(repeating: "é", count: 125) + "\($0)", reason: .kind) }
        let notice = try #require(try RefusalNotice(names))
        #expect(notice.refused.count + notice.others == 49 && notice.others > 0)
        let key = SymmetricKey(size: .bits256)
        let sealed = try notice.sealed(for: "F0RM", with: key)
        #expect(sealed.utf8.count < 1800 && sealed.utf8.allSatisfy { $0.isToken })
        #expect(RefusalNotice(sealed, for: "F0RM", with: key) == notice)
        #expect(RefusalNotice(sealed, for: "F0RM", with: SymmetricKey(size: .bits256)) == nil)
    }

    // Shows: S-33
    @Test func `leaves the answer's head short enough for any proxy, however many there are`() async throws {
        try await TestSite.open { site in
            let form = try await site.openForm()
            let films = (1...35).map { number in
                (name: "prise \(number) « \(String(repeating: "é", count: 40)) ».mov", content: Array("x".utf8))
            }
            let sent = try await site.post(form.body("envoi", files: films))
            #expect(sent.status == 303)
            let head = sent.headers.reduce(0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4 }
            // What a proxy holds by default, but for the status, the date and what TLS adds.
            #expect(head < 4096 - 200, "\(head)")
            let receipt = try await site.get(sent.location).text
            #expect(receipt.contains("prise 1 ") && !receipt.contains("prise 35 "))
        }
    }
}
