import Testing

@testable import Complaints
@testable import Pages

@Suite struct `The rule on conflicts of interest, where the management lifts it` {
    let press: Press
    /// Luc, whom the complaint names.
    private let named = Officer(id: "luc", roles: [.management])
    private let luc = "Luc \"Cadreur\" Étienne"

    init() throws { press = try Press() }

    private func markup(_ file: CaseFile, for officer: Officer, staff: [Officer]) throws -> StaffMarkup {
        try StaffMarkup(press.render(StaffSamples.casePage(file, for: officer, staff: staff, press: press)))
    }

    /// The notes under the last entry of the history.
    private func notes(_ events: [Event]) throws -> [String] {
        let page = StaffSamples.casePage(StaffStory.file(.registered, then: events), press: press)
        let list = try #require(StaffMarkup(press.render(page)).root.all("ol") { $0.has(class: "history") }.first)
        return list.all("li").last?.all("p") { $0.has(class: "aside") }.map(\.text) ?? []
    }

    // Shows: R-23
    @Test func `is told in the history as lifted, by whom and for whom, above the reason`() throws {
        let reason = "Je suis seule dans l’organisme"
        let lifted = try notes([.assigned(Assignment(handler: "luc", override: reason))])
        #expect(lifted.count == 1)
        for words in ["Règle du conflit d’intérêts levée par Inès Moreau", "La réclamation met en cause \(luc)"] {
            #expect(lifted.first?.contains(words) == true, "\(words)")
        }
        let aside = Event.recused(Recusal(officer: "ines", reason: "A conduit le stage."))
        let back = try notes([aside, .assigned(Assignment(handler: "ines", override: reason))])
        #expect(back.first?.contains("Une récusation avait retiré le dossier à Inès Moreau") == true)
        let chosen = try notes([.assigned(Assignment(handler: "camille", override: reason))])
        #expect(chosen.first?.hasPrefix("Choix fait par Inès Moreau") == true)
        #expect(try notes([.assigned(Assignment(handler: "camille"))]).isEmpty)
    }

    // Shows: R-23
    @Test func `is shown in the form before it is sent, to whoever is alone`() throws {
        let markup = try markup(StaffStory.file(.registered), for: named, staff: [named])
        let form = try #require(StaffTestFiles.form("attribution", markup))
        #expect(form.all("option").compactMap { $0.attributes["value"] } == ["", "luc"])
        #expect(form.sent["derogation"] != nil)
        #expect(form.text.contains("Attribuer le dossier à \(luc) lève la règle du conflit d’intérêts"))
        #expect(form.text.contains("L’historique dira qu’elle l’a été par \(luc)"))
        #expect(markup.root.text.contains("Personne d’autre ne peut le traiter"))
    }

    // Shows: R-23
    @Test func `asks nothing of whoever handles the case by it, and gives it on to somebody who is free`() throws {
        let lifted = Event.assigned(Assignment(handler: "luc", override: "Je suis seul dans l’organisme"))
        let file = StaffStory.file(.registered, then: [lifted])
        let markup = try markup(file, for: named, staff: [named, StaffStory.manager])
        let form = try #require(StaffTestFiles.form("attribution", markup))
        #expect(form.all("option").compactMap { $0.attributes["value"] } == ["", "ines"])
        #expect(form.sent["derogation"] == nil && !form.text.contains("vous ne pouvez donc pas le prendre"))
    }

    // Shows: R-23
    @Test func `is not offered to whoever is named while somebody else may handle the case, and they read why`() throws
    {
        let markup = try markup(StaffStory.file(.registered), for: named, staff: [named, StaffStory.manager])
        let form = try #require(StaffTestFiles.form("attribution", markup))
        #expect(form.all("option").compactMap { $0.attributes["value"] } == ["", "ines"])
        #expect(form.text.contains("vous ne pouvez donc pas le prendre"))
        #expect(!form.text.contains("lève la règle"))
        #expect(markup.root.text.contains("D’autres peuvent le traiter"))
        // Those whom it does not name see what their choice would say; who may not lift it reads nothing of it.
        for (officer, isTold) in [(StaffStory.director, true), (StaffStory.manager, false)] {
            let page = try self.markup(StaffStory.file(.registered), for: officer, staff: StaffStory.staff)
            let form = try #require(StaffTestFiles.form("attribution", page))
            #expect(form.text.contains("lève la règle du conflit d’intérêts") == isTold)
        }
    }
}
