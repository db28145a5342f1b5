import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A case that is closed to somebody while they write` {
    private static let path = "/dossiers/REC-2026-0001"
    private static let words = "Rappelée à 18 h : elle a « tout » gardé"
    /// What only its readers may learn.
    private static let secrets = ["Noé", "Remboursement refusé", "noe@example.org", "annulée"]

    /// A registered case, and two desks that it is open to.
    private func open(_ site: TestSite) async throws -> (reader: TestDesk, other: TestDesk) {
        _ = try await site.lead(to: .registered)
        let reader = try await site.desk([.complaintsManager], email: "camille@cine-atelier.example")
        return (reader, try await site.desk([.management]))
    }

    private func restrict(_ reader: TestDesk) async throws {
        let typed = ["cause": "mise-en-cause", "precision": "", "lecteurs": reader.account.id]
        #expect(try await reader.post("\(Self.path)/restriction", typed).status == 303)
    }

    // Shows: R-24
    @Test(arguments: Engine.available) func `gives their words back, and nothing of the case`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let (reader, other) = try await open(site)
            let version = try #require(try await other.get(Self.path).hidden("version"))
            try await restrict(reader)
            let id = try #require(try await site.books.register.find("REC-2026-0001"))
            let file = try await site.books.register.caseFile(id)
            let note = ["version": version, "texte": Self.words]
            let piece = ("propos.txt", Array("Propos tenus".utf8))
            let rounds: [(fields: [String: String], isOurs: Bool)] = [
                (note, true), (note.merging(["relire": "oui"]) { $1 }, true), (note, false),
                (["version": String(file.version), "texte": Self.words], true),
            ]
            for round in rounds {
                let answer = try await other.post(
                    "\(Self.path)/notes",
                    round.fields,
                    files: [piece],
                    token: round.isOurs ? nil : "d’une session passée"
                )
                #expect(answer.status == 403 && answer.text.contains("Ce dossier ne vous est plus ouvert"))
                #expect(answer.text.contains(Self.words), "they are given back")
                #expect(answer.text.contains("Les documents que vous aviez joints ne sont pas gardés"))
                for secret in Self.secrets { #expect(!answer.text.contains(secret), "\(secret)") }
            }
            let bare = try await other.post("\(Self.path)/cloture", ["motif": " "])
            #expect(bare.status == 403 && !bare.text.contains("Les documents") && !bare.text.contains("aviez écrit"))
            #expect(try await site.books.register.caseFile(file.id) == file)
            var filter = AccessFilter()
            filter.caseFile = file.id
            let refused = try await site.books.register.accesses(filter).filter { $0.kind == .refused }
            #expect(refused.count == rounds.count + 1)
        }
    }

    // Shows: R-24, S-56
    @Test func `gives them back after a new sign-in too`() async throws {
        try await TestSite.open { site in
            let (reader, other) = try await open(site)
            try await restrict(reader)
            site.books.clock.advance(seconds: 31 * 60)
            let page = try await other.post("\(Self.path)/notes", ["texte": Self.words])
            #expect(page.status == 401)
            let fields: KeyValuePairs = [
                "jeton": page.hidden("jeton") ?? "", "suite": page.hidden("suite") ?? "",
                "courriel": other.account.email, "mot_de_passe": TestSite.password, "repris.texte": Self.words,
            ]
            let back = try await site.post("/connexion", fields)
            #expect(back.status == 403 && back.text.contains("Ce dossier ne vous est plus ouvert"))
            #expect(back.headers[.setCookie]?.contains("session=") == true, "and they are signed in")
            #expect(back.text.contains(Self.words))
            for secret in Self.secrets { #expect(!back.text.contains(secret), "\(secret)") }
        }
    }

    // Shows: R-24, S-56
    @Test(arguments: Engine.available) func `gives back what was written on the page of a letter, too`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let (reader, other) = try await open(site)
            let id = try #require(try await site.books.register.find("REC-2026-0001"))
            let letter = "/lettres/\(try #require(try await site.books.register.letters(of: id).first).id)"
            try await restrict(reader)
            let typed = ["voie": "lrar", "partie_le": "2026-11-23", "numero": "1A 234 567"]
            let answers = [
                try await other.post("\(letter)/remise", typed),
                try await other.post("\(letter)/remise", typed, token: "d’une session passée"),
                try await other.post("\(letter)/relance", [:]),
            ]
            for (number, answer) in answers.enumerated() {
                #expect(answer.status == 403 && answer.text.contains("Ce dossier ne vous est plus ouvert"), "\(number)")
                #expect(answer.text.contains("1A 234 567") == (number < 2), "\(number)")
                for secret in Self.secrets { #expect(!answer.text.contains(secret), "\(secret)") }
            }
            #expect(try await other.get(letter).status == 404, "nothing to see there")
            let absent = "/lettres/\(String(repeating: "0", count: 32))/remise"
            #expect(try await other.post(absent, typed).status == 404)
            #expect(try await site.books.register.caseFile(id).issued.isEmpty)
            site.books.clock.advance(seconds: 31 * 60)
            let page = try await other.post("\(letter)/remise", typed)
            let fields: KeyValuePairs = [
                "jeton": page.hidden("jeton") ?? "", "suite": page.hidden("suite") ?? "",
                "courriel": other.account.email, "mot_de_passe": TestSite.password, "repris.numero": "1A 234 567",
            ]
            let back = try await site.post("/connexion", fields)
            #expect(back.status == 403 && back.text.contains("1A 234 567"))
            var filter = AccessFilter()
            filter.caseFile = id
            let refused = try await site.books.register.accesses(filter).filter { $0.kind == .refused }
            #expect(refused.count == 5, "three that were sent, one that was asked for, one carried through the sign-in")
        }
    }

    // Shows: R-24
    @Test(arguments: Engine.available) func `gives back what was written of something said`(engine: Engine) async throws
    {
        try await TestSite.open(on: engine) { site in
            let (reader, other) = try await open(site)
            let envoi = try #require(try await reader.get(Path.discontents).hidden("envoi"))
            let said = [
                "propos": "Remboursement refusé", "personne": "Noé Àrçy", "contact": "", "le": "2026-11-23",
                "canal": "telephone", "entendu_par": "Luc", "moyen": "papier", "envoi": envoi,
            ]
            let heard = try await reader.post(Path.discontents, said)
            let path = try #require(heard.location.split(separator: "?").first.map(String.init))
            let version = try #require(try await other.get(path).hidden("version"))
            try await restrict(reader)
            let linked = ["dossier": "2026-R-0001", "version": version]
            #expect(try await reader.post("\(path)/rattachement", linked).status == 303)
            let answer = try await other.post("\(path)/sans-suite", ["motif": Self.words, "version": version])
            #expect(answer.status == 403 && answer.text.contains("Ces propos ne vous sont plus ouverts"))
            #expect(answer.text.contains(Self.words))
            for secret in Self.secrets { #expect(!answer.text.contains(secret), "\(secret)") }
        }
    }
}
