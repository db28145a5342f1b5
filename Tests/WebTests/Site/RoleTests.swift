import Complaints
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

/// Somebody at the door: nobody in particular, or an account with these roles.
struct Caller: Sendable, CustomTestStringConvertible {
    let roles: Set<Role>?

    static let all = [Caller(roles: nil), Caller(roles: [])] + Role.allCases.map { Caller(roles: [$0]) }

    var testDescription: String {
        roles.map { $0.isEmpty ? "no role" : $0.map(\.rawValue).joined() } ?? "nobody"
    }

    var reads: Bool { !(roles ?? []).isDisjoint(with: Set(Role.allCases).subtracting([.auditor, .administrator])) }

    func may(_ act: Act) -> Bool { !(roles ?? []).isDisjoint(with: act.roles) }

    func enters(_ rooms: [Room]) -> Bool { rooms.contains { !(roles ?? []).isDisjoint(with: $0.roles) } }
}

@Suite struct `Every address` {
    /// Who may ask for it, or send to it.
    enum Policy: Sendable {
        /// Anybody; the status that a bare request gets.
        case open(Int)
        /// Whoever reads case files.
        case readers
        /// The same, who are led on to another page.
        case led
        /// Whoever may enter one of these other parts of the site.
        case rooms([Room])
        /// Whoever is signed in, whatever their roles; the status that a bare request of theirs gets.
        case signedIn(Int)
        /// Whoever may do this act; the status of the refusal to those who only read.
        case act(Act, refusal: Int)

        func status(for caller: Caller) -> Int {
            switch self {
            case .open(let status): status
            case .signedIn(let status): caller.roles == nil ? 303 : status
            case .readers: caller.roles == nil ? 303 : caller.reads ? 200 : 403
            case .rooms(let rooms): caller.roles == nil ? 303 : caller.enters(rooms) ? 200 : 403
            case .led: caller.roles == nil || caller.reads ? 303 : 403
            case .act(let act, let refusal):
                caller.roles == nil ? 401 : !caller.reads ? 403 : caller.may(act) ? 303 : refusal
            }
        }
    }

    /// The whole table: an address that is not in it fails the test (S-60).
    static let policies: [String: Policy] = [
        "GET /": .open(200), "GET /sante": .open(200), "GET /registre/point-de-controle": .open(200),
        "GET /procedure": .open(200), "GET /procedure/versions": .open(200),
        "GET /confidentialite": .open(200), "GET /accessibilite": .open(200), "GET /registre/preuve": .open(200),
        "GET /.well-known/security.txt": .open(200),
        "GET /ressources/{nom}": .open(404), "GET /reclamation": .open(200), "POST /reclamation": .open(415),
        "GET /reclamation/recepisse/{envoi}": .open(410), "GET /reclamation/preuve/{envoi}": .open(410),
        "GET /connexion": .open(200), "POST /connexion": .open(415),
        // A complainant's own pages open to the session that their secret began, and to no role.
        "GET /suivi": .open(200), "POST /suivi": .open(415), "GET /suivi/dossier": .open(303),
        "GET /suivi/dossier/{acte}": .open(303), "POST /suivi/dossier/{acte}": .open(415),
        "POST /suivi/fin": .open(303),
        "GET /suivi/acces": .open(200), "POST /suivi/acces": .open(415), "GET /suivi/acces/{lien}": .open(410),
        "POST /suivi/acces/{lien}": .open(415),
        // A link opens to whoever was given it; this one was given to nobody.
        "GET /invitation/{jeton}": .open(410), "POST /invitation/{jeton}": .open(410),
        "GET /compte": .signedIn(200), "POST /compte/sessions": .signedIn(303),
        "POST /compte/mot-de-passe": .signedIn(422), "POST /compte/second-facteur": .signedIn(303),
        "POST /compte/codes-de-secours": .signedIn(303),
        // Whoever is in sends the token of their session; whoever is out is out.
        "POST /deconnexion": .open(303),
        "GET /tableau-de-bord": .readers, "GET /receptions": .readers, "GET /registre": .readers,
        "GET /dossiers/{numero}": .readers, "GET /pieces/{id}": .readers, "GET /lettres/{id}": .readers,
        "GET /dossiers/{numero}/{acte}": .led, "GET /lettres/{id}/remise": .led, "GET /lettres/{id}/relance": .led,
        "GET /audit": .rooms([.pseudonymised, .accesses]), "GET /audit/acces": .rooms([.accesses]),
        "GET /audit/registre": .rooms([.pseudonymised]), "GET /audit/receptions": .rooms([.pseudonymised]),
        "GET /audit/dossiers/{numero}": .rooms([.pseudonymised]),
        "POST /dossiers/{numero}/{acte}": .act(.note, refusal: 422),
        "POST /lettres/{id}/remise": .act(.issueLetter, refusal: 422),
        "POST /lettres/{id}/relance": .act(.issueLetter, refusal: 422),
    ]

    // Shows: S-60
    @Test func `has a policy`() async throws {
        try await TestSite.open { site in
            let declared = Routes.router(for: site.site).routes.map { "\($0.method.rawValue) \($0.path)" }
            #expect(Set(declared) == Set(Self.policies.keys))
        }
    }

    // Shows: S-60, R-67
    @Test(arguments: Caller.all) func `answers each caller as its policy says, and shows nothing to the others`(
        caller: Caller
    ) async throws {
        try await TestSite.open { site in
            var desk: TestDesk?
            if let roles = caller.roles { desk = try await site.desk(roles) }
            let paths = try await site.addresses()
            // Signing out comes last: nobody is anybody after it.
            for (route, policy) in Self.policies.sorted(by: { $0.key > $1.key }) where route != "POST /deconnexion" {
                let path = paths[route] ?? String(route.split(separator: " ")[1])
                let answer = try await ask(route, path, desk, site)
                #expect(answer.status == policy.status(for: caller), "\(route)")
                if case .open = policy { continue }
                if case .signedIn = policy { continue }
                if !caller.reads {
                    #expect(!answer.text.contains("Remboursement") && !answer.text.contains("Àrçy"), "\(route)")
                }
                if caller.roles != nil, !caller.reads, answer.status != 200 {
                    #expect(answer.text.contains("Les dossiers ne vous sont pas ouverts"), "\(route)")
                }
            }
            #expect(try await ask("POST /deconnexion", "/deconnexion", desk, site).status == 303)
        }
    }

    private func ask(_ route: String, _ path: String, _ desk: TestDesk?, _ site: TestSite) async throws -> TestAnswer {
        let isForm = route.hasPrefix("POST")
        if let desk, !["/reclamation", "/connexion"].contains(path), !path.hasPrefix("/suivi") {
            return isForm
                ? try await desk.post(path, ["texte": "Vu", "voie": "courrier", "partie_le": "2026-11-23"])
                : try await desk.get(path)
        }
        return try await site.run { client in
            try await client.execute(uri: path, method: isForm ? .post : .get) { TestAnswer($0) }
        }
    }

    // Shows: S-60, R-67
    @Test(arguments: Caller.all.filter { $0.roles != nil })
    func `of an act changes nothing for a role without the right`(
        caller: Caller
    ) async throws {
        try await TestSite.open { site in
            let desk = try await site.desk(caller.roles ?? [])
            let id = try await site.lead(to: .registered)
            let before = try await site.books.register.caseFile(id)
            let typed = [
                "motif": "Une raison qui suffit", "texte": "Un texte", "nature": "reclamation", "fait_le": "2026-11-23",
                "message": "Lequel ?", "gestionnaire": desk.account.id, "nouvelle_date": "2027-01-15",
            ]
            for act in Act.allCases where !caller.may(act) {
                guard let noun = act.noun else { continue }
                let answer = try await desk.post("/dossiers/\(before.address)/\(noun)", typed)
                #expect(answer.status == (caller.reads ? 422 : 403), "\(noun)")
            }
            #expect(try await site.books.register.caseFile(id).version == before.version)
        }
    }

    // Shows: R-67
    @Test(arguments: Role.allCases) func `lets an act through only to the roles of the rules`(role: Role) async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([role])
            let id = try await site.lead(to: .registered)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)"
            let retired = try await desk.post("\(path)/retrait", ["motif": "La personne s’est ravisée"])
            let caller = Caller(roles: [role])
            #expect(retired.status == (caller.may(.withdraw) ? 303 : caller.reads ? 422 : 403), "\(role)")
            if caller.reads, !caller.may(.withdraw) { #expect(retired.text.contains("La personne s’est ravisée")) }
        }
    }

    // Shows: S-60
    @Test func `closes at once to an account that is disabled`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            #expect(try await desk.get("/registre").status == 200)
            try await site.site.accounts(site.books.organisation).disable(desk.account.id)
            #expect(try await desk.get("/registre").status == 303)
        }
    }
}
