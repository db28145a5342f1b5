import App
import ArgumentParser
import Registry

/// `doleances verify`: the log, the files and the lists, checked against one another.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Vérifie le journal, les pièces et les listes ; 0 si tout concorde, 1 en nommant la première faute."
    )

    @OptionGroup var place: Place
    @Option(help: "Organisme, s’il y en a plusieurs ; sans lui, tous.") var organisation: String?
    @Option(help: "Preuve ou point de contrôle gardé ailleurs, à confronter ; répétable.") var witness: [String] = []

    @Option(help: "Copie rétablie d’une sauvegarde, à vérifier à la place des livres : dossier, ou adresse PostgreSQL.")
    var restored: String?
    @Option(help: "Dossier des clés de cette copie ; sans lui, celui qu’elle contient.") var restoredKeys: String?

    func run() async throws {
        try await told {
            let settings = try await Settings(given: place.given)
            guard let restored else {
                try await inspect(settings)
                let names = organisation.map { [$0] } ?? []
                return await Errand.noteCheck(.logCheck, of: names).runBesideServer(settings)
            }
            let copy = try await RestoredCopy(restored, keys: restoredKeys, beside: settings)
            try await inspect(copy.settings)
            let found = try await copy.organisations(named: organisation)
            for line in try await Errand.noteCheck(.restoreCheck, of: found).run(settings) { print(line) }
        }
    }

    private func inspect(_ settings: Settings) async throws {
        let sound = try await Inspection.run(settings, organisation: organisation, witnesses: witness)
        if !sound { throw ExitCode(1) }
    }
}
