import Foundation

/// A small file beside the signing keys: readable by the server alone, and on the disk with its name before anybody goes
/// by it. A power cut leaves it whole, or as it was before.
enum DurableFile {
    /// Makes a file where there is none.
    static func create(_ bytes: [UInt8], at path: String) throws(SigningKeys.Failure) {
        try put(bytes, at: path)
        try settleFolder(of: path)
    }

    /// Puts a file in the place of another, which stays until this one is whole.
    static func replace(_ bytes: [UInt8], at path: String) throws(SigningKeys.Failure) {
        // A name of its own: several servers may share the folder.
        let draft = "\(path).\(UUID().uuidString)"
        try put(bytes, at: draft)
        guard rename(draft, path) == 0 else {
            unlink(draft)
            throw .unwritable(path: path)
        }
        try settleFolder(of: path)
    }

    /// Makes a folder that only the server may enter, and those above it that are missing.
    static func makeFolder(_ folder: String) throws(SigningKeys.Failure) {
        guard !FileManager.default.fileExists(atPath: folder) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw .unwritable(path: folder)
        }
        try settleFolder(of: folder)
    }

    private static func put(_ bytes: [UInt8], at path: String) throws(SigningKeys.Failure) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .unwritable(path: path) }
        defer { close(file) }
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            unlink(path)
            throw .unwritable(path: path)
        }
    }

    /// The bytes of a file are not enough: its name is the folder's, and reaches the disk by itself.
    private static func settleFolder(of path: String) throws(SigningKeys.Failure) {
        let folder = (path as NSString).deletingLastPathComponent
        let directory = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw .unwritable(path: path) }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw .unwritable(path: path) }
    }
}
