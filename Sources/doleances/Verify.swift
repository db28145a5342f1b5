import App
import ArgumentParser

/// `doleances verify`: the log, the files and the lists, checked against one another.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Vérifie le journal, les pièces et les listes ; 0 si tout concorde, 1 en nommant la première faute."
    )

    @OptionGroup var place: Place
    @Option(help: "Organisme, s’il y en a plusieurs ; sans lui, tous.") var organisation: String?
    @Option(help: "Preuve ou point de contrôle gardé ailleurs, à confronter ; répétable.") var witness: [String] = []

    func run() async throws {
        try await told {
            let settings = try await Settings(given: place.given)
            let sound = try await Inspection.run(settings, organisation: organisation, witnesses: witness)
            if !sound { throw ExitCode(1) }
        }
    }
}
