/// One field of a form, ready to be placed: exactly one of its controls is there, or it takes documents.
struct Field: Sendable {
    /// A one-line input.
    struct Line: Sendable {
        let type: String
        let value: String
        let autocomplete: String
    }

    /// Several lines of text.
    struct Area: Sendable {
        let rows: String
        let value: String
    }

    /// One thing to choose or to tick.
    struct Option: Sendable {
        let id: String
        let value: String
        let label: String
        /// What it means, where that is said.
        let help: String?
        let isChosen: Bool
    }

    /// A list that opens.
    struct Menu: Sendable {
        let options: [Option]
    }

    /// Radio buttons or boxes to tick, under one legend.
    struct Choice: Sendable {
        let type: String
        let options: [Option]
    }

    /// A choice of documents.
    struct Upload: Sendable {
        /// How their names may end, as the attribute says it.
        let accept: String
    }

    let id: String
    let name: String
    let label: String
    let isOptional: Bool
    /// When it must be filled in, beside its label; nil where that is always so, or never.
    var condition: String?
    let help: String?
    let mistake: String?
    /// The identifiers of help and mistake, for those who hear the page.
    let describedBy: String?
    /// Whether writing begins here.
    var isFocused = false
    var line: Line?
    var area: Area?
    var menu: Menu?
    var choice: Choice?
    var upload: Upload?

    /// Whether it takes documents.
    var isUpload: Bool { upload != nil }

    /// Where a link to this field leads: the first button of a choice, else the control itself.
    var focus: String { choice?.options.first?.id ?? id }
}
