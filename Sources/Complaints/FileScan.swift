/// What a virus scanner said of a document, and when (S-37). It is laid beside the document: neither the log nor the
/// rules go by it.
public struct FileScan: Sendable, Hashable {
    /// When it was scanned.
    public let at: Instant
    /// The name of what was found, in the scanner's words; nil where nothing was.
    public let finding: String?

    public init(at: Instant, finding: String?) {
        self.at = at
        self.finding = finding
    }
}
