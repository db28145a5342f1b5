import Complaints
import Foundation
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `An identifier of somebody else's` {
    // Shows: S-61
    @Test func `is tried in place of every parameter that the site reads`() throws {
        let read = try Self.parameters()
        #expect(read.count > 70)
        #expect(read.subtracting(Swap.all.keys) == [], "a parameter without a swap")
        #expect(Set(Swap.all.keys).subtracting(read) == [], "a swap of no parameter")
    }

    // Shows: S-61
    @Test(arguments: Engine.available) func `in an address opens nothing and changes nothing`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let scene = try await SwapScene(site)
            let before = try await scene.rows()
            var count = 0
            for (route, policy) in Routes.router(for: site.site).policies.sorted(by: { $0.key < $1.key }) {
                for (asker, victim) in Self.pairs(route, scene) {
                    let answer = try await send(route, victim, by: asker, at: SwapScene.host, scene)
                    let isOut = answer.location.hasPrefix("/connexion") || answer.location == "/suivi"
                    let isRefused = [401, 403, 404, 410].contains(answer.status) || (answer.status == 303 && isOut)
                    #expect(isRefused, "\(route), \(policy): \(answer.status) \(answer.location)")
                    #expect(!scene.shows(answer), "\(route)")
                    count += 1
                }
            }
            #expect(count > 50)
            #expect(try await scene.rows() == before)
            print("SWAPS \(engine), addresses: \(count)")
        }
    }

    // Shows: S-61
    @Test(arguments: Engine.available) func `in a field or a query opens nothing and changes nothing`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: true) { site in
            let scene = try await SwapScene(site)
            // A sign-in under way over there is the attempt's own making.
            let made: Set = ["pending_sign_in", "access"]
            let before = try await scene.rows().filter { !made.contains($0.key) }
            var count = 0
            for (name, swap) in Swap.all.sorted(by: { $0.key < $1.key }) {
                guard case .tried(let attempts) = swap else { continue }
                for (index, tried) in attempts.enumerated() {
                    let answer = try await tried.attempt(scene)
                    #expect(answer.status == tried.status, "\(name), \(index)")
                    #expect(!scene.shows(answer, typed: tried.typed(scene)), "\(name), \(index)")
                    count += 1
                }
            }
            #expect(try await scene.rows().filter { !made.contains($0.key) } == before)
            let own = try await scene.own.register.caseFile(scene.own.caseFile)
            let theirs = [scene.neighbour, scene.stranger].flatMap { [$0.pieces.ofCase.id, $0.pieces.waiting.id] }
            #expect(own.files.allSatisfy { !theirs.contains($0.id) })
            for holdings in [scene.neighbour, scene.stranger] {
                let accounts = site.site.accounts(holdings.register.organisation)
                #expect(try await accounts.session(of: holdings.session) != nil)
                #expect(try await accounts.tokens(of: holdings.officer.id).map(\.id) == [holdings.token.id])
                #expect(try await holdings.register.followUpSession(of: holdings.follower) != nil)
            }
            let picture = scene.own.pieces.ofCase.id
            let beside = try await scene.get("/dossiers/\(scene.own.number)?piece=\(picture)").text
            #expect(beside.contains("<img src=\"/pieces/\(picture)\""), "of one's own, it is shown")
            #expect(try await scene.own.register.claimNotice() == nil, "a letter leaves for nobody")
            print("SWAPS \(engine), fields: \(count)")
        }
    }

    // Shows: S-61
    @Test(arguments: Engine.available) func `in a cookie, of another organisation, is that of nobody`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let scene = try await SwapScene(site)
            let before = try await scene.rows()
            var count = 0
            for (route, policy) in Routes.router(for: site.site).policies.sorted(by: { $0.key < $1.key }) {
                let isBySession = ![.anybody, .holder, .founder].contains(policy) || route.hasSuffix("{lien}")
                guard isBySession else { continue }
                let answer = try await send(route, scene.stranger, by: scene.asker, at: SwapScene.otherHost, scene)
                #expect([303, 401, 410].contains(answer.status), "\(route): \(answer.status)")
                if answer.status == 303 {
                    #expect(answer.location.hasPrefix("/connexion") || answer.location == "/suivi", "\(route)")
                }
                // Whose site it is, the page that asks to sign in says.
                for holdings in [scene.own, scene.neighbour, scene.stranger] {
                    #expect(!holdings.isIn(answer.text + answer.location), "\(route)")
                }
                count += 1
            }
            #expect(count > 20)
            #expect(try await scene.rows() == before)
            print("SWAPS \(engine), cookies: \(count)")
        }
    }

    /// Who tries whose identifier at a route; nobody where its address names nothing of anybody's. What lets in whoever has
    /// it, the identifier of a receipt or an invitation, is somebody else's only at another organisation's.
    private static func pairs(_ route: String, _ scene: SwapScene) -> [(asker: Asker, victim: Holdings)] {
        let path = String(route.split(separator: " ")[1])
        let named = path.split(separator: "/").filter { $0.hasPrefix("{") }.map { $0.dropFirst().dropLast() }
        guard named.contains(where: { scene.own.identifier(String($0), in: path) != nil }) else { return [] }
        let nobody = Asker()
        let complainant = Asker(follower: scene.own.follower, browser: scene.own.browser)
        let officer = Asker(account: scene.own.officer, session: scene.own.session)
        let strangers = [nobody, complainant, officer, scene.asker].map { ($0, scene.stranger) }
        guard !named.contains(where: { ["envoi", "jeton", "agenda"].contains($0) }) else { return strangers }
        return strangers + [nobody, complainant].map { ($0, scene.neighbour) }
    }

    /// Asks for a route's address with all that somebody else holds, or sends its form there.
    private func send(
        _ route: String,
        _ victim: Holdings,
        by asker: Asker,
        at host: String,
        _ scene: SwapScene
    ) async throws -> TestAnswer {
        let path = try victim.path(of: String(route.split(separator: " ")[1]))
        guard route.hasPrefix("POST") else {
            return try await scene.site.send(.get, path, cookie: asker.cookie(), at: host)
        }
        let form = try #require(try await SampleForm(route, of: scene.own, by: asker), "\(route) has no form")
        let fields = form.sealed(by: scene.site.site)
        return try await scene.site.send(.post, path, fields, cookie: asker.cookie(), at: host)
    }

    /// The parameters that the code of the site reads: fields, queries, parts of addresses, cookies.
    private static func parameters() throws -> Set<String> {
        let reading =
            /\b(?:only|values|text|date|optionalDate|optionalEmail|choice|optionalChoice|isYes)\((?:"([^"]*)"|([A-Z]\w*\.\w+))/
            .wordBoundaryKind(.simple)  // For Unicode, what follows a point does not begin a word.
        let asking = /[qQ]uery(?:\(of: request\))?\[(?:"([^"]*)"|([A-Z]\w*\.\w+))\]/
        // Settings are read by the names that they have.
        var names = Set(SettingsGroup.allCases.flatMap(\.changeable).map { "field \($0.field)" })
        // So are what lists are filtered by, from a query that is read whole.
        for filter in [
            "Register/RegisterFilter", "Register/ReceptionFilter", "Audit/AuditFilter", "Audit/AccessSearch",
        ] {
            let path = "\(Repository.root)/Sources/Pages/Staff/\(filter).swift"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            for found in text.matches(of: /values\["(\w+)"\]/) { names.insert("query \(found.output.1)") }
        }
        let folder = "\(Repository.root)/Sources/Web"
        let files = try #require(FileManager.default.enumerator(atPath: folder))
        while let file = files.nextObject() as? String {
            guard file.hasSuffix(".swift") else { continue }
            let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
            for found in text.matches(of: reading) {
                let name = String(found.output.1 ?? found.output.2 ?? "")
                // A page of plain text is no field, nor is a kind of which a setting is one.
                let isKind = [".self", ".allCases"].contains { name.hasSuffix($0) }
                if !isKind, !name.contains(#"\n"#) { names.insert("field \(name)") }
            }
            for found in text.matches(of: /\bvalues\[([A-Z]\w*\.\w+)\]/) { names.insert("field \(found.output.1)") }
            for found in text.matches(of: asking) {
                names.insert("query \(found.output.1 ?? found.output.2 ?? "")")
            }
            for found in text.matches(of: /parameters\.(?:get|require)\("(\w+)"/) {
                names.insert("path \(found.output.1)")
            }
            for found in text.matches(of: /static let cookie = "([^"]+)"/) { names.insert("cookie \(found.output.1)") }
        }
        return names
    }
}
