/// What a form brought: its texts in the order sent, its files, and the files that were set aside.
public struct FormData: Sendable {
    /// One name and its text.
    public struct Field: Sendable, Equatable {
        /// The field's name.
        public let name: String
        /// Its text, as typed, line ends as LF.
        public let value: String
        /// Whether the text was longer than `FormLimits.field` and has been cut there.
        public let cut: Bool
    }

    /// What a single-valued field may have wrong before anybody looks at its text.
    public enum FieldMistake: Error, Sendable, Equatable {
        /// Sent more than once: which one was meant cannot be known (S-20).
        case repeated
        /// Longer than `FormLimits.field`.
        case tooLong
    }

    /// The texts, in the order sent.
    public internal(set) var fields: [Field] = []
    /// The files that were taken in, in the order sent.
    public internal(set) var files: [FormFile] = []
    /// The files that were not, and why: the visitor is told, and the complaint is received all the same (S-33).
    public internal(set) var refused: [RefusedFile] = []

    /// A form with nothing in it.
    public init() {}

    /// A form of plain texts.
    public init(_ fields: [(name: String, value: String)]) {
        self.fields = fields.map { Field(name: $0.name, value: $0.value, cut: false) }
    }

    /// The only text of a single-valued field; `nil` where the form does not have it.
    public func field(_ name: String) throws(FieldMistake) -> String? {
        let found = fields.filter { $0.name == name }
        guard found.count <= 1 else { throw .repeated }
        guard found.first?.cut != true else { throw .tooLong }
        return found.first?.value
    }

    /// The text of a field that no message could stand beside, such as a button's; empty where it was not sent exactly
    /// once, or was too long: what was meant cannot be known then (S-20).
    public func only(_ name: String) -> String { (try? field(name)) ?? "" }

    /// The texts of a field that may be repeated, such as check boxes.
    public func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// What to show again in a field, whatever is wrong with it: the first text, cut or not.
    public func shown(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

    /// Removes the uploaded files now, instead of when this value goes away.
    public func discard() {
        for file in files { file.content.discard() }
    }
}
