import Complaints
import Foundation
import Registry

/// What must hold of the machine before anybody is served, besides what each engine tests of itself and each register of
/// its key (S-83).
enum SelfTest {
    /// How far the clock may be behind the newest line of a log, in seconds. The clocks of two servers over one database
    /// differ, and a machine's own is set right by steps after it starts; five minutes are more than either takes, and
    /// far less than the day that would move a due date or that the log's order allows.
    static let tolerance = 5 * 60

    /// Bytes without which no form can be read nor head be noted.
    static let leastFree: Int64 = 64 << 20

    /// Why the server does not start.
    struct Unfit: Error, Equatable {
        /// What is wrong, and what to do.
        let hint: String
    }

    /// - Throws: `Unfit`; `StorageError`.
    static func run(_ warehouse: Warehouse, _ settings: Settings) async throws {
        for folder in folders(settings) { try check(free: FreeSpace.on(folder), folder: folder) }
        try check(now: warehouse.world.now(), newest: try await warehouse.organisations.newestLine())
    }

    /// Where the books, the keys and what is being sent are.
    private static func folders(_ settings: Settings) -> [String] {
        let others = [settings.keys, FileManager.default.temporaryDirectory.path]
        guard case .folder(let books) = settings.place else { return others }
        return [books] + others
    }

    /// Not every file system tells what it has left.
    static func check(free: Int64?, folder: String) throws(Unfit) {
        guard let free, free < leastFree else { return }
        throw Unfit(hint: "Il reste moins de \(leastFree >> 20) Mo sur le disque de \(folder) : libérez de la place.")
    }

    /// Under a clock that is behind, due dates would be wrong and the log's days would step back.
    static func check(now: Instant, newest: Instant?) throws(Unfit) {
        guard let newest, now < newest.adding(seconds: -tolerance) else { return }
        throw Unfit(
            hint: """
                L’horloge de la machine indique \(now), et la dernière ligne du journal est datée de \(newest) : l’une des \
                deux est fausse. Mettez la machine à l’heure (timedatectl), puis recommencez. Si c’est la ligne qui est dans \
                le futur, remettez la sauvegarde d’avant (docs/operating.md).
                """
        )
    }
}
