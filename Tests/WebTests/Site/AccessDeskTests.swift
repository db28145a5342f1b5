import Complaints
import HTTPTypes
import HummingbirdTesting
import Registry
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `The journal of accesses` {
    private func lines(_ site: TestSite, of kind: AccessKind) async throws -> [AccessEntry] {
        var filter = AccessFilter()
        filter.kind = kind
        return try await site.books.register.accesses(filter)
    }

    // Shows: S-62
    @Test(arguments: Engine.available) func `has what was looked at and what was refused, with the case and the act`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let file = try await site.books.register.caseFile(try await site.lead(to: .registered))
            let path = "/dossiers/\(file.address)"
            let control = try await site.desk([.internalControl])
            #expect(try await control.get(path).status == 200)
            #expect(try await control.post("\(path)/cloture", ["motif": "Je ne le peux pas"]).status == 422)
            let auditor = try await site.desk([.auditor], email: "audit@certificateur.example")
            #expect(try await auditor.get(path).status == 403)
            #expect(try await auditor.get("/receptions").status == 403)
            #expect(try await auditor.post("\(path)/notes", ["texte": "Vu"]).status == 403)
            let refused = try await lines(site, of: .refused)
            #expect(refused.allSatisfy { $0.outcome == .refused })
            let told = Set(refused.map { [$0.account, $0.caseFile ?? "", $0.detail] })
            #expect(
                told == [
                    [control.account.id, file.address, "cloture"], [auditor.account.id, file.address, ""],
                    [auditor.account.id, "", ""], [auditor.account.id, file.address, "notes"],
                ]
            )
            #expect(try await lines(site, of: .opened).map(\.caseFile) == [file.address, file.address])
        }
    }

    // Shows: R-67, S-62
    @Test(arguments: Engine.available) func `tells an administrator of accounts, and nothing of cases`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let file = try await site.books.register.caseFile(try await site.lead(to: .registered))
            let control = try await site.desk([.internalControl])
            _ = try await control.get("/dossiers/\(file.address)")
            let administrator = try await site.desk([.administrator], email: "admin@cine-atelier.example")
            for query in ["", "?genre=consultation", "?dossier=\(file.address)", "?personne=\(control.account.id)"] {
                let page = try await administrator.get("/audit/acces\(query)")
                #expect(page.status == 200, "\(query)")
                #expect(!page.text.contains(">\(file.address)<") && !page.text.contains("Dossier consulté"), "\(query)")
            }
            #expect(try await administrator.get("/audit/acces").text.contains("Connexion"))
            #expect(try await administrator.get("/audit").text.contains("Journal des comptes"))
            let whole = try await control.get("/audit/acces?dossier=\(file.address.lowercased())")
            #expect(whole.text.contains("Dossier consulté") && whole.text.contains(">\(file.address)<"))
            #expect(try await control.get("/audit/acces?dossier=REC-1999-0001").text.contains("Aucune ligne"))
        }
    }

    // Shows: S-62
    @Test func `stands on each case file's page, for those who watch over it`() async throws {
        try await TestSite.open { site in
            let file = try await site.books.register.caseFile(try await site.lead(to: .registered))
            let path = "/dossiers/\(file.address)"
            let roles: [Role] = [.receptionDesk, .complaintsManager, .management, .internalControl, .dataProtection]
            let watching: Set<Role> = [.management, .internalControl, .dataProtection]
            for role in roles {
                let desk = try await site.desk([role], email: "\(role.rawValue)@cine-atelier.example")
                _ = try await desk.get(path)
                let page = try await desk.get(path)
                let watches = watching.contains(role)
                #expect(page.text.contains("Qui a consulté ce dossier") == watches, "\(role)")
                if watches { #expect(page.text.contains("/audit/acces?dossier=\(file.address)"), "\(role)") }
            }
        }
    }

    // Shows: S-62
    @Test(arguments: Engine.available) func `keeps no page back that it cannot note, but what would leave the house`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let paths = try await site.addresses()
            try await site.books.database.write { _ = try $0.run("ALTER TABLE access RENAME TO gone") }
            for route in ["GET /dossiers/{numero}", "GET /lettres/{id}"] {
                #expect(try await desk.get(try #require(paths[route])).status == 200, "\(route)")
            }
            #expect(try await desk.get(try #require(paths["GET /pieces/{id}"])).status >= 500)
        }
    }

    // Shows: S-62
    @Test(arguments: Engine.available)
    func `has each sign-in, refused or not, the password given again, and the end of the session`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let account = try await site.hire([.internalControl])
            let send = { (email: String, password: String) in
                let form = try await site.run { client in
                    try await client.execute(uri: "/connexion", method: .get) { TestAnswer($0) }
                }
                return try await site.post(
                    "/connexion",
                    ["jeton": form.hidden("jeton") ?? "", "suite": "", "courriel": email, "mot_de_passe": password]
                )
            }
            #expect(try await send(account.email, "autre chose que cela").status == 401)
            #expect(try await send("personne@ailleurs.example", TestSite.password).status == 401)
            #expect(try await send(account.email, TestSite.password).status == 303)
            let desk = TestDesk(site: site, account: account, session: try await site.session(of: account))
            let old = ["ancien": "autre chose que cela", "mot_de_passe": "x", "mot_de_passe_encore": "x"]
            #expect(try await desk.post("/compte/mot-de-passe", old).status == 422)
            let page = try await desk.get("/audit/acces").text
            for told in ["Adresse sans compte", "Refusé", "Connexion", "Identité redemandée", "Inès Moreau"] {
                #expect(page.contains(told), "\(told)")
            }
            #expect(!page.contains("personne@ailleurs") && !page.contains("autre chose"))
            #expect(try await desk.post("/deconnexion", [:]).status == 303)
            #expect(try await lines(site, of: .signedOut).map(\.account) == [account.id])
            #expect(Set(try await lines(site, of: .signedIn).map(\.account)) == [account.id, AccessEntry.nobody])
        }
    }
}
