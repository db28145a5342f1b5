import Complaints
import Foundation
import Registry

extension Register {
    /// Keeps an upload that waits on disk, a chunk at a time, so that many large ones need little memory.
    func stage(_ file: FormFile, for submission: Submission?) async throws -> FileSummary {
        let path = file.content.path
        return try await stage(
            StagedAttachment(
                name: file.name.display,
                type: file.kind.contentType,
                length: file.size,
                digest: hexadecimal(file.digest)
            ),
            for: submission
        ) { position in
            guard let handle = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileReadNoSuchFile) }
            defer { try? handle.close() }
            try handle.seek(toOffset: UInt64(position * Register.chunkLength))
            return try handle.read(upToCount: Register.chunkLength).map(Array.init)
        }
    }
}
