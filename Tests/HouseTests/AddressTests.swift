import Complaints
import Pages
import Testing

@Suite struct `Every address of the site` {
    private let page = "docs/addresses.md"

    @Test func `is documented with its method, and no other is`() throws {
        let documented = try House.table(page, headed: "Address").flatMap { row in
            House.code(row[1]).map { "\($0) \(House.code(row[0])[0])" }
        }
        #expect(documented.count == Set(documented).count)
        #expect(Set(documented) == Set(try routes()))
        #expect(documented.count > 15)
    }

    @Test func `is spelled in one place`() throws {
        let spelled = try House.all(#"static let \w+ = "(/[^"]+)""#, in: House.text("Sources/Pages/Path.swift"))
        for (path, text) in try House.sources("Web") + House.sources("Pages")
        where !path.contains(/Path\.swift|Samples/) {
            let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
            for address in spelled {
                #expect(!code.contains { $0.contains("\"\(address)") }, "\(path): \(address)")
            }
        }
    }

    @Test func `of an act is documented with who may do it`() throws {
        let rows = try House.table(page, headed: "Act")
        #expect(rows.map { House.code($0[0])[0] } == Act.allCases.compactMap(\.noun))
        for row in rows {
            let act = try #require(Act(noun: House.code(row[0])[0]))
            let holders = Role.allCases.filter { act.roles.contains($0) }.map(\.rawValue)
            #expect(House.code(row[2]) == holders, "\(row[0])")
        }
    }

    @Test func `of an operation is on the page for programs`() throws {
        let documented = try House.table("docs/api.md", headed: "Operation").map { House.code($0[0])[0] }
        let open = ["openapi.json", "problemes"]
        let operations = try routes().filter { route in
            route.contains(" /api/") && !open.contains { route.hasSuffix($0) }
        }
        #expect(documented.sorted() == operations.sorted())
    }

    /// What `Routes` declares: `GET /reclamation`.
    private func routes() throws -> [String] {
        let paths = Dictionary(
            uniqueKeysWithValues: try House.text("Sources/Pages/Path.swift")
                .matches(of: /static let (\w+) = "([^"]+)"/).map { (String($0.output.1), String($0.output.2)) }
        )
        let routes = try House.text("Sources/Web/Routes.swift")
            .matches(of: /router\.(get|post|put|delete)\(\s*\.init\(Path\.(\w+)(?: \+ "([^"]+)")?\)/)
        #expect(
            routes.count
                == (try House.text("Sources/Web/Routes.swift")).matches(of: /router\.(get|post|put|delete)\(/).count
        )
        let operations = try House.text("Sources/Web/API/APIOperation.swift")
            .matches(of: /case \.\w+: \(\.(get|post), Path\.(\w+)(?: \+ "([^"]+)")?\)/)
        #expect(operations.count > 5)
        return try (routes.map(\.output) + operations.map(\.output)).map { _, method, name, rest in
            let path = try #require(paths[String(name)])
            return "\(method.uppercased()) \(path)\(rest ?? "")"
        }
    }
}
