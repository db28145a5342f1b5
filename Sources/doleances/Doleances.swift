import ArgumentParser

/// `doleances`: a verb per file.
@main
struct Doleances: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doleances",
        abstract: "Procédure de réclamations d’un organisme de formation.",
        subcommands: [
            Serve.self, DemoCommand.self, Verify.self, Export.self, OrganisationCommand.self, UserCommand.self,
        ]
    )
}
