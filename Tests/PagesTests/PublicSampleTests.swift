import Complaints
import Testing

@testable import Pages

@Suite struct `Every public page, in every state` {
    let press: Press
    let pages: [(name: String, page: any Page)]

    init() throws {
        press = try Press()
        pages = PublicSamples.all(press)
    }

    @Test func `has a name of its own`() {
        #expect(Set(pages.map(\.name)).count == pages.count)
        #expect(pages.count > 20)
    }

    // Shows: R-79
    @Test func `is well-formed, with unique identifiers, labelled fields and references that lead somewhere`() throws {
        for (name, page) in pages {
            let markup = try StaffMarkup(press.render(page))
            let identifiers = markup.elements.compactMap { $0.attributes["id"] }
            #expect(Set(identifiers).count == identifiers.count, "\(name): \(identifiers)")
            let labelled = markup.root.all("label").compactMap { $0.attributes["for"] }
            let fields = markup.elements.filter {
                ["input", "select", "textarea"].contains($0.name) && $0.attributes["type"] != "hidden"
            }
            #expect(Set(labelled) == Set(fields.compactMap { $0.attributes["id"] }), "\(name)")
            for target in Self.targets(markup) { #expect(identifiers.contains(target), "\(name): \(target)") }
            for group in markup.root.all("fieldset") { #expect(group.all("legend").count == 1, "\(name)") }
        }
    }

    // Shows: R-79
    @Test func `has one main heading, one main part, a language, a title and headings that skip no level`() throws {
        for (name, page) in pages {
            let elements = try StaffMarkup(press.render(page)).elements
            #expect(elements.filter { $0.name == "h1" }.count == 1, "\(name)")
            #expect(elements.filter { $0.name == "main" }.count == 1, "\(name)")
            #expect(elements.first { $0.name == "html" }?.attributes["lang"] == "fr", "\(name)")
            #expect(elements.first { $0.name == "title" }?.text.isEmpty == false, "\(name)")
            let levels = elements.compactMap { ["h1": 1, "h2": 2, "h3": 3][$0.name] }
            for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1, "\(name): \(levels)") }
        }
    }

    // Shows: S-03, S-12, R-66
    @Test func `carries no script but its own, no style of its own and fetches nothing from elsewhere`() throws {
        for (name, page) in pages {
            let elements = try StaffMarkup(press.render(page)).elements
            #expect(elements.scripts == [type(of: page).script?.path].compactMap(\.self), "\(name)")
            for element in elements {
                #expect(!["style", "iframe", "object", "img"].contains(element.name), "\(name)")
                #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" }, "\(name)")
                let fetched = element.attributes["src"] ?? element.attributes["action"]
                let linked = element.name == "link" ? element.attributes["href"] : nil
                #expect((fetched ?? linked ?? "/").hasPrefix("/"), "\(name)")
                let leads = ["/", "#", "mailto:", "https://"].contains {
                    element.attributes["href"]?.hasPrefix($0) ?? true
                }
                #expect(leads, "\(name)")
            }
        }
    }

    @Test func `fills every hole of its template and shows every part of it somewhere`() {
        var walker = StaffHoles(press)
        for (name, page) in pages {
            walker.walk(page)
            let html = press.render(page)
            #expect(!html.contains("⟦") && !html.contains("{{") && !html.contains("Optional("), "\(name)")
        }
        #expect(walker.missing.isEmpty, "\(walker.missing.sorted())")
        let ours = press.templates.filter { $0.name.hasPrefix("public.") || $0.name == "layout.public" }
        let unseen = ours.flatMap { [$0.name] + $0.partials }.filter { !walker.placed.contains($0) }
        #expect(unseen.isEmpty, "\(unseen)")
    }

    // Shows: S-42
    @Test func `says how to write by post and by e-mail, wherever there is a provider`() throws {
        let nobodys: Set = [
            "erreur-sans-organisme", "premier-demarrage", "accueil-sans-mediateur", "procedure-version-1", "atelier",
            "accessibilite-premier-jour", "depliant-premier-jour",
        ]
        for (name, page) in pages where !nobodys.contains(name) {
            let footer = try #require(try StaffMarkup(press.render(page)).root.all("footer").first)
            #expect(footer.text.contains("12 rue des Projecteurs"), "\(name)")
            #expect(footer.text.contains("reclamations@cine-atelier.example"), "\(name)")
        }
    }

    private static func targets(_ markup: StaffMarkup) -> [String] {
        let pointing = markup.elements.flatMap { element in
            [element.attributes["aria-describedby"], element.attributes["aria-labelledby"]].compactMap(\.self)
        }
        let links = markup.elements.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
        return pointing.flatMap { $0.split(separator: " ").map(String.init) } + links.map { String($0.dropFirst()) }
    }
}
