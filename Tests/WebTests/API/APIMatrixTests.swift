import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `Every operation for programs` {
    /// What a caller is answered, whose token reads and acts; nil where it is done.
    private func refusal(_ operation: APIOperation, _ caller: Caller, _ scope: TokenScope) -> ProblemKind? {
        guard operation != .describe else { return nil }
        guard caller.reads else { return .notAllowed }
        guard operation.method == .get || scope == .readAndAct else { return .scope }
        if operation == .receive || operation == .sortMail { return caller.receives ? nil : .notAllowed }
        return operation == .act && !caller.may(.note) ? .refused : nil
    }

    private func send(
        _ operation: APIOperation,
        about target: Holdings,
        showing token: String?,
        _ site: TestSite,
        key: String = "cle-de-la-saisie-1"
    ) async throws -> TestAnswer {
        let path = try target.path(of: operation.path)
        var headers: HTTPFields = [:]
        if let name = HTTPField.Name(APIParameter.idempotencyKey) { headers[name] = key }
        let body: JSON? =
            switch operation {
            case .receive:
                .members(["canal": "courrier", "arrivee_le": "2026-11-23", "reclamation": "Sans chauffage"])
            case .act:
                .members(["acte": "notes", "version": .number(try await target.version), "texte": "Vu"])
            case .sortMail: .members(["tri": .string(MailSort.spam.rawValue)])
            default: nil
            }
        return try await site.ask(operation.method, path, showing: token, body, headers: headers)
    }

    // Shows: S-60, R-67
    @Test(arguments: Engine.available, Caller.staff)
    func `answers a token of each role as its routes declare, and shows and changes nothing else`(
        engine: Engine,
        caller: Caller
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let target = try await site.holdings("canarimien")
            for scope in TokenScope.allCases {
                let email = "\(scope.rawValue)@cine-atelier.example"
                let program = try await site.program(caller.roles ?? [], scope, email: email)
                for operation in APIOperation.allCases {
                    let before = try await site.standing(of: target)
                    let answer = try await send(operation, about: target, showing: program.token.text, site)
                    let refusal = refusal(operation, caller, scope)
                    #expect(answer.status == refusal?.status ?? operation.done.status, "\(operation), \(scope)")
                    guard let refusal else { continue }
                    let code = refusal == .refused ? "D-001" : nil
                    #expect(try answer.isProblem(refusal, code: code), "\(operation), \(scope): \(answer.text)")
                    #expect(!target.isIn(answer.text), "\(operation), \(scope)")
                    #expect(try await site.standing(of: target) == before, "\(operation), \(scope)")
                }
            }
        }
    }

    // Shows: S-13, S-60
    @Test(arguments: Engine.available)
    func `opens to a token that is good, in its header, and to nothing else that anybody can send`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let target = try await site.holdings("canarimien", roles: Set(Role.allCases).subtracting([.auditor]))
            let (good, accounts) = (target.token.text, site.site.accounts(site.books.organisation))
            let ended = try await site.token(of: target.officer)
            try await accounts.endToken(ended.id, of: target.officer.id)
            let cookie = Asker(account: target.officer, session: target.session).cookie()
            var other = Array(good)
            other[67] = other[67] == "0" ? "1" : "0"
            let wrong: [(HTTPFields, ProblemKind)] = [
                ([:], .tokenMissing), ([.cookie: cookie], .tokenMissing), ([.authorization: good], .tokenMissing),
                ([.authorization: "Basic \(good)"], .tokenMissing), ([.authorization: "Bearer"], .tokenMissing),
                ([.authorization: "Bearer \(ended.text)"], .tokenRefused),
                ([.authorization: "Bearer \(String(other))"], .tokenRefused),
                ([.authorization: "Bearer \(target.session.text)"], .tokenRefused),
                ([.cookie: "session=\(good)"], .tokenMissing),
            ]
            let before = try await site.standing(of: target)
            for operation in APIOperation.allCases where operation != .describe {
                for (headers, kind) in wrong {
                    let path = try target.path(of: operation.path)
                    let body = operation.method == .post ? Array("{}".utf8) : nil
                    let answer = try await site.ask(operation.method, path, body, headers)
                    #expect(try answer.isProblem(kind), "\(operation): \(headers), \(answer.text)")
                    #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true && !target.isIn(answer.text))
                }
                let inQuery = try await site.ask(
                    operation.method,
                    "\(try target.path(of: operation.path))?access_token=\(good)",
                    operation.method == .post ? Array("{}".utf8) : nil,
                    [:]
                )
                #expect(try inQuery.isProblem(.tokenMissing), "\(operation)")
            }
            let after = try await site.standing(of: target)
            for (table, rows) in after { #expect(rows == before[table], "\(table)") }
            // A session's own pages know no token.
            let page = try await site.ask(.get, Path.register, showing: good)
            #expect(page.status == 303 && page.location.hasPrefix(Path.signIn))
            site.books.clock.advance(seconds: 2 * 86_400)
            #expect(try await site.ask(.get, Path.apiCases, showing: good).isProblem(.tokenRefused), "over")
        }
    }

    // Shows: S-61, S-62, R-24
    @Test(arguments: Engine.available)
    func `knows nothing of a case that is closed, or is another organisation's, and notes who asked`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let target = try await site.holdings("canariferme")
            try await site.restrict(target.caseFile, to: [target.officer.id])
            let program = try await site.program([.complaintsManager])
            for operation in [APIOperation.readCase, .readDocument, .act] {
                let before = try await site.books.rows(of: target.caseFile)["access"]?.count ?? 0
                let answer = try await send(operation, about: target, showing: program.token.text, site)
                #expect(try answer.isProblem(.unknown) && !target.isIn(answer.text), "\(operation)")
                let noted = try await site.books.rows(of: target.caseFile)["access"] ?? []
                #expect(noted.count == before + 1, "\(operation)")
                #expect(noted.contains { $0.contains("refus") && $0.contains(program.token.id) }, "\(operation)")
            }
            let list = try await program.get(Path.apiCases)
            #expect(list.text.contains(target.number) && !target.isIn(list.text))
        }
        try await TestSite.open(on: engine) { site in
            let scene = try await SwapScene(site)
            let before = try await scene.rows()
            for operation in [APIOperation.readCase, .readDocument, .readMail] {
                for victim in [scene.stranger, scene.neighbour] {
                    let path = try victim.path(of: operation.path)
                    let answer = try await scene.program(path, showing: scene.own.token)
                    if victim.canary == scene.stranger.canary {
                        #expect(try answer.isProblem(.unknown) && !scene.shows(answer), "\(operation)")
                    }
                    let other = try await site.ask(
                        .get,
                        path,
                        showing: scene.own.token.text,
                        at: SwapScene.otherHost
                    )
                    // The host is the one that was asked.
                    let shows = scene.shows(other, typed: SwapScene.otherHost)
                    #expect(try other.isProblem(.tokenRefused) && !shows, "\(operation): \(other.text)")
                }
            }
            // A document of another case of one's own is not this one's.
            let mixed = "\(Path.apiCase(scene.own.number))/pieces/\(scene.neighbour.pieces.ofCase.id)"
            #expect(try await scene.program(mixed).isProblem(.unknown))
            let after = try await scene.rows()
            for (table, rows) in after where !table.hasSuffix("access") && table != "sign_in_attempt" {
                #expect(rows == before[table], "\(table)")
            }
        }
    }

    // Shows: R-46, S-62
    @Test(arguments: Engine.available)
    func `keeps a mediation from those who do not follow it, and says by which token a case was read`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let target = try await site.holdings("canarimien")
            let control = try await site.program([.internalControl])
            let piece = "\(Path.apiCase(target.number))/pieces/\(target.pieces.ofMediation.id)"
            #expect(try await control.get(piece).isProblem(.notAllowed))
            let page = try await control.get(Path.apiCase(target.number))
            #expect(page.status == 200 && !page.text.contains(target.pieces.ofMediation.id))
            let manager = try await site.program([.complaintsManager], .read, email: "paul@cine-atelier.example")
            #expect(try await manager.get(Path.apiCase(target.number)).text.contains(target.pieces.ofMediation.id))
            #expect(try await manager.get(piece).text == "oui, canarimien")
            var filter = AccessFilter()
            filter.account = manager.account.id
            filter.caseFile = target.caseFile
            let lines = try await site.books.register.accesses(filter)
            #expect(Set(lines.map(\.kind)) == [.opened, .downloaded])
            #expect(lines.allSatisfy { $0.token == manager.token.id && $0.word.isEmpty })
            let watch = try await site.desk([.management], email: "luc@cine-atelier.example")
            #expect(try await watch.get("/audit/acces").text.contains("par le jeton \(manager.token.id)"))
        }
    }
}
