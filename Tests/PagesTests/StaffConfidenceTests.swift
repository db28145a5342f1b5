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

    // Shows
    @Test func `is ticked on the form of what was said, with what makes it grave`() throws {
        let boxes = try boxes("gravites", in: "oral")
        #expect(boxes.compactMap { $0.attributes["value"] } == Severity.allCases.map(\.rawValue))
        #expect(try self.boxes("mise_en_cause", in: "oral").map { $0.attributes["value"] } == ["oui"])
        #expect(try sample("oral").text.contains("n’est alors ouvert qu’à la direction"))
        #expect(try sample("oral-confie-a-une-fonction").text.contains("en confidence, qu’à la présidente <b>."))
        for (name, whose) in [
            ("oral-confie", "qu’à la direction"), ("oral-confie-a-une-fonction", "à la présidente <b> et"),
        ] {
            let told = try #require(try sample(name).all("p").first { $0.has(class: "confirmed") })
            #expect(told.text.contains("C’est noté, en confidence") && told.text.contains(whose), "\(told.text)")
        }
    }

    // Shows
    @Test func `is marked in the list and on its page`() throws {
        let rows = try sample("oral-grave").all("tr").map(\.text)
        #expect(rows[1].contains("Harcèlement · À inviter") && rows[2].contains("Dit en confidence · "))
        #expect(try sample("parole-grave").text.contains("Sécurité ou santé des personnes et Discrimination"))
        #expect(try sample("parole-en-confidence").text.contains("ouvert à la direction"))
        let named = try sample("parole-en-confidence-nommee").text
        #expect(named.contains("ouvert à Camille Leroy et Inès Moreau"))
    }

    // Shows: R-24
    @Test func `stands at the head of the day beside the cases that alert, and leads to its page`() throws {
        let section = try #require(try sample("aujourdhui-alertes").all("section").first)
        #expect(section.text.contains("7 alertes"))
        let remarks = section.all("td") { $0.has(class: "due") }.map(\.text)
        #expect(remarks.count == 4 && remarks[2].contains("Harcèlement") && remarks[3].contains("Dit en confidence"))
        let links = section.all("a").compactMap { $0.attributes["href"] }
        #expect(links[2].hasPrefix("/oral/") && links.last == "/oral")
        #expect(try sample("aujourdhui-alertes-accueil").all("section").isEmpty)
    }
}
