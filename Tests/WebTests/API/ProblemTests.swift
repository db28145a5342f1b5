import Complaints
import HTTPTypes
import Pages
import Registry
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `A problem` {
    // Shows: S-10
    @Test func `is told as one wherever an address is of the interface, whatever refuses`() async throws {
        try await TestSite.open { site in
            let program = try await site.program([.complaintsManager])
            let absent = try await program.get("/api/v1/absent")
            #expect(try absent.isProblem(.unknown))
            #expect(try await site.ask(.get, "/api/v2/dossiers", showing: nil).isProblem(.unknown))
            let method = try await program.get(Path.apiCases, method: .delete)
            #expect(try method.isProblem(.method) && method.headers[.allow] == "GET, HEAD")
            #expect(try await site.ask(.get, Path.apiCases, showing: nil, at: "ailleurs.example").isProblem(.host))
            #expect(try await program.get("\(Path.apiCases)?q=%00").isProblem(.unreadable))
            #expect(try await program.get(Path.apiCase("REC-2026-0404")).isProblem(.unknown))
            #expect(try await program.get(Path.apiCase("rien")).isProblem(.unknown))
            if let name = HTTPField.Name("Sec-Fetch-Site") {
                let foreign = try await site.ask(
                    .post,
                    Path.apiReceptions,
                    showing: program.token.text,
                    .members([:]),
                    headers: [name: "cross-site"]
                )
                #expect(foreign.status == 403 && foreign.headers[.contentType] == "application/problem+json")
            }
            let head = try await program.get(Path.apiCases, method: .head)
            #expect(head.status == 200 && head.text.isEmpty)
        }
    }

    // Shows: S-10, S-26
    @Test func `that nobody foresaw has a reference, which the log has too, and nothing else`() async throws {
        try await TestSite.open { site in
            let id = try await site.lead(to: .registered)
            let file = try await site.books.register.caseFile(id)
            let program = try await site.program([.complaintsManager])
            let spoiled = Array("canari".utf8)
            try await site.books.database.write { connection in
                try connection.run("UPDATE log_opening SET payload = \(spoiled) WHERE case_file = \(id.description)")
            }
            let answer = try await program.get(Path.apiCase(file.address))
            let reference = try #require(try answer.string("reference"))
            #expect(try answer.isProblem(.fault) && !answer.text.contains("canari"))
            #expect(site.log.all.contains { $0.contains(reference) })
            #expect(!site.log.all.contains { $0.contains("canari") })
        }
    }

    // Shows: S-54
    @Test(arguments: Engine.available) func `says when to try again to whoever shows too many unknown tokens`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let program = try await site.program([.complaintsManager])
            let ended = try await site.token(of: program.account)
            try await site.site.accounts(site.books.organisation).endToken(ended.id, of: program.account.id)
            for _ in 0..<10 {
                #expect(try await site.ask(.get, Path.apiCases, showing: ended.text).isProblem(.tokenRefused))
            }
            let late = try await site.ask(.get, Path.apiCases, showing: program.token.text)
            #expect(try late.isProblem(.tooMany) && late.headers[.retryAfter] == "2")
            site.books.clock.advance(seconds: 2)
            #expect(try await program.get(Path.apiCases).status == 200)
        }
    }

    // Shows: S-38
    @Test func `is that the service is down where there is no room for words`() async throws {
        try await TestSite.open { site in
            let program = try await site.program([.complaintsManager])
            site.disk.free = 1 << 20
            let full = try await program.receive("Salle froide", key: "0123456789abcdef")
            #expect(try full.isProblem(.unavailable) && full.headers[.retryAfter] == "30")
            #expect(try await program.get(Path.apiCases).status == 200)
        }
    }

    @Test func `has its place on the page that its type leads to`() async throws {
        try await TestSite.open { site in
            let page = try await site.ask(.get, Path.problems, showing: nil)
            #expect(page.status == 200)
            for kind in ProblemKind.allCases { #expect(page.text.contains("id=\"\(kind.rawValue)\"")) }
            for code in ["D-001", "D-040"] { #expect(page.text.contains("id=\"\(code)\"")) }
        }
    }
}
