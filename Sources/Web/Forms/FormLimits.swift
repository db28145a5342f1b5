/// How much of a form is taken in, decided before anything is buffered (S-19). All sizes in bytes.
///
/// The hard limits (`body`, `parts`, `head`, `urlencoded`) end the reading; the soft ones (`field`, `files`, `file`)
/// only set the excess aside, so that a file too large never costs the words beside it (S-33).
public struct FormLimits: Sendable, Equatable {
    /// The whole body.
    public var body: Int
    /// The whole body where it has no files: `application/x-www-form-urlencoded` is held in memory.
    public var urlencoded: Int
    /// Parts of a multipart body, fields and files together; names of a urlencoded one.
    public var parts: Int
    /// The header lines of one part.
    public var head: Int
    /// The text of one field; what is beyond is cut and the field is reported as cut.
    public var field: Int
    /// Files kept; those beyond are refused one by one.
    public var files: Int
    /// One file; a larger one is refused.
    public var file: Int
    /// Whether a table of text, `.csv`, is taken as a text is: by the one form that reads it.
    public var tables: Bool

    /// The limits of every form of ours (docs/operating.md).
    public init(
        body: Int = 60 << 20,
        urlencoded: Int = 1 << 20,
        parts: Int = 50,
        head: Int = 8 << 10,
        field: Int = 64 << 10,
        files: Int = 10,
        file: Int = 25 << 20,
        tables: Bool = false
    ) {
        self.body = body
        self.urlencoded = urlencoded
        self.parts = parts
        self.head = head
        self.field = field
        self.files = files
        self.file = file
        self.tables = tables
    }
}
