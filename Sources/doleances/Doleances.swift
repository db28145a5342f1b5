import App
import ArgumentParser
import Foundation

/// `doleances`: a verb per file.
@main
struct Doleances: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doleances",
        abstract: "Procédure de réclamations d’un organisme de formation.",
        subcommands: [
            Serve.self, DemoCommand.self, AtelierCommand.self, Verify.self, Export.self, OrganisationCommand.self,
            UserCommand.self, MailCommand.self, ReadMailCommand.self,
        ]
    )

    /// In place of the library's own, whose texts are English.
    static func main() async {
        do {
            let command = try await asyncParseAsRoot()
            if var command = command as? any AsyncParsableCommand { return try await command.run() }
            var other = command
            try other.run()
        } catch {
            let (code, text) = (exitCode(for: error), fullMessage(for: error))
            if code == .success {
                print(UsageText(help: text, calledAs: Program.name).text)
            } else if !text.isEmpty {
                let refusal = UsageText(refusal: text, calledAs: Program.name).text
                FileHandle.standardError.write(Data((refusal + "\n").utf8))
            }
            // Says nothing more: a code has no words.
            exit(withError: code)
        }
    }
}
