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

    @Test(arguments: [false, true])
    func `gives the case on where whoever handled it is no longer there, declared or not`(
        isDeclared: Bool
    ) throws {
        let file = StaffStory.file(.registered, then: [.assigned(Assignment(handler: "ines"))])
        let page = try markup(file, staff: [StaffStory.director], isDeclared: isDeclared)
        #expect(nouns(page).contains("attribution") && !nouns(page).contains("recusation"))
        let held = try markup(file, staff: [StaffStory.director, StaffStory.manager], isDeclared: isDeclared)
        #expect(nouns(held).contains("attribution") == !isDeclared)
    }

    @Test func `is told by no list to give a case to somebody, while the others are told what is next`() throws {
        let file = StaffSamples.ledger[1].at(.registered)
        for (line, words) in [(file, "Attribuer et instruire"), (file.ofOnePerson, "Instruire, puis répondre")] {
            let group = Workload.Group(lines: [line], total: 1)
            let today = DashboardPage(
                workload: Workload(late: group, dueSoon: group, halfway: group, mailIsSet: true, mediator: .inForce),
                signedIn: StaffSamples.desk(StaffStory.director),
                today: StaffStory.today,
                press: press
            )
            let links = try StaffMarkup(press.render(today)).root.all("td") { $0.has(class: "go") }
            #expect(links.count == 3 && links.allSatisfy { $0.text.hasPrefix(words) }, "\(links.map(\.text))")
            let journal = ReceptionsPage(
                lines: [line],
                total: .exactly(1),
                signedIn: StaffSamples.desk(StaffStory.director),
                today: StaffStory.today,
                press: press
            )
            #expect(try StaffMarkup(press.render(journal)).root.all("td").contains { $0.text == words })
        }
        #expect(WorkKind.late.act(for: file) == .assign && WorkKind.late.act(for: file.ofOnePerson) == .answer)
    }

    @Test func `is told to judge first what was taken over from an older register, by word and by link`() throws {
        var file = StaffSamples.fresh.at(.registered)
        file.isQualified = false
        let today = DashboardPage(
            workload: Workload(late: Workload.Group(lines: [file], total: 1), mailIsSet: true, mediator: .inForce),
            signedIn: StaffSamples.desk(StaffStory.director),
            today: StaffStory.today,
            press: press
        )
        let links = try StaffMarkup(press.render(today)).root.all("td") { $0.has(class: "go") }
        #expect(WorkKind.late.act(for: file) == .qualify)
        #expect(links.count == 1 && links[0].text.hasPrefix("Qualifier"), "\(links.map(\.text))")
    }

    @Test func `finds no filter in the register for what waits to be given to somebody`() throws {
        for (name, isShared) in [("registre", true), ("registre-seul", false)] {
            let page = try #require(StaffSamples.all(press).first { $0.name == name }?.page)
            let offered = try StaffMarkup(press.render(page)).root.all("option").compactMap { $0.attributes["value"] }
            #expect(offered.contains("a-attribuer") == isShared && offered.contains("en-retard"), "\(name)")
        }
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
