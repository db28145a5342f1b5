import ArgumentParser

/// `doleances user add|set|reset|list|disable|enable`.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Ajoute, modifie, rend accessibles, liste, désactive et rouvre les comptes.",
        subcommands: [Add.self, Set.self, Reset.self, List.self, Disable.self, Enable.self]
    )
}
