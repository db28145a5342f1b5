import Testing

@testable import Complaints
@testable import Pages

@Suite struct `What staff take down in confidence` {
    let press: Press

    init() throws { press = try Press() }

    private func sample(_ name: String) throws -> StaffMarkup.Element {
        let page = try #require(StaffSamples.all(press).first { $0.name == name }?.page)
        return try StaffMarkup(press.render(page)).root
    }

    private func boxes(_ name: String, in sample: String) throws -> [StaffMarkup.Element] {
        try self.sample(sample).all("input").filter { $0.attributes["name"] == name }
    }

    // Shows: R-87
    @Test func `is ticked on the form of what came otherwise, which says to whom it then goes`() throws {
        let box = try #require(try boxes("mise_en_cause", in: "saisie").first)
        #expect(box.attributes["value"] == "oui" && box.attributes["checked"] == nil)
        let again = try #require(try boxes("mise_en_cause", in: "saisie-en-confidence").first)
        #expect(again.attributes["checked"] != nil)
        let form = try sample("saisie").text
        #expect(form.contains("remise à la direction seule") && form.contains("Personne d’autre ne l’ouvre"))
    }

    // Shows: R-87
    @Test func `is told to whoever entered it and may not open it, with its reference and whose it is`() throws {
        for (name, whose) in [
            ("receptions-confiee", "qu’à la direction"),
            ("receptions-confiee-a-une-fonction", "à la présidente <b> et"),
        ] {
            let told = try #require(try sample(name).all("p").first { $0.has(class: "confirmed") })
            #expect(told.text.contains("2026-R-0031") && told.text.contains(whose), "\(told.text)")
        }
        #expect(try sample("receptions").all("p").allSatisfy { !$0.has(class: "confirmed") })
    }
}
