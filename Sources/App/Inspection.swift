import Complaints
import Foundation
import Registry
import Storage

/// `doleances verify`: everything against the log, said in plain French.
public enum Inspection {
    /// Verifies one organisation, or all, a server running over them or not. Prints what was found, line by line; false
    /// where something is wrong. Whatever is wrong with one, the others are looked at.
    ///
    /// - Parameter print: where the lines go.
    public static func run(
        _ settings: Settings,
        organisation: String?,
        witnesses paths: [String],
        print: (String) -> Void = { Swift.print($0) }
    ) async throws -> Bool {
        var witnesses = try paths.map { (path: $0, witness: try witness($0)) }
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
            for organisation in chosen {
                let own = witnesses.filter { organisation.isSource(of: $0.witness) }
                witnesses.removeAll { organisation.isSource(of: $0.witness) }
                do {
                    let register = try warehouse.organisations.register(of: organisation, compose: noLetters)
                    let report = try await register.inspect(witnesses: own.map(\.witness))
                    lines(report, of: organisation, given: own.count).forEach(print)
                } catch is CancellationError {
                    throw CancellationError()
                } catch {
                    print("FAUTE, \(organisation.name) : \(source(of: error, own))\(sentence(error))")
                    isSound = false
                }
            }
        }
        for (path, witness) in witnesses {
            print("FAUTE : \(path) n’est témoin d’aucun des journaux vérifiés (\(witness.checkpoint.origin)).")
            isSound = false
        }
        return isSound
    }

    private static func witness(_ path: String) throws -> Witness {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            let what = FileManager.default.fileExists(atPath: path) ? "illisible" : "introuvable"
            throw Settings.Mistake(
                description:
                    "--witness : le fichier \(path) est \(what). Donnez la preuve remise avec un récépissé, ou un "
                    + "point de contrôle enregistré.",
                code: .value
            )
        }
        guard let witness = Witness(Array(bytes)) else {
            throw Settings.Mistake(
                description:
                    "--witness : \(path) n’est ni une preuve ni un point de contrôle, ou a été modifié. Donnez le "
                    + "fichier tel qu’il a été enregistré.",
                code: .value
            )
        }
        return witness
    }

    /// The file that a fault is about, where it is about one of those that were given.
    private static func source(of error: any Error, _ witnesses: [(path: String, witness: Witness)]) -> String {
        guard case Discrepancy.lost(let lost, _, _) = error,
            let path = witnesses.first(where: { $0.witness == lost })?.path
        else { return "" }
        return "\(path) : "
    }

    private static func sentence(_ error: any Error) -> String {
        switch error {
        case let discrepancy as Discrepancy: InspectionWords.sentence(discrepancy)
        case let refusal as SigningRefusal: InspectionWords.sentence(refusal)
        default: OperatorMessage(error).text
        }
    }

    private static func lines(
        _ report: InspectionReport,
        of organisation: Organisation,
        given: Int
    ) -> [String] {
        let log = report.log
        var lines = [
            "Journal de \(organisation.name) : tout concorde.",
            counts([
                (log.size, "ligne"), (log.openings, "ouverte"), (log.erased, "effacée"),
                (log.checkpoints, "point de contrôle"),
            ]),
            counts([(report.cases, "dossier"), (report.letters, "lettre"), (report.attachments, "pièce")]),
        ]
        lines += log.numbers.sorted { $0.key < $1.key }.map { year, count in
            count == 1 ? "  Registre \(year) : numéro 1" : "  Registre \(year) : numéros 1 à \(count), sans trou"
        }
        if let count = log.leaves[.recovery] { lines.append("  Reprises sur une copie plus ancienne : \(count)") }
        lines.append(
            given == 0 ? "  Aucun témoin extérieur donné (--witness)." : "  Témoins confrontés : \(given)"
        )
        if log.witnesses.count > given {
            lines.append("  Dernière tête signée ici, gardée près de la clé : confrontée.")
        }
        return lines + ["  Tête : \(log.root)"]
    }

    private static func counts(_ counted: [(Int, String)]) -> String {
        "  " + counted.map { InspectionWords.count($0, $1) }.joined(separator: ", ")
    }
}

extension Organisation {
    /// Whether a witness speaks of this organisation's log.
    fileprivate func isSource(of witness: Witness) -> Bool {
        VerifierKey(logKey)?.name == witness.checkpoint.origin
    }
}
