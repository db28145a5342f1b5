import Mustache

/// Words and templates: what turns a page's value into HTML.
///
/// Made once; whatever is wrong with a template or the catalogue is found then, not when somebody reads the page.
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

    let catalogue: PressCatalogue
    let templates: [PressTemplate]
    private let library: MustacheLibrary

    /// Read once, for a press is made in many places and its texts are always the same.
    private static let embedded = Result { try Press(files: EmbeddedText.files) }

    /// The press with the program's own templates and French words. - Throws: `Failure`, or the library's parser error.
    public init() throws { self = try Self.embedded.get() }

    init(files: [String: String]) throws {
        let catalogue = try PressCatalogue(files: files.filter { $0.key.hasSuffix(".fr") })
        let written = try files.filter { $0.key.hasSuffix(Self.ending) }.map { path, text in
            try PressTemplate(path.dropFirst("Templates/".count).dropLast(Self.ending.count), text: text)
        }
        let templates = try written + catalogue.partials(among: Set(written.flatMap(\.partials)))
        let names = Set(templates.map(\.name))
        var library = MustacheLibrary()
        for template in templates {
            if let unknown = template.partials.first(where: { !names.contains($0) }) {
                throw Failure.unknownPartial(unknown, template: template.name)
            }
            try library.register(template.text, named: template.name)
        }
        self.catalogue = catalogue
        self.templates = templates
        self.library = library
    }

    /// A page as HTML. Every string of it is escaped; nothing of it is ever taken for markup.
    public func render<P: Page>(_ page: P) -> String {
        guard let html = library.render(PressTree.of(page: page), withTemplate: PressTemplate.name(P.template)) else {
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

    private static let ending = ".mustache"
}
