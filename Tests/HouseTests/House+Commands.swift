import Testing

extension House {
    /// Every command as it is typed after the program's name: `serve`, `organisation add`.
    static func commands() throws -> Set<String> {
        let named = try sources("doleances").flatMap { file -> [String] in
            guard let type = try all(#"^struct (\w+): AsyncParsableCommand"#, in: file.text).first else { return [] }
            let name = try all(#"^ {8}commandName: "([^"]+)""#, in: file.text).first ?? kebab(type)
            let inner = try all(#"^ {4}struct (\w+): AsyncParsableCommand"#, in: file.text)
            return inner.isEmpty ? [name] : inner.map { "\(name) \(kebab($0))" }
        }
        return Set(named).subtracting(["doleances"])
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
