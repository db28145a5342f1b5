import Testing

@Suite struct `The rules of the house` {
    private let page = "docs/architecture.md"

    @Test func `give each target a line, with every module that it imports and no other`() throws {
        let rows = try House.table(page, headed: "Target")
        let folders = Set(try House.sources().map { $0.path.split(separator: "/")[1] }.map(String.init))
        #expect(Set(rows.map { House.code($0[0])[0] }) == folders)
        for row in rows {
            let target = House.code(row[0])[0]
            #expect(Set(House.code(row[2])) == Set(try imports(target)), "\(target)")
        }
    }

    @Test func `let no target import what its line forbids`() throws {
        for row in try House.table(page, headed: "Target") {
            let target = House.code(row[0])[0]
            #expect(Set(House.code(row[3])).isDisjoint(with: try imports(target)), "\(target)")
        }
    }

    @Test(arguments: ["Complaints", "Mail", "Pages"])
    func `leave time, chance, files and the network outside of what only computes`(target: String) throws {
        let worldly =
            #"\b(Date\(|Clock|\.now\b|\.random|SystemRandom|UUID\(|FileManager|Process\b|URLSession|getenv|fopen)"#
        for (path, text) in try House.sources(target) {
            #expect(try House.all(worldly, in: code(text)) == [], "\(path)")
            #expect(try House.all(#"\b(await|Task|async)\b"#, in: code(text)) == [], "\(path)")
        }
    }

    @Test func `keep statements of SQL in the registry, and the engines' names in the storage`() throws {
        let statement = #""\s*(SELECT \S|INSERT INTO|UPDATE \w+\s+SET|DELETE FROM|CREATE (?:TABLE|INDEX))"#
        for (path, text) in try House.sources() where !path.hasPrefix("Sources/Storage/") {
            if !path.hasPrefix("Sources/Registry/") { #expect(try House.all(statement, in: text) == [], "\(path)") }
            if !path.hasPrefix("Sources/App/") {
                #expect(try House.all(#"\b(SQLiteDatabase|PostgresDatabase)\b"#, in: code(text)) == [], "\(path)")
            }
        }
    }

    @Test func `have no drawer for what has no name`() throws {
        let drawers: Set = ["Core", "Utils", "Helpers", "Manager", "Service", "Extensions", "Common", "Misc"]
        for path in try House.files("Sources", ".swift") {
            let names = path.split(separator: "/").map { String($0.split(separator: ".")[0]) }
            #expect(drawers.isDisjoint(with: names), "\(path)")
        }
    }

    /// The modules that a target's files import, ours and others'.
    private func imports(_ target: String) throws -> [String] {
        let line = #"^\s*(?:@\w+ )?(?:(?:public|package|internal|private) )?import (?:\w+ )?(\w+)"#
        return try House.sources(target).flatMap { try House.all(line, in: $0.text) }
    }

    /// A file without its comments.
    private func code(_ text: String) -> String {
        text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    }
}
