import Testing

extension House {
    /// Every command as it is typed after the program's name: `serve`, `organisation add`.
    static func commands() throws -> Set<String> {
        let files = try sources("doleances")
        var names: [String: String] = [:]
        for file in files {
            guard let type = try all(#"^struct (\w+): AsyncParsableCommand"#, in: file.text).first else { continue }
            names[type] = try all(#"^ {8}commandName: "([^"]+)""#, in: file.text).first ?? kebab(type)
        }
        // A verb of its own file stands in an extension of the command.
        let inner = try files.flatMap { file -> [(of: String, verb: String)] in
            guard let type = try all(#"^(?:struct|extension) (\w+)\b"#, in: file.text).first else { return [] }
            return try all(#"^ {4}struct (\w+): AsyncParsableCommand"#, in: file.text).map { (type, kebab($0)) }
        }
        let verbs = inner.compactMap { verb in names[verb.of].map { "\($0) \(verb.verb)" } }
        let alone = names.filter { name in !inner.contains { $0.of == name.key } }.values
        return Set(verbs + alone).subtracting(["doleances"])
    }

    /// The options of every command, as they are typed, without their dashes.
    static func options() throws -> [String] {
        try sources("doleances").flatMap { file in
            file.text.matches(of: /@(?:Option|Flag)\(((?s:.*?))\)\s*var (\w+)/).map { match in
                match.output.1.firstMatch(of: /customLong\("([^"]+)"\)/).map { String($0.output.1) }
                    ?? kebab(match.output.2)
            }
        }
    }

    /// A name of the code as the command line has it: `AcceptRestore` is `accept-restore`.
    private static func kebab(_ name: some StringProtocol) -> String {
        String(name.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined().trimmingPrefix("-"))
    }
}
