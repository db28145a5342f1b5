import Testing

@Suite struct `A command that a document gives` {
    @Test func `is a verb of ours with options of ours`() throws {
        let verbs = try House.commands()
        let options = try Set(House.options())
        var count = 0
        for (path, text) in try House.documents() {
            for command in try commands(in: text) {
                count += 1
                #expect(verbs.contains { "\(command) ".hasPrefix("\($0) ") }, "\(path): \(command)")
                for option in try House.all(#"--([a-z][a-z-]*)"#, in: command) {
                    #expect(options.contains(option), "\(path): --\(option)")
                }
            }
        }
        #expect(count > 20)
    }

    /// What follows the program's name, in blocks and between backticks, on one line however it was broken.
    private func commands(in text: String) throws -> [String] {
        let whole = text.replacing(" \\\n", with: " ")
        let blocks = whole.split(separator: "```", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
        let spans = whole.split(separator: "\n").flatMap { House.code($0) }
        return try (blocks + spans).flatMap { code in
            try House.all(#"(?:\$|/|^ *|\| )doleances ([a-z][^|\n]*)"#, in: code)
        }
    }
}
