import Foundation
import Registry

extension Settings {
    /// Whether opening the books to serve them would make them. Of PostgreSQL only the server itself knows.
    var makesBooks: Bool {
        guard case .folder(let folder) = place else { return false }
        return !FileManager.default.fileExists(atPath: folder + "/registre.db")
    }

    /// What the operator is told once new books are there: a mistyped folder is noticed then.
    var newBooks: String? {
        guard case .folder(let folder) = place, makesBooks else { return nil }
        return "Nouveau registre, dans le dossier \(folder)."
    }

    /// Only `serve` and `organisation add` make books; whoever else finds none was given the wrong folder.
    ///
    /// - Throws: `Mistake`, which says whether it is the folder or the books that are missing.
    func demandBooks() throws {
        guard case .folder(let folder) = place, makesBooks else { return }
        let what =
            FileManager.default.fileExists(atPath: folder)
            ? "Aucun registre dans le dossier \(folder)" : "Le dossier \(folder) n’existe pas"
        throw Mistake(
            description: "\(what) : vérifiez --data (ou DOLEANCES_DATA), ou commencez par "
                + "\(Program.name) serve, qui imprime le lien du premier démarrage.",
            code: .noBooks
        )
    }

    /// New books need a folder for their keys: whether there can be one is known before anything is made.
    ///
    /// - Throws: `SigningKeys.Failure.unwritable`.
    func demandKeysFolder() throws {
        guard Self.canHold(URL(filePath: keys)) else { throw SigningKeys.Failure.unwritable(path: keys) }
    }

    /// Whether a folder is there to be written in, or the nearest above it is.
    private static func canHold(_ folder: URL) -> Bool {
        var isFolder: ObjCBool = false
        let path = folder.path
        guard !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return isFolder.boolValue && FileManager.default.isWritableFile(atPath: path)
        }
        return folder.pathComponents.count > 1 && canHold(folder.deletingLastPathComponent())
    }
}
