public import Complaints

/// Words and templates: what turns a page's value into HTML.
///
/// Made once; whatever is wrong with a template or the catalogue is found then, not when somebody reads the page. It
/// speaks French, and the public pages in the visitor's own choice (`speaking`).
public struct Press: Sendable {
    /// What is wrong with the texts that the program carries.
    public enum Failure: Error, Equatable {
        /// A line of the catalogue is neither `key = text`, nor a comment, nor two spaces and more text.
        case malformedEntry(file: String, line: Int)
        /// Two entries of the catalogue have the same key.
        case repeatedEntry(String)
        /// A tag is not closed, or would place text that is not escaped.
        case malformedTag(template: String)
        /// A template names another, or a catalogue entry, that does not exist.
        case unknownPartial(String, template: String)
    }

    /// The language of its words.
    public private(set) var language = Language.french
    /// Whether whoever reads would rather have the other one, as their browser says.
    private(set) var isOtherPreferred = false
    private let french: PressVoice
    private let english: PressVoice

    /// Read once, for a press is made in many places and its texts are always the same.
    private static let embedded = Result { try Press(files: EmbeddedText.files) }

    /// The press with the program's own templates and words. - Throws: `Failure`, or the library's parser error.
    public init() throws { self = try Self.embedded.get() }

    init(files: [String: String]) throws {
        let written = try files.filter { $0.key.hasSuffix(Self.ending) }.map { path, text in
            try PressTemplate(path.dropFirst("Templates/".count).dropLast(Self.ending.count), text: text)
        }
        let words = try PressCatalogue(files: files.filter { $0.key.hasSuffix(".fr") })
        let own = try PressCatalogue(files: files.filter { $0.key.hasSuffix(".en") })
        french = try PressVoice(words, written)
        english = try PressVoice(own.filled(from: words), written.filter(PressVoice.isPublic))
    }

    /// The same press in a language.
    ///
    /// - Parameter isOtherPreferred: whether the reader's browser asks for the other one: it is then offered plainly.
    public func speaking(_ language: Language, isOtherPreferred: Bool = false) -> Press {
        var press = self
        press.language = language
        press.isOtherPreferred = isOtherPreferred
        return press
    }

    /// A page as HTML. Every string of it is escaped; nothing of it is ever taken for markup. What only the staff read
    /// is French whatever the language.
    public func render<P: Page>(_ page: P) -> String {
        let tree = PressTree.of(page: page)
        guard let html = voice.render(tree, P.template) ?? french.render(tree, P.template) else {
            preconditionFailure("There is no template \(P.template).")
        }
        return html
    }

    /// The words of a catalogue entry, its holes filled, not escaped. A key that does not exist shows as itself,
    /// between ⟦ ⟧: a test looks for these marks in every page and letter.
    public func words(_ key: String, _ holes: [String: String] = [:]) -> String {
        catalogue.words(key, holes) ?? "⟦\(key)⟧"
    }

    /// Whether the catalogue has an entry.
    func has(_ key: String) -> Bool { catalogue.entries[key] != nil }

    var catalogue: PressCatalogue { voice.catalogue }
    var templates: [PressTemplate] { voice.templates }
    private var voice: PressVoice { language == .english ? english : french }

    private static let ending = ".mustache"
}
