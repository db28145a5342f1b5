import Crypto

/// A file on its way in: hashed, looked at and written to disk as it comes, never held whole.
struct FileIntake {
    /// How much is held before it is written: with the read that goes beyond it, no more than 64 KiB, since memory is
    /// taken by powers of two.
    private static let block = 48 << 10

    private let spool: Spool
    private var file: SpooledFile?
    private var block: [UInt8] = []
    private var hash = SHA256()
    private var head: [UInt8] = []
    private var isText = true
    private(set) var size = 0

    init(into spool: Spool) { self.spool = spool }

    /// Takes in the next bytes.
    mutating func append(_ bytes: [UInt8]) async throws {
        hash.update(data: bytes)
        if head.count < 512 { head += bytes.prefix(512 - head.count) }
        // NUL is in every binary format; a tolerated control, such as a form feed, is not.
        if isText { isText = !bytes.contains(0) }
        size += bytes.count
        block += bytes
        if block.count >= Self.block { try await flush() }
    }

    /// What came in, or why it is not taken.
    mutating func finish(
        field: String,
        filename: String,
        takesTables: Bool = false
    ) async throws -> Result<FormFile, FileKind.Refusal> {
        let kind: FileKind
        do throws(FileKind.Refusal) {
            kind = try FileKind(name: takesTables ? Self.asText(filename) : filename, head: head, isText: isText)
        } catch {
            return .failure(error)
        }
        try await flush()
        guard let file else { return .failure(.contentDiffers(from: kind)) }
        let name = FileName(filename)
        let digest = Array(hash.finalize())
        return .success(FormFile(field: field, name: name, kind: kind, size: size, digest: digest, content: file))
    }

    /// A table of text by the name of a text.
    private static func asText(_ filename: String) -> String {
        filename.lowercased().hasSuffix(".csv") ? filename + ".txt" : filename
    }

    private mutating func flush() async throws {
        guard !block.isEmpty else { return }
        let target: SpooledFile
        if let file { target = file } else { target = try await spool.create() }
        file = target
        try await target.write(block, at: size - block.count)
        block.removeAll(keepingCapacity: true)
    }
}
