import FoundationEssentials
import NIOCore
import _NIOFileSystem

/// An uploaded file while it waits: it exists as long as somebody holds this value, and no longer.
///
/// It is open only while something is read or written, so that a slow visitor holds no descriptor (S-16).
public final class SpooledFile: Sendable {
    /// Where it is. Chosen by us; nothing in it comes from the visitor.
    public let path: String

    init(path: String) { self.path = path }

    deinit { discard() }

    /// Removes the file now. Does nothing the second time.
    public func discard() { try? FileManager.default.removeItem(atPath: path) }

    /// The content from the beginning, at most `size` bytes at a time: what the register stages.
    public func chunks(of size: Int) -> SpooledChunks { SpooledChunks(file: self, size: size) }

    /// Writes at a place.
    func write(_ bytes: [UInt8], at offset: Int) async throws {
        let options = OpenOptions.Write(
            existingFile: .open,
            newFile: nil,
            followSymbolicLinks: false,
            closeOnExec: true
        )
        try await FileSystem.shared.withFileHandle(forWritingAt: FilePath(path), options: options) { handle in
            _ = try await handle.write(contentsOf: bytes, toAbsoluteOffset: Int64(offset))
        }
    }

    /// Reads at a place; empty at the end.
    fileprivate func read(_ size: Int, at offset: Int) async throws -> [UInt8] {
        let options = OpenOptions.Read(followSymbolicLinks: false, closeOnExec: true)
        return try await FileSystem.shared.withFileHandle(forReadingAt: FilePath(path), options: options) { handle in
            let chunk = try await handle.readChunk(fromAbsoluteOffset: Int64(offset), length: .bytes(Int64(size)))
            return Array(chunk.readableBytesView)
        }
    }
}

/// The content of an uploaded file, chunk by chunk; the file stays as long as this does.
public struct SpooledChunks: AsyncSequence, Sendable {
    fileprivate let file: SpooledFile
    fileprivate let size: Int

    public func makeAsyncIterator() -> Iterator { Iterator(chunks: self) }

    /// Where the reading is.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let chunks: SpooledChunks
        private var offset = 0

        fileprivate init(chunks: SpooledChunks) { self.chunks = chunks }

        /// The next chunk. - Throws: what the disk throws.
        public mutating func next() async throws -> [UInt8]? {
            let chunk = try await chunks.file.read(chunks.size, at: offset)
            offset += chunk.count
            return chunk.isEmpty ? nil : chunk
        }
    }
}
