import Complaints
import Testing

@testable import Pages

@Suite struct `Every staff page, in every state` {
    let press: Press
    let pages: [(name: String, page: any Page)]

    init() throws {
        press = try Press()
        pages = StaffSamples.all(press)
    }

    @Test func `has a name of its own`() {
        #expect(Set(pages.map(\.name)).count == pages.count)
        #expect(pages.count > 40)
    }

    // Shows: R-79
    @Test func `is well-formed, with unique identifiers, labelled fields and links that lead somewhere`() throws {
        for (name, page) in pages {
            let markup = try StaffMarkup(press.render(page))
            let elements = markup.elements
            let identifiers = elements.compactMap { $0.attributes["id"] }
            #expect(Set(identifiers).count == identifiers.count, "\(name): \(identifiers)")
            for label in markup.root.all("label") {
                #expect(identifiers.contains(label.attributes["for"] ?? ""), "\(name): \(label.attributes)")
            }
            let pointing = elements.flatMap { element in
                [element.attributes["aria-describedby"], element.attributes["aria-labelledby"]].compactMap(\.self)
            }
            for target in pointing.flatMap({ $0.split(separator: " ").map(String.init) }) {
                #expect(identifiers.contains(target), "\(name): \(target)")
            }
            let inner = elements.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
            for link in inner { #expect(identifiers.contains(String(link.dropFirst())), "\(name): \(link)") }
        }
    }

    @Test func `gives every field a label and every group a legend`() throws {
        for (name, page) in pages {
            let root = try StaffMarkup(press.render(page)).root
            let labelled = Set(root.all("label").compactMap { $0.attributes["for"] })
            let fields = root.descendants.filter { ["input", "select", "textarea"].contains($0.name) }
            for field in fields where field.attributes["type"] != "hidden" {
                #expect(labelled.contains(field.attributes["id"] ?? ""), "\(name): \(field.attributes)")
            }
            for group in root.all("fieldset") { #expect(group.all("legend").count >= 1, "\(name)") }
        }
    }

    // Shows: S-03, S-09
    @Test func `carries no script but its own, no style of its own and nothing from elsewhere`() throws {
        for (name, page) in pages {
            let elements = try StaffMarkup(press.render(page)).elements
            #expect(elements.scripts == [type(of: page).script?.path].compactMap(\.self), "\(name)")
            for picture in elements where picture.name == "img" {
                #expect(picture.attributes["src"]?.hasPrefix("\(Path.attachments)/") == true, "\(name)")
                #expect(picture.attributes["alt"]?.isEmpty == false, "\(name)")
            }
            for element in elements {
                #expect(!["style", "iframe", "object", "embed"].contains(element.name), "\(name)")
                #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" }, "\(name)")
                let address = element.attributes["href"] ?? element.attributes["action"] ?? "/"
                // The first start shows what the public will read, with the provider's own address and its mediator's.
                let leads = page is SetUpPreviewPage ? ["/", "#", "mailto:", "https://"] : ["/", "#"]
                #expect(leads.contains { address.hasPrefix($0) }, "\(name): \(address)")
            }
        }
    }

    @Test func `has one main heading, one main part and headings that skip no level`() throws {
        for (name, page) in pages {
            let elements = try StaffMarkup(press.render(page)).elements
            #expect(elements.filter { $0.name == "h1" }.count == 1, "\(name)")
            #expect(elements.filter { $0.name == "main" }.count == 1, "\(name)")
            let levels = elements.compactMap { ["h1": 1, "h2": 2, "h3": 3][$0.name] }
            for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1, "\(name): \(levels)") }
        }
    }

    @Test func `fills every hole of its template`() {
        var walker = StaffHoles(press)
        for (name, page) in pages {
            walker.walk(page)
            let html = press.render(page)
            #expect(!html.contains("⟦"), "\(name): \(html.split(separator: "⟦").dropFirst().first?.prefix(40) ?? "")")
            #expect(!html.contains("{{") && !html.contains("Optional("), "\(name)")
        }
        #expect(walker.missing.isEmpty, "\(walker.missing.sorted())")
    }

    @Test func `shows, with the others, every part of every staff template`() {
        var walker = StaffHoles(press)
        for (_, page) in pages { walker.walk(page) }
        let ours = press.templates.filter { $0.name.hasPrefix("staff.") || $0.name == "layout.staff" }
        let unseen = ours.flatMap { [$0.name] + $0.partials }.filter { !walker.placed.contains($0) }
        #expect(unseen.isEmpty, "\(unseen)")
    }

    // Shows: R-36, R-37, R-45
    @Test func `never makes mediation a duty, names the closed platform or judges what a mediator may examine`() {
        for (key, words) in press.catalogue.entries where key.hasPrefix("staff.") {
            #expect(!words.lowercased().contains("recevab"), "\(key)")
            #expect(ForbiddenWording.first(in: words) == nil, "\(key)")
        }
    }
}
