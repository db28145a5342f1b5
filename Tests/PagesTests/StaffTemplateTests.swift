import Complaints
import Testing

@testable import Pages

@Suite struct `The templates that staff read and write` {
    let press: Press

    init() throws { press = try Press() }

    // Shows
    @Test func `begin with some that will do as they are, open where a case must be told`() {
        for proposal in TemplateProposal.allCases {
            let draft = proposal.draft(press)
            #expect(draft.mistakes == [], "\(proposal)")
            #expect(draft == draft.tidy && draft.text.contains("\n\n"), "\(proposal)")
            #expect(TemplateHole.isIn(draft.text), "nobody sends it unread: \(proposal)")
        }
        #expect(Set(TemplateProposal.allCases.map { $0.draft(press).name }).count == TemplateProposal.allCases.count)
    }

    // Shows: R-39
    @Test func `name each field as it is written, and what it means`() {
        for field in MergeField.allCases {
            #expect(MergeField(written: press.words("staff.modeles.field.\(field.rawValue)")) == field)
            #expect(press.has("staff.modeles.means.\(field.rawValue)"), "\(field)")
        }
        let samples = MergeField.samples(under: StaffStory.procedure, on: StaffStory.today, press)
        #expect(Set(samples.keys) == Set(MergeField.allCases))
    }

    // Shows: R-39
    @Test func `serve acts that have a field to begin, and only those`() {
        for act in Act.allCases { #expect((act.templateField != nil) == LetterTemplate.acts.contains(act), "\(act)") }
        for act in LetterTemplate.acts { #expect(!press.words(serving: act).isEmpty, "\(act)") }
    }

    @Test func `are listed under what they serve, which is said once`() throws {
        let page = try #require(StaffSamples.letterTemplates(press).first { $0.name == "modeles" }?.page)
        let root = try StaffMarkup(press.render(page)).root
        let heads = root.all("h3") { $0.has(class: "serves") }.map(\.text)
        #expect(heads.contains(press.words(serving: .answer)))
        let names = (root.all("li") + root.all("summary")).map(\.text)
        for act in LetterTemplate.acts {
            let words = press.words(serving: act)
            #expect(!names.contains { $0.contains(words) }, "\(act)")
        }
    }

    // Shows: R-39
    @Test func `are filled with what the case has, and nothing else`() {
        let day = StaffStory.today
        let early = MergeField.values(of: StaffStory.file(.received), under: StaffStory.procedure, on: day)
        #expect(
            early[.number] == nil && early[.reference] == StaffStory.file(.received).reception.reference.description
        )
        let late = MergeField.values(of: StaffStory.file(.acted), under: StaffStory.procedure, on: day)
        #expect(late[.number] == StaffStory.file(.acted).number?.description)
        #expect(late[.mediator] == "Médiation Ouest" && late[.provider] == "Ciné-Atelier")
        #expect(late[.subject] == StaffStory.original.subject && late[.today] == "23\u{A0}novembre 2026")
        var lapsed = StaffStory.procedure
        lapsed.consumerMediator = nil
        let without = MergeField.values(of: StaffStory.file(.acted), under: lapsed, on: day)
        #expect(without[.mediator] == nil && without[.mediatorSite] == nil)
    }

    // Shows: R-39
    @Test func `begin a text behind what was written, and are remembered each once`() {
        let one = template("1", "Un {nom}")
        let other = template("2", "Deux")
        let blank = ActDraft(act: .answer, values: ["texte": [" \n"], "parti_de": ["0 1"]], trouble: .unfinished)
        let begun = blank.begun(from: one, with: [.name: "Noé"])
        #expect(begun.values["texte"] == ["Un Noé"] && begun.begunFrom == ["1 3"])
        #expect(begun.trouble == .begun(isAppended: false))
        let again = begun.begun(from: other, with: [:]).begun(from: one, with: [:])
        #expect(again.values["texte"] == ["Un Noé\n\nDeux\n\nUn [à compléter\u{A0}: nom]"])
        #expect(again.begunFrom == ["2 3", "1 3"] && again.trouble == .begun(isAppended: true))
        let note = ActDraft(act: .note, values: ["texte": ["Vu"]], trouble: .unfinished)
        #expect(note.begun(from: one, with: [:]).values == note.values)
    }

    private func template(_ id: String, _ text: String) -> LetterTemplate {
        let draft = LetterTemplate.Draft(name: "Modèle", act: .answer, text: text)
        return LetterTemplate(id: id, version: 3, draft: draft, isWithdrawn: false)
    }
}
