import Complaints
import HTTPTypes
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A refusal, in the journal of accesses` {
    /// The refusals that are noted, and of which case file.
    private func refusals(_ site: TestSite) async throws -> [[String]] {
        var filter = AccessFilter()
        filter.kind = .refused
        return try await site.books.register.accesses(filter).map { [$0.account, $0.caseFile ?? "", $0.detail] }
    }

    // Shows: R-24, S-62
    @Test(arguments: Engine.available) func `has letters and documents of a restricted case, that answer as if absent`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let holdings = try await site.holdings("canari")
            try await site.restrict(holdings.caseFile, to: [holdings.officer.id])
            let desk = try await site.desk([.complaintsManager])
            let (piece, letter) = ("/pieces/\(holdings.pieces.ofCase.id)", "/lettres/\(holdings.letter)")
            let absent = String(repeating: "0", count: 32)
            for path in ["/pieces/\(absent)", "/lettres/\(absent)", "/lettres/\(absent)/remise", "\(letter)/rien"] {
                #expect(try await desk.get(path).status == 404, "\(path)")
            }
            #expect(try await refusals(site).isEmpty)
            for (path, method) in [(piece, HTTPRequest.Method.get), (letter, .get), (letter, .head)] {
                #expect(try await desk.get(path, method: method).status == 404, "\(path)")
            }
            let sent = try await desk.post("\(letter)/remise", ["voie": "courrier", "partie_le": "2026-11-23"])
            #expect(sent.status == 403, "what they wrote is given back")
            let line = [desk.account.id, holdings.number, ""]
            #expect(try await refusals(site) == Array(repeating: line, count: 4))
            #expect(try await desk.get("/dossiers/\(holdings.number)").status == 403)
            #expect(try await refusals(site).count == 5)
        }
    }

    // Shows: S-13, S-62
    @Test(arguments: Engine.available) func `has none for a form that comes from elsewhere or with an old token`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let holdings = try await site.holdings("canari")
            let desk = try await site.desk([.complaintsManager])
            var headers = desk.headers
            headers[.origin] = "https://evil.example"
            for path in ["/dossiers/\(holdings.number)/notes", "/lettres/\(holdings.letter)/relance", "/deconnexion"] {
                var body = MultipartBody()
                body.add("jeton", desk.token)
                body.add("texte", "Vu")
                #expect(try await site.post(path, body.closed, headers: headers).status == 403, "\(path)")
                #expect(try await desk.post(path, ["texte": "Vu"], token: "vieux").status == 403, "\(path)")
            }
            #expect(try await refusals(site).isEmpty)
        }
    }

    // Shows: S-60, S-62
    @Test(arguments: Engine.available) func `is there for whoever asks for no more than the head`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let holdings = try await site.holdings("canari")
            let desk = try await site.desk([.auditor])
            let path = "/dossiers/\(holdings.number)"
            let head = try await desk.get(path, method: .head)
            #expect(head.status == 403 && head.text.isEmpty)
            #expect(try await refusals(site) == [[desk.account.id, holdings.number, ""]])
        }
    }
}

@Suite struct `Somebody whose roles open no case file` {
    private let shut = "Les dossiers ne vous sont pas ouverts"

    // Shows: S-10
    @Test(arguments: [Role.auditor, .administrator]) func `has their own page for a wrong address, and a way back`(
        role: Role
    ) async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([role])
            for path in ["/absent", "/audit/rien", "/dossiers/x/y/z"] {
                let answer = try await desk.get(path)
                #expect(answer.status == 404 && answer.text.contains("Cette page n’existe pas"), "\(path)")
                #expect(answer.text.contains("Se déconnecter") && !answer.text.contains(shut), "\(path)")
                #expect(answer.text.contains("href=\"/audit\"") && !answer.text.contains("/tableau-de-bord"), "\(path)")
            }
        }
    }

    // Shows
    @Test func `is told what it was that closed a page: their roles, the case, or the form`() async throws {
        try await TestSite.open { site in
            let id = try await site.lead(to: .registered)
            let reader = try await site.hire([.complaintsManager])
            try await site.restrict(id, to: [reader.id])
            let desk = try await site.desk([.auditor], email: "audit@certificateur.example")
            let part = try await desk.get("/registre")
            #expect(part.status == 403 && part.text.contains(shut))
            let restricted = try await desk.get("/audit/dossiers/REC-2026-0001")
            #expect(restricted.status == 403 && !restricted.text.contains(shut))
            #expect(restricted.text.contains("accès restreint"))
            let form = try await desk.post("/deconnexion", [:], token: "vieux")
            #expect(form.status == 403 && !form.text.contains(shut))
            #expect(form.text.contains("Se déconnecter"))
        }
    }
}
