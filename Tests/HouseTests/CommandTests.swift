import Testing

@Suite struct `A command that a document gives` {
    @Test func `is a verb of ours with options of ours`() throws {
        let verbs = try verbs()
        let options = try options()
        var count = 0
        for (path, text) in try House.documents() {
            for command in try commands(in: text) {
                count += 1
                let words = command.split(separator: " ")
                #expect(words.first.map { verbs.contains(String($0)) } ?? true, "\(path): \(command)")
                for option in try House.all(#"--([a-z][a-z-]*)"#, in: command) {
                    #expect(options.contains(option), "\(path): --\(option)")
                }
            }
        }
        #expect(count > 8)
    }

    /// What follows the program's name, in blocks and between backticks, on one line however it was broken.
    private func commands(in text: String) throws -> [String] {
        let whole = text.replacing(" \\\n", with: " ")
        let blocks = whole.split(separator: "```", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
        let spans = whole.split(separator: "\n").flatMap { House.code($0) }
        return try (blocks + spans).flatMap { code in
            try House.all(#"(?:\$|/|^|\| )doleances ([a-z][^|\n]*)"#, in: code)
        }
    }

    /// The commands, by the names of their types or those that they give themselves.
    private func verbs() throws -> Set<String> {
        let commands = try House.sources("doleances")
        return Set(
            try commands.flatMap { file in
                try House.all(#"struct (\w+): AsyncParsableCommand"#, in: file.text).map { $0.lowercased() }
                    + House.all(#"commandName: "([^"]+)""#, in: file.text)
            }
        )
    }

    /// The options as they are typed: `--mediator-name`.
    private func options() throws -> Set<String> {
        let commands = try House.sources("doleances")
        return Set(
            try commands.flatMap { file in
                try House.all(#"customLong\("([^"]+)"\)"#, in: file.text)
                    + House.all(#"^\s+(?:@.* |\) )?var (\w+): "#, in: file.text).map { kebab($0) }
            }
        )
    }

    private func kebab(_ name: String) -> String {
        name.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    }
}
