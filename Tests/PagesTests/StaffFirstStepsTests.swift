import Testing

@testable import Complaints
@testable import Pages

@Suite struct `What somebody is told who does it for the first time` {
    let press: Press

    init() throws { press = try Press() }

    private func sample(_ name: String) throws -> StaffMarkup.Element {
        let page = try #require(StaffSamples.all(press).first { $0.name == name }?.page)
        return try StaffMarkup(press.render(page)).root
    }

    @Test(arguments: ["invitation", "premier-depart-apercu", "compte"])
    func `of a password is its length first, that a phrase will do, and that no sign is demanded`(name: String) throws {
        let hint = try #require(try sample(name).all("p").first { $0.attributes["id"] == "mot_de_passe-aide" }).text
        #expect(hint.hasPrefix("Au moins 15 caractères"), "\(hint)")
        for words in ["une phrase de plusieurs mots", "Ni majuscule, ni chiffre, ni signe"] {
            #expect(hint.contains(words), "\(words)")
        }
        #expect(hint.count <= 140)
    }

    @Test
    func
        `of an application that makes codes is which there are, the free software first, and that it needs no network`()
        throws
    {
        let steps = try sample("preparation").all("ol").map(\.text).joined()
        let names = ["FreeOTP", "2FAS", "Aegis", "Google Authenticator", "Microsoft Authenticator"]
        let places = names.compactMap { steps.firstRange(of: $0)?.lowerBound }
        #expect(places.count == names.count && places == places.sorted())
        #expect(steps.contains("n’a besoin d’aucun réseau"))
    }

    // Shows: R-38
    @Test func `of a mediator is which details it goes with, before anything was typed and ever after`() throws {
        for name in ["premier-depart", "reglages-mediation"] {
            let labels = try sample(name).all("label").filter { label in
                ["reglages-mediateur_adresse", "reglages-mediateur_site"].contains(label.attributes["for"] ?? "")
            }
            #expect(labels.count == 2, "\(name)")
            for label in labels { #expect(label.text.hasSuffix("(nécessaire avec un médiateur)"), "\(label.text)") }
        }
    }
}
