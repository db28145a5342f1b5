import Testing

@testable import Complaints
@testable import Pages

@Suite struct `The case page of a provider of one person` {
    let press: Press

    init() throws { press = try Press() }

    private func markup(
        _ file: CaseFile = StaffStory.file(.registered),
        for officer: Officer = StaffStory.director,
        staff: [Officer],
        isDeclared: Bool = false,
        draft: ActDraft? = nil
    ) throws -> StaffMarkup {
        var procedure = StaffStory.procedure
        procedure.isOnePerson = isDeclared
        let page = StaffSamples.casePage(
            file,
            for: officer,
            procedure: procedure,
            staff: staff,
            draft: draft,
            press: press
        )
        return try StaffMarkup(press.render(page))
    }

    private func nouns(_ markup: StaffMarkup) -> Set<String> {
        Set(StaffTestFiles.nouns(markup, of: "REC-2026-0007"))
    }

    @Test func `has no step without a choice, by its accounts or as it declares, and goes on to what is next`() throws {
        let two = [StaffStory.director, StaffStory.manager]
        let choosing = try markup(staff: two)
        #expect(nouns(choosing).isSuperset(of: ["attribution", "recusation"]))
        #expect(choosing.root.text.contains("Non attribué"))
        for (staff, isDeclared) in [([StaffStory.director], false), (two, true)] {
            let page = try markup(staff: staff, isDeclared: isDeclared)
            #expect(nouns(page).isDisjoint(with: ["attribution", "recusation"]), "\(isDeclared)")
            #expect(nouns(page).isSuperset(of: ["qualification", "reponse", "restriction"]), "\(isDeclared)")
            let place = try #require(page.root.all("section") { $0.attributes["id"] == "acte" }.first)
            #expect(place.all("form").first?.attributes["action"]?.hasSuffix("/actions") == true, "\(isDeclared)")
            #expect(!page.root.text.contains("Non attribué"), "\(isDeclared)")
        }
    }

    @Test func `gives the case on where whoever handled it is no longer there`() throws {
        let file = StaffStory.file(.registered, then: [.assigned(Assignment(handler: "ines"))])
        let page = try markup(file, staff: [StaffStory.director])
        #expect(nouns(page).contains("attribution") && !nouns(page).contains("recusation"))
    }

    // Shows: R-23
    @Test func `has the rule on conflicts of interest lifted once, declared or not`() throws {
        let named = Officer(id: "luc", roles: [.management])
        let lifted = Event.assigned(Assignment(handler: "luc", override: "Je suis seul dans l’organisme"))
        for isDeclared in [false, true] {
            let before = try markup(for: named, staff: [named], isDeclared: isDeclared)
            #expect(nouns(before) == ["attribution", "notes"], "\(isDeclared)")
            let after = try markup(
                StaffStory.file(.registered, then: [lifted]),
                for: named,
                staff: [named],
                isDeclared: isDeclared
            )
            #expect(!nouns(after).contains("attribution") && nouns(after).contains("reponse"), "\(isDeclared)")
        }
    }

    @Test func `keeps what was written for such a step`() throws {
        let draft = ActDraft(
            act: .recuse,
            values: ["agent": ["camille"], "motif": ["Un <ami>."]],
            trouble: .refused(.reasonTooShort(minimum: 10))
        )
        let page = try markup(staff: [StaffStory.director], draft: draft)
        #expect(StaffTestFiles.form("recusation", page)?.sent["motif"] == ["Un <ami>."])
    }
}
