import Foundation
import Synchronization

/// The lock that keeps a second process from writing to the same folder (S-84): SQLite's own locks would let it, and the
/// versions in use may then damage the file (security: K3).
final class SingleOpener: Sendable {
    private let file: Mutex<Int32?>

    /// Takes the lock. - Throws: `StorageError.unavailable`, naming the process that holds it.
    init(folder: String) throws {
        let path = folder + "/registre.lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StorageError.unavailable(hint: "Impossible d’écrire dans le dossier \(folder) : vérifiez ses droits.")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            let holder = (try? String(contentsOfFile: path, encoding: .utf8))?.filter(\.isNumber) ?? ""
            throw StorageError.unavailable(
                hint:
                    "Le dossier \(folder) est déjà ouvert par le processus \(holder.isEmpty ? "?" : holder). Arrêtez-le d’abord."
            )
        }
        let text = "\(getpid())\n"
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.utf8.count, 0) == text.utf8.count else {
            close(descriptor)
            throw StorageError.full
        }
        file = Mutex(descriptor)
    }

    deinit { release() }

    /// Gives the lock back.
    func release() {
        file.withLock { descriptor in
            if let descriptor { close(descriptor) }
            descriptor = nil
        }
    }
}
