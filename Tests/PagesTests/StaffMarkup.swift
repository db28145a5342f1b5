/// A page as a browser would take it, read strictly: whatever is not closed, closed twice or said twice is an error.
struct StaffMarkup {
    /// What is wrong with a page.
    enum Fault: Error, Equatable {
        case unclosed(String)
        case unexpectedEnd(String, inside: String)
        case repeatedAttribute(String, element: String)
        case malformedTag(String)
    }

    /// One element with everything in it.
    struct Element {
        let name: String
        let attributes: [String: String]
        var children: [Node] = []
    }

    /// What an element holds.
    indirect enum Node {
        case element(Element)
        case text(String)
    }

    let root: Element

    init(_ html: String) throws {
        var reader = StaffMarkupReader(html)
        root = try reader.document()
    }

    /// Every element, in the order of the page.
    var elements: [Element] { root.descendants }
}

extension [StaffMarkup.Element] {
    /// Where the scripts among them come from; what is written in the page itself comes from nowhere.
    var scripts: [String] {
        filter { $0.name == "script" }.map { $0.text.isEmpty ? $0.attributes["src"] ?? "" : "" }
    }
}

extension StaffMarkup.Element {
    /// Every element inside, in the order of the page.
    var descendants: [StaffMarkup.Element] {
        children.flatMap { child -> [StaffMarkup.Element] in
            guard case .element(let element) = child else { return [] }
            return [element] + element.descendants
        }
    }

    /// The text inside, as a person would copy it out of the source.
    var text: String {
        children.map { child in
            switch child {
            case .element(let element): element.text
            case .text(let text): text
            }
        }.joined()
    }

    /// Whether it has a class.
    func has(class name: String) -> Bool {
        (attributes["class"] ?? "").split(separator: " ").contains { $0 == name }
    }

    /// The elements inside that answer to a description.
    func all(_ name: String, where matches: (StaffMarkup.Element) -> Bool = { _ in true }) -> [StaffMarkup.Element] {
        descendants.filter { $0.name == name && matches($0) }
    }

    /// What a browser would send of this form, by field name; files left out.
    var sent: [String: [String]] {
        var values: [String: [String]] = [:]
        for field in descendants {
            guard let name = field.attributes["name"], let value = field.value else { continue }
            values[name, default: []].append(value)
        }
        return values
    }

    /// What one control sends; nil where it sends nothing.
    private var value: String? {
        switch name {
        case "textarea": text
        case "select":
            (all("option") { $0.attributes["selected"] != nil }.first ?? all("option").first)?.attributes["value"]
        case "input":
            switch attributes["type"] {
            case "radio", "checkbox": attributes["checked"] == nil ? nil : attributes["value"]
            case "file": nil
            default: attributes["value"] ?? ""
            }
        default: nil
        }
    }
}
