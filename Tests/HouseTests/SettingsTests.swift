import Testing

@Suite struct `Every setting of the host` {
    private let source = "Sources/App/Settings.swift"
    private let page = "docs/operating.md"

    @Test func `is documented under its variable, and no other is`() throws {
        let documented = try House.table(page, headed: "Setting").map { House.code($0[1])[0] }
        #expect(documented.count == Set(documented).count)
        #expect(Set(documented) == Set(try names().map(\.variable)))
    }

    @Test func `is documented with its default`() throws {
        let standards = Dictionary(
            uniqueKeysWithValues: try House.text(source).matches(of: /case \.(\w+): "([^"]+)"/)
                .map { (String($0.output.1), String($0.output.2)) }
        )
        #expect(standards.count == 6)
        for row in try House.table(page, headed: "Setting") {
            let name = try #require(try names().first { $0.variable == House.code(row[1])[0] })
            if let standard = standards[name.name] { #expect(row[2] == "`\(standard)`", "\(name.variable)") }
        }
    }

    @Test func `is an option of the command where the document says so, and nowhere else`() throws {
        let commands = try House.sources("doleances").map(\.text).joined()
        let given = Set(try House.all(#"given\[\.(\w+)\]"#, in: commands))
        for row in try House.table(page, headed: "Setting") {
            let name = try #require(try names().first { $0.variable == House.code(row[1])[0] })
            #expect(House.code(row[0]) == (given.contains(name.name) ? [name.option] : []), "\(name.variable)")
        }
    }

    @Test func `is read in one place, with what else is taken from the environment on the same page`() throws {
        let documented = try House.text(page)
        for (path, text) in try House.sources() {
            let read = try House.all(#"environment\["(\w+)"\]"#, in: text)
            #expect(read.isEmpty || path == source, "\(path)")
            for variable in read where variable != "HOME" { #expect(documented.contains(variable), "\(variable)") }
        }
    }

    @Test func `is called by its right name wherever it is mentioned`() throws {
        let known = Set(try names().map(\.variable) + ["DOLEANCES_CONFIGURATION"])
        for (path, text) in try House.documents() + House.sources() {
            for variable in try House.all(#"\b(DOLEANCES_[A-Z_]*[A-Z])\b"#, in: text) {
                #expect(known.contains(variable), "\(path): \(variable)")
            }
        }
    }

    /// What `Settings.Name` declares: the case, the variable and the option that come of its raw value.
    private func names() throws -> [(name: String, variable: String, option: String)] {
        let text = try House.text(source)
        let start = try #require(text.firstRange(of: "public enum Name")?.upperBound)
        let end = try #require(text[start...].firstRange(of: "/// The environment variable.")?.lowerBound)
        return text[start..<end].split(separator: "\n").filter { $0.contains(" case ") }.flatMap { line in
            let sides = line.drop { $0 == " " }.dropFirst("case ".count).split(separator: " = ")
            let raw = sides.count > 1 ? [String(sides[1].filter { $0 != "\"" })] : []
            return sides[0].split(separator: ", ").map { name in
                let value = raw.first ?? String(name)
                let variable = "DOLEANCES_" + value.uppercased().map { $0 == "." ? "_" : String($0) }.joined()
                return (String(name), variable, "--" + value.map { $0 == "." ? "-" : String($0) }.joined())
            }
        }
    }
}
