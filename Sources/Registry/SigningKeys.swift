import Complaints
import Foundation

/// The logs' signing keys: one file of 32 bytes each, readable by the server alone, never in the database (S-81), so
/// that whoever copies the database cannot sign another history.
public struct SigningKeys: Sendable {
    /// The folder, mode 0700.
    public let folder: String

    /// Why a key cannot be used. The server refuses to start rather than go on without it (F-30).
    public enum Failure: Error, Equatable {
        /// There is no readable key file.
        case missing(path: String)
        /// The file does not hold the key that the organisation's log began with.
        case wrong(path: String)
        /// Others than the owner can read the file.
        case exposed(path: String)
        /// The file could not be written.
        case unwritable(path: String)
        /// The file that notes the head signed last cannot be read, or notes none of this log.
        case illegible(path: String)
    }

    public init(folder: String) { self.folder = folder }

    /// Writes a new key, durably, before anything refers to it.
    func create(_ seed: [UInt8], for organisation: String) throws {
        try DurableFile.makeFolder(folder)
        try DurableFile.create(seed, at: path(of: organisation))
    }

    /// Removes the key of an organisation that never came to be.
    func discard(_ organisation: String) { try? FileManager.default.removeItem(atPath: path(of: organisation)) }

    /// The key of an organisation's log, checked against the public key that the database names.
    func key(of organisation: Organisation) throws -> LogKey {
        let path = path(of: organisation.id)
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? NSNumber,
            let seed = FileManager.default.contents(atPath: path)
        else { throw Failure.missing(path: path) }
        guard mode.intValue & 0o077 == 0 else { throw Failure.exposed(path: path) }
        guard
            let key = LogKey(
                seed: Array(seed),
                origin: origin(of: organisation.id),
                witness: witness(of: organisation.id)
            ),
            key.signing.verifier.description == organisation.logKey, key.signs(for: organisation.logKey)
        else { throw Failure.wrong(path: path) }
        return key
    }

    /// What an organisation's log signs as: no name, since the organisation's may change.
    func origin(of organisation: String) -> String { "doleances/\(organisation)" }

    /// Where the last head that was signed is noted, apart from the database: whoever takes the log back to an older state
    /// there does not take this back.
    private func witness(of organisation: String) -> String { "\(folder)/\(organisation).point" }

    private func path(of organisation: String) -> String { "\(folder)/\(organisation).cle" }
}
