import Foundation
import _NIOFileSystem

/// The folder where uploads wait until they enter the register, or nobody wants them any more (S-34).
///
/// Outside anything served; names are chance, 128 bits; files are readable by the server's user alone.
public struct Spool: Sendable {
    /// The folder's path.
    public let folder: String
    private let random: @Sendable (Int) -> [UInt8]

    /// - Parameter random: as many bytes from a cryptographic source as asked for.
    public init(folder: String, random: @escaping @Sendable (Int) -> [UInt8]) {
        self.folder = folder
        self.random = random
    }

    /// There is something at the folder's path that is not a folder of the server's own user.
    public struct Foreign: Error, Equatable {
        /// The path.
        public let folder: String
    }

    /// Makes the folder, for the server's user alone, and empties it of what a crash left behind. Once, at the start.
    ///
    /// - Throws: `Foreign`, since anybody may lay out a folder, or a link to one, where temporary files are; what the disk
    ///   throws.
    public func prepare() throws {
        let files = FileManager.default
        let ours: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: ours)
        let found = try files.attributesOfItem(atPath: folder)
        let owner = found[.ownerAccountID] as? NSNumber
        guard found[.type] as? FileAttributeType == .typeDirectory, owner?.uint32Value == geteuid() else {
            throw Foreign(folder: folder)
        }
        try files.setAttributes(ours, ofItemAtPath: folder)
        for name in try files.contentsOfDirectory(atPath: folder) where name.hasSuffix(Self.suffix) {
            try files.removeItem(atPath: folder + "/" + name)
        }
    }

    /// A new, empty file.
    func create() async throws -> SpooledFile {
        let name = random(16).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        let path = FilePath(folder + "/" + name + Self.suffix)
        let options = OpenOptions.Write(
            existingFile: .none,
            newFile: OpenOptions.NewFile(permissions: .ownerReadWrite, transactionalCreation: false),
            followSymbolicLinks: false,
            closeOnExec: true
        )
        try await FileSystem.shared.withFileHandle(forWritingAt: path, options: options) { _ in }
        return SpooledFile(path: path.string)
    }

    private static let suffix = ".upload"
}
