import Complaints
import HTTPTypes
import Hummingbird
import Registry
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `A parameter that is unknown, doubled or of another kind` {
    /// Names that some address knows, one that none does, and values that are of no kind.
    static let names = [
        "fait", "avant", "apres", "q", "etat", "theme", "vous_etes", "annee", "suite", "avis", "piece", "langue",
        "inconnu",
    ]
    static let values = [
        "", "%00", "a%00b", "%ff", "%", "%zz", "'", "%22%3E", "../..", "-1", "0", "1e9", "99999999999999999999",
        "9223372036854775807", "2026-R-0000", "REC-9999-99999999999999999999", "%F0%9F%8E%AD", "[]", "%0d%0aX:1",
    ]

    // Shows: S-20, S-25
    @Test(arguments: Engine.available) func `in an address changes nothing, at any of them`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let paths = try await site.addresses()
            let before = try await size(site)
            for route in Routes.router(for: site.site).routes where route.method == .get {
                let path = paths["GET \(route.path)"] ?? "\(route.path)"
                let plain = try await desk.get(path).status
                for value in Self.values {
                    let all = Self.names.map { "\($0)=\(value)" }.joined(separator: "&")
                    for query in [all, "\(all)&\(all)", "\(value)=\(value)&[]=\(value)&\(value)"] {
                        let isNul = value.contains("%00")
                        #expect(
                            try await desk.get("\(path)?\(query)").status == (isNul ? 400 : plain),
                            "\(path)?\(query)"
                        )
                    }
                }
                guard let start = "\(route.path)".firstIndex(of: "{") else { continue }
                for odd in [
                    "%00", "x%00", "%ff", "..%2f", "-1", "99999999999999999999", "REC-2026-99999999999999999999",
                ] {
                    let address = "\(route.path)"[..<start] + odd
                    let status = try await desk.get(String(address)).status
                    #expect(status >= 400 && status < 500, "\(address): \(status)")
                }
            }
            #expect(try await size(site) == before)
        }
    }

    // Shows: S-20
    @Test(arguments: ["/receptions", "/registre"]) func `in a list filters nothing, and no link leads on from it`(
        path: String
    ) async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            _ = try await site.lead(to: .registered)
            for query in ["avant=zz", "avant=2026-R-0002&avant=REC-2026-0002", "etat=zz", "q=zz&q=yy", "annee=zz"] {
                let page = try await desk.get("\(path)?\(query)").text
                #expect(page.contains("Remboursement refusé") && !page.contains("zz"), "\(query)")
            }
        }
    }

    // Shows: S-20, R-18
    @Test func `is unlike one that is written as forms write it, which is understood and shown as typed`() async throws
    {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            _ = try await site.lead(to: .registered)
            let page = try await desk.get("/registre?q=remboursement+refus%C3%A9&etat=").text
            #expect(page.contains("Remboursement refusé") && page.contains("value=\"remboursement refusé\""))
            let many = (1...60).map { "p\($0)=1" }.joined(separator: "&")
            #expect(try await !desk.get("/registre?q=introuvable&\(many)").text.contains("introuvable"))
        }
    }

    // Shows: R-18
    @Test(arguments: Engine.available) func `is not one that searches the register for a reception: it leads there`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            _ = try await site.lead(to: .received)
            _ = try await site.lead(to: .registered)
            for query in ["2026-R-0001", "2026-r-0001", "remboursement"] {
                let page = try await desk.get("/registre?q=\(query)").text
                #expect(page.contains("Pas encore au registre") && page.contains("/dossiers/2026-R-0001"), "\(query)")
                #expect(page.contains("/dossiers/REC-2026-0001") == (query == "remboursement"), "\(query)")
            }
            for query in ["2026-R-0002", "REC-2026-0001", "introuvable", "", "+"] {
                #expect(try await !desk.get("/registre?q=\(query)").text.contains("Pas encore au registre"), "\(query)")
            }
        }
    }

    // Shows: S-20
    @Test(arguments: TestAct.all) func `in the form of an act stops it, or is not looked at`(act: TestAct) async throws
    {
        try await TestSite.open { site in
            // First the file: a wait may outlast a session.
            let id = try await act.lead(site)
            let desk = try await site.desk([.complaintsManager, .management])
            let file = try await site.books.register.caseFile(id)
            let path = "/dossiers/\(file.address)/\(act.noun)"
            let right = act.fields(by: desk.account.id) + [("version", String(file.version))]
            for field in right + [("jeton", desk.token)] {
                let answer = try await send(path, right + [(field.name, field.value + "x")], desk)
                #expect(answer.status >= 400 && answer.status < 500, "\(field.name) twice: \(answer.status)")
            }
            for version in [nil, "", "x", "1.5", "-1", "99999999999999999999", "0x1", String(file.version + 1)] {
                let odd = right.filter { $0.name != "version" } + [version].compactMap { $0.map { ("version", $0) } }
                let answer = try await send(path, odd, desk)
                #expect(
                    answer.status == 409 && answer.text.contains("pendant que vous écriviez"),
                    "\(version ?? "none")"
                )
            }
            for (name, value) in act.odd.sorted(by: { $0.key < $1.key }) {
                let answer = try await send(path, right.filter { $0.name != name } + [(name, value)], desk)
                #expect(answer.status == 422, "\(name)=\(value): \(answer.status)")
            }
            #expect(try await site.books.register.caseFile(id).version == file.version)
            let foreign = [
                ("stage", "close"), ("etat", "close"), ("numero", "REC-2026-0999"), ("id", "x"),
                ("auteur", "direction"),
                ("le_jour", "2020-01-01"), ("organisation", "x"), ("roles", "direction"), ("acte", "cloture"),
            ]
            let done = try await send(path, right + foreign, desk)
            #expect(done.status == 303, "\(done.text)")
            let after = try await site.books.register.caseFile(id)
            #expect(after.version == file.version + 1 && after.number?.ordinal ?? 1 == 1)
            #expect(after.entries.last?.officer == desk.account.id)
        }
    }

    // Shows: S-20
    @Test(arguments: ["envoi", "etape", "nom", "courriel", "reclamation", "incomplete"])
    func `in the public form loses no word and sends nothing`(name: String) async throws {
        try await TestSite.open { site in
            let form = try await site.openForm()
            var twice = MultipartBody()
            twice.add("envoi", form.envoi)
            twice.add("etape", "envoi")
            for (name, value) in form.words where name != "prenom" { twice.add(name, value) }
            if name != "incomplete" { twice.add("prenom", "Noé") }
            for _ in 0..<2 { twice.add(name, name == "etape" ? "envoi" : name == "incomplete" ? "oui" : "autre") }
            let answer = try await site.post(twice.closed)
            #expect(answer.status == 200 || answer.status == 422, "\(answer.status)")
            #expect(answer.text.contains("Trois jours sans chauffage"))
            #expect(try await site.books.register.find("2026-R-0001") == nil)
        }
    }

    // Shows: S-20
    @Test(arguments: ["jeton", "courriel", "mot_de_passe"]) func `in the sign-in lets nobody in`(
        name: String
    ) async throws {
        try await TestSite.open { site in
            _ = try await site.hire([.complaintsManager])
            let token = FormToken(random: site.site.world.bytes(16), at: site.site.seconds)
                .sealed(for: SignInDesk.purpose, with: site.site.formKey)
            let fields = [
                "jeton": token, "courriel": "ines@cine-atelier.example", "mot_de_passe": TestSite.password,
            ]
            var body = MultipartBody()
            for (name, value) in fields { body.add(name, value) }
            body.add(name, fields[name] ?? "")
            let answer = try await site.post("/connexion", body.closed, headers: [:])
            #expect(answer.status == 401 || answer.status == 403)
            #expect(answer.headers[.setCookie] == nil)
        }
    }

    private func send(
        _ path: String,
        _ fields: [(name: String, value: String)],
        _ desk: TestDesk
    ) async throws -> TestAnswer {
        var body = MultipartBody()
        body.add("jeton", desk.token)
        for field in fields { body.add(field.name, field.value) }
        return try await desk.site.post(path, body.closed, headers: desk.headers)
    }

    /// How much is in the log.
    private func size(_ site: TestSite) async throws -> Int {
        try await site.books.database.read { try $0.run("SELECT count(*) FROM log_leaf")[0].integer(0) }
    }
}
