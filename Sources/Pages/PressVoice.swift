import Mustache

/// What a press says in one language: its words, and the templates with these words in them.
struct PressVoice: Sendable {
    let catalogue: PressCatalogue
    let templates: [PressTemplate]
    private let library: MustacheLibrary

    /// - Parameter written: templates as they are on disk. They name an entry by its French path, `fr/key`, since French
    ///   has every key: each voice places its own words there.
    init(_ catalogue: PressCatalogue, _ written: [PressTemplate]) throws {
        let templates = try written + catalogue.partials(among: Set(written.flatMap(\.partials)))
        let names = Set(templates.map(\.name))
        var library = MustacheLibrary()
        for template in templates {
            if let unknown = template.partials.first(where: { !names.contains($0) }) {
                throw Press.Failure.unknownPartial(unknown, template: template.name)
            }
            try library.register(template.text, named: template.name)
        }
        self.catalogue = catalogue
        self.templates = templates
        self.library = library
    }

    /// A page's tree as HTML; nil where this voice has no such template.
    func render(_ tree: Any, _ template: String) -> String? {
        library.render(tree, withTemplate: PressTemplate.name(template))
    }

    /// Whether visitors read a template, which then speaks every language. What is written for programmers is French.
    static func isPublic(_ template: PressTemplate) -> Bool {
        let name = template.name
        return (name.hasPrefix("public.") && !name.hasPrefix("public.api."))
            || ["layout.public", "layout.head", "layout.sending"].contains(name)
    }
}
