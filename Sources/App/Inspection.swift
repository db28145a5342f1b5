import Complaints
import Foundation
import Registry
import Storage

/// `doleances verify`: everything against the log, said in plain French.
public enum Inspection {
    /// Verifies one organisation, or all, a server running over them or not. Prints what was found; false where something
    /// is wrong.
    public static func run(_ settings: Settings, organisation: String?, witnesses: [String]) async throws -> Bool {
        let outside = try witnesses.map(witness)
        var isSound = true
        try await Warehouse.use(settings, .reading) { warehouse in
            let chosen =
                if let organisation {
                    [try await warehouse.organisation(named: organisation)]
                } else {
                    try await warehouse.organisations.all()
                }
            for faults in try await warehouse.database.integrityFaults() {
                print("BASE ENDOMMAGÉE : \(faults)")
                isSound = false
            }
            for organisation in chosen where isSound {
                let register = try warehouse.organisations.register(of: organisation, compose: noLetters)
                do {
                    say(try await register.inspect(witnesses: outside), of: organisation)
                } catch let discrepancy as Discrepancy {
                    print("FAUTE, \(organisation.name) : \(InspectionWords.sentence(discrepancy))")
                    isSound = false
                } catch let refusal as SigningRefusal {
                    print("FAUTE, \(organisation.name) : \(InspectionWords.sentence(refusal))")
                    isSound = false
                }
            }
        }
        return isSound
    }

    private static func witness(_ path: String) throws -> Witness {
        guard let bytes = FileManager.default.contents(atPath: path), let witness = Witness(Array(bytes)) else {
            throw Settings.Mistake(description: "Ni preuve ni point de contrôle lisible : \(path)")
        }
        return witness
    }

    private static func say(_ report: InspectionReport, of organisation: Organisation) {
        let log = report.log
        print("Journal de \(organisation.name) : tout concorde.")
        print(
            "  \(log.size) lignes, \(log.openings) ouvertes, \(log.erased) effacées, \(log.checkpoints) points signés"
        )
        print("  \(report.cases) dossiers, \(report.letters) lettres, \(report.attachments) pièces")
        for (year, count) in log.numbers.sorted(by: { $0.key < $1.key }) {
            print("  Registre \(year) : numéros 1 à \(count), sans trou")
        }
        print(
            log.witnesses.isEmpty
                ? "  Aucun témoin extérieur confronté." : "  Témoins confrontés : \(log.witnesses.count)"
        )
        print("  Tête : \(log.root)")
    }
}

/// What is wrong, as a person reads it.
enum InspectionWords {
    static func sentence(_ discrepancy: Discrepancy) -> String {
        switch discrepancy {
        case .log(let fault): "feuille \(fault.seq) : \(fault.kind.rawValue)"
        case .head: "la tête du journal ne correspond pas à ses lignes"
        case .node(let level, let position): "nœud de l’arbre, niveau \(level), place \(position)"
        case .opening(let seq): "feuille \(seq) : contenu illisible ou d’un autre dossier"
        case .list(let reference): "dossier \(reference) : la liste ne dit pas ce que dit l’historique"
        case .words(let reference): "dossier \(reference) : mots de recherche"
        case .letter(let reference, let id): "dossier \(reference) : lettre \(id) absente ou modifiée"
        case .attachment(let reference, let id): "dossier \(reference) : pièce \(id) absente ou modifiée"
        case .counter(let book, let year): "compteur \(book) \(year)"
        case .orphan(let table): "table \(table) : une ligne de trop ou de moins"
        }
    }

    static func sentence(_ refusal: SigningRefusal) -> String {
        switch refusal {
        case .otherLog: "un point signé appartient à un autre journal"
        case .shrinks: "le journal est plus court que ce qui a été signé"
        case .forks: "le journal contredit ce qui a été signé"
        case .unable: "la clé ne signe pas"
        }
    }
}
