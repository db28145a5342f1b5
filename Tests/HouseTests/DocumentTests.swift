import Testing

@Suite struct `The documents` {
    @Test func `tell operators what changed`() throws {
        let changes = try House.text("CHANGELOG.md").split(separator: "\n## ").dropFirst()
        #expect(changes.first?.hasPrefix("Unreleased\n") == true)
        for change in changes { #expect(change.split(separator: "\n").count > 1, "\(change)") }
    }

    @Test func `name the licence whose text is there`() throws {
        #expect(try House.text("LICENSE").contains("EUROPEAN UNION PUBLIC LICENCE v. 1.2"))
        for path in ["README.md", "LISEZMOI.md"] { #expect(try House.text(path).contains("[EUPL 1.2](LICENSE)")) }
    }

    @Test func `record each decision with its context, choice and price, numbered without a gap`() throws {
        let decisions = try House.files("docs/decisions", ".md")
        for (index, path) in decisions.enumerated() {
            let number = String(10_001 + index).dropFirst()
            let text = try House.text(path)
            #expect(path.hasPrefix("docs/decisions/\(number)-"), "\(path)")
            #expect(text.hasPrefix("# \(number) "), "\(path)")
            for part in ["**Context.**", "**Choice.**", "**Price.**"] { #expect(text.contains(part), "\(path)") }
        }
        #expect(decisions.count >= 5)
    }

    @Test func `name files, tools and targets of make that are there`() throws {
        let goals = Set(try House.all(#"^([a-z]+):"#, in: House.text("Makefile")))
        for (path, text) in try House.documents() {
            for goal in House.code(text).filter({ $0.hasPrefix("make ") }) {
                #expect(goals.contains(String(goal.dropFirst(5).prefix { $0 != " " })), "\(path): \(goal)")
            }
            let inside = try House.all(#"\b((?:Tools|Tests|Sources|docs)/[\w./-]*\w)"#, in: text)
            for file in inside { #expect(House.has(file), "\(path): \(file)") }
        }
    }

    @Test func `follow a complaint through files that are there`() throws {
        let text = try House.text("docs/architecture.md")
        let journey = try #require(text.split(separator: "```").dropFirst().first)
        for file in try House.all(#"\b((?:Web|App|Registry)/[\w/]+)"#, in: String(journey)) {
            #expect(House.has("Sources/\(file).swift"), "\(file)")
        }
    }
}
