import Complaints
import Testing

@testable import Pages

@Suite struct `The lines of the service’s state` {
    let press: Press

    init() throws { press = try Press() }

    private let administrator = Officer(id: "ana", roles: [.administrator])

    @Test func `have the most pressing first, and say in words how each is`() throws {
        let page = UpkeepPage(
            lines: StaffSamples.busy.lines,
            at: StaffSamples.busy.instant,
            hasRelay: true,
            signedIn: StaffSamples.desk(StaffStory.director),
            press: press
        )
        let conditions = page.lines.map(\.condition)
        #expect(conditions.first == "À faire" && conditions.drop { $0 == "À faire" }.allSatisfy { $0 != "À faire" })
        #expect(page.lines.allSatisfy { $0.mark == "bien" || $0.todo != nil })
        #expect(Set(page.lines.map(\.title)).count == UpkeepSubject.allCases.count)
    }

    // Shows: R-67, S-60
    @Test func `lead nobody to a page that is closed to them`() {
        for line in StaffSamples.busy.lines {
            let path = UpkeepRow(line, for: administrator, press: press).path ?? ""
            #expect(!path.hasPrefix(Path.dashboard), "\(line.subject)")
            let manager = UpkeepRow(line, for: StaffStory.manager, press: press).path ?? ""
            #expect(!manager.hasPrefix(Path.settings), "\(line.subject)")
        }
    }

    @Test func `lead to where each is seen to, or say who can`() {
        for officer in [StaffStory.director, StaffStory.manager, administrator] {
            for line in StaffSamples.busy.lines where line.condition != .fine {
                let row = UpkeepRow(line, for: officer, press: press)
                #expect((row.path == nil) != (row.who == nil), "\(line.subject)")
            }
            #expect(StaffSamples.quiet.lines.allSatisfy { UpkeepRow($0, for: officer, press: press).who == nil })
        }
        let ways: [UpkeepSubject: String] = [.relay: "chapitre\u{A0}1)", .restoreCheck: "chapitre\u{A0}14)"]
        for line in StaffSamples.busy.lines {
            guard let way = ways[line.subject] else { continue }
            #expect(UpkeepRow(line, for: StaffStory.director, press: press).who?.contains(way) == true)
        }
    }

    @Test(arguments: LetterSamples.weeklyLetters.map(\.name))
    func `make the weekly letter, which has links, numbers and dates alone, and answers no robot`(name: String) throws {
        let letter = try #require(LetterSamples.weeklyLetters.first { $0.name == name }?.letter)
        let composed = LetterTestPost.writer(press).compose(letter, under: StaffStory.procedure)
        #expect(composed.recipient == letter.recipient && composed.subject.contains("23\u{A0}novembre 2026"))
        #expect(composed.headers.contains("Auto-Submitted: auto-generated"))
        #expect(composed.text.contains("/etat") && composed.text.contains("/compte"))
        #expect(composed.unwrapped.contains("Tout va bien") == (name == "semaine-calme"))
        for words in ["⟦", "{{", "Noé", "Inès"] { #expect(!composed.unwrapped.contains(words), "\(words)") }
    }

    @Test func `are the leaflet’s neighbours: it says the same as home, with a square and whole addresses`() throws {
        for name in ["depliant", "depliant-premier-jour", "depliant-long"] {
            let page = try #require(PublicSamples.all(press).first { $0.name == name }?.page)
            let root = try StaffMarkup(press.render(page)).root
            #expect(root.all("svg").count == 1, "\(name)")
            #expect(root.all("div") { $0.has(class: "leaf") }.count == 2, "\(name)")
            #expect(root.text.contains("https://reclamations.cine-atelier.example/reclamation"), "\(name)")
        }
    }
}
