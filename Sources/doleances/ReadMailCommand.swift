import App
import ArgumentParser

/// `doleances read-mail`: what a server starts to read mails, confined. Nobody types it.
struct ReadMailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read-mail",
        abstract: "Lit des courriels pour le serveur, qui seul s’en sert.",
        shouldDisplay: false
    )

    func run() async throws { ReadingWork.run() }
}
