/// A file that came with a form, waiting on disk.
public struct FormFile: Sendable {
    /// The field that it came in.
    public let field: String
    /// Its name, made harmless.
    public let name: FileName
    /// What it is: its content and its name agree on it.
    public let kind: FileKind
    /// Its size in bytes.
    public let size: Int
    /// The SHA-256 of its content.
    public let digest: [UInt8]
    /// Where the content waits.
    public let content: SpooledFile
}

/// A file that was sent and not taken in.
public struct RefusedFile: Sendable, Equatable {
    /// Why a file was not taken in.
    public enum Reason: Sendable, Equatable {
        /// It has no content.
        case empty
        /// It is larger than `FormLimits.file`.
        case tooLarge
        /// `FormLimits.files` had been reached.
        case tooMany
        /// It could not be written or read back here: a disk is full, or its folder is gone. Nothing is wrong with it.
        case unkept
        /// The disk runs low, and what is left is for words (S-38).
        case noRoom
        /// The case that it is for holds as many documents as one may (S-38).
        case caseFull
        /// It is not of a kind that we take.
        case kind(FileKind.Refusal)
    }

    /// The field that it came in.
    public let field: String
    /// Its name, made harmless.
    public let name: FileName
    /// Why.
    public let reason: Reason
}
