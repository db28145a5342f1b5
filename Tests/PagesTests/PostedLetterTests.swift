import Testing

@testable import Complaints
@testable import Pages

@Suite struct `A letter that goes by post` {
    let press: Press

    init() throws { press = try Press() }

    // Shows: R-40
    @Test func `has a form for what the post brought back, while the post has it`() throws {
        let page = { (line: LetterLine, officer: Officer) in
            try StaffMarkup(press.render(StaffSamples.letterPage(line, for: officer, press: press)))
        }
        let answers = { (way: LetterIssue.Way) in
            let line = StaffSamples.letter(.answer, .issued, "2026-11-20T11:00:00Z", "Noé", "", by: way)
            let form = StaffTestFiles.form("retour", try page(line, StaffStory.manager))
            return form?.all("input") { $0.attributes["type"] == "radio" }.compactMap { $0.attributes["value"] }
        }
        #expect(try answers(.registeredPost) == ["distribuee", "non-reclame", "npai"])
        #expect(try answers(.post) == ["non-reclame", "npai"])
        for way in [LetterIssue.Way.email, .byHand, .otherMailbox] { #expect(try answers(way) == nil, "\(way)") }
        let control = Officer(id: "ana", roles: [.internalControl])
        let line = StaffSamples.letter(.answer, .issued, "2026-11-20T11:00:00Z", "Noé", "", by: .registeredPost)
        #expect(StaffTestFiles.form("retour", try page(line, control)) == nil)
    }

    // Shows: R-40
    @Test func `has its documents beside it and in its case, with what they are, and prints none of them`() throws {
        let pages = StaffSamples.byPost(press).filter { $0.name.hasSuffix("lettre-distribuee") }.map(\.page)
        #expect(pages.count == 2)
        for page in pages {
            let root = try StaffMarkup(press.render(page)).root
            for words in ["Pièces de l’envoi", "lettre signée.pdf", "Avis de réception", "avis <b>.jpg"] {
                #expect(root.text.contains(words), "\(words)")
            }
            #expect(
                root.all("article") { $0.has(class: "letter") }.allSatisfy { !$0.text.contains("lettre signée.pdf") }
            )
        }
    }

    // Shows: R-40
    @Test func `stands with the others to post on a sheet of its own, with a box that nobody has ticked`() throws {
        let samples = Dictionary(StaffSamples.postings(press).map { ($0.name, $0.page) }) { $1 }
        let page = try #require(samples["lettres-a-poster"])
        let markup = try StaffMarkup(press.render(page))
        #expect(markup.root.all("article") { $0.has(class: "letter") }.count == 2)
        let form = try #require(StaffTestFiles.form("lettres", markup))
        let boxes = form.all("input") { $0.attributes["type"] == "checkbox" }
        #expect(boxes.count == 2 && boxes.allSatisfy { $0.attributes["checked"] == nil })
        #expect(form.attributes["action"] == Path.letters && form.sent["partie_le"] == [StaffStory.today.description])
        let wrong = try #require(samples["lettres-a-poster-mal-dites"])
        let again = try StaffMarkup(press.render(wrong))
        #expect(again.root.all("article").isEmpty && StaffTestFiles.form("lettres", again) != nil, "the form alone")
        let empty = try #require(samples["lettres-a-poster-aucune"])
        let none = try StaffMarkup(press.render(empty))
        #expect(none.root.all("article").isEmpty && StaffTestFiles.form("lettres", none) == nil)
    }
}
