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

    // Shows
    @Test func `promise no acknowledgement that can be read on the page, and no post without an address`() throws {
        let mailed = try root("suivi-accuse-ecrit").text
        #expect(mailed.contains("Notre accusé de réception est écrit\u{A0}: vous pouvez le lire plus bas."))
        #expect(mailed.contains("Nous vous l’envoyons aussi") && !mailed.contains("Vous recevrez un accusé"))
        let unaddressed = try root("suivi-accuse-ecrit-sans-adresse").text
        #expect(unaddressed.contains("vous pouvez le lire plus bas."))
        #expect(!unaddressed.contains("Nous vous l’envoyons aussi"))
        #expect(try root("suivi-sans-accuse").text.contains("Vous recevrez un accusé de réception au plus tard le"))
    }

    // Shows: R-40
    @Test func `promise letters to whoever lost the secret only by the way that they can come`() throws {
        #expect(try root("suivi-entree").text.contains("et nos lettres vous parviennent."))
        let told = try root("suivi-entree-sans-relais").text
        #expect(told.contains("nos lettres vous parviennent par courrier si vous nous avez donné une adresse postale"))
    }

    // Shows
    @Test func `say of a closed case what can still be done, and to whom else to turn`() throws {
        let closed = try root("suivi-close-mediateur")
        let links = closed.all("a").compactMap { $0.attributes["href"] }
        #expect(links.contains(Path.followUpAct("ajouts")) && links.contains(Path.followUpAct("satisfaction")))
        for words in ["vous pouvez encore saisir le médiateur", "Médiation Ouest", "3 place du Commerce", "2027"] {
            #expect(closed.text.contains(words), "\(words)")
        }
        #expect(closed.text.contains("le dossier peut être rouvert") && !closed.text.contains("si vous avez agi"))
        let rated = try root("suivi-close-notee")
        #expect(!rated.all("a").contains { $0.attributes["href"] == Path.followUpAct("satisfaction") })
        #expect(rated.text.contains("Vous avez répondu à notre question") && rated.text.contains("si vous avez agi"))
        let mediated = try root("suivi-\(StaffStory.Chapter.closed.rawValue)").text
        #expect(!mediated.contains("vous pouvez encore"))
    }
}
