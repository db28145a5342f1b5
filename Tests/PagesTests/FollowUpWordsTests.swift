import Testing

@testable import Pages

@Suite struct `The complainants' own pages` {
    let press: Press

    init() throws { press = try Press() }

    private func root(_ name: String) throws -> StaffMarkup.Element {
        let page = try #require(PublicSamples.all(press).first { $0.name == name }?.page)
        return try StaffMarkup(press.render(page)).root
    }

    // Shows: S-49
    @Test func `lead to another secret only where one can be sent, and to the provider everywhere`() throws {
        for (name, isOffered) in [("suivi-entree", true), ("suivi-entree-sans-relais", false)] {
            let door = try root(name)
            #expect(door.all("a").contains { $0.attributes["href"] == Path.lostSecret } == isOffered, "\(name)")
            #expect(door.text.contains("Ou écrivez-nous, avec la référence") == isOffered, "\(name)")
            #expect(door.text.contains("Écrivez-nous, avec la référence") != isOffered, "\(name)")
            #expect(door.all("a").contains { $0.attributes["href"]?.hasPrefix("mailto:") == true }, "\(name)")
        }
    }

    // Shows: R-41
    @Test func `say of a closed case where to write, since nothing can be written there`() throws {
        let closed = try root("suivi-\(StaffStory.Chapter.closed.rawValue)")
        let links = closed.all("a").filter { $0.attributes["hreflang"] == nil }
        #expect(links.allSatisfy { $0.attributes["href"]?.hasPrefix("\(Path.followUp)/") != true })
        let told =
            "Si un fait nouveau apparaît, écrivez-nous, à l’une des adresses du bas de la page, avec la référence"
        #expect(closed.text.contains(told))
    }
}
