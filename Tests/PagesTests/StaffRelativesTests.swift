import Testing

@testable import Complaints
@testable import Pages

@Suite struct `What the staff pages show of other case files` {
    let press: Press

    init() throws { press = try Press() }

    private func markup(_ file: CaseFile, for officer: Officer = StaffStory.director) throws -> StaffMarkup {
        try StaffMarkup(press.render(StaffSamples.casePage(file, for: officer, press: press)))
    }

    // Shows
    @Test func `is a link to those that the reader may open, and the number of the others`() throws {
        let page = try markup(StaffStory.file(.acted, then: StaffStory.related)).root
        let head = try #require(page.all("header") { $0.has(class: "case-heading") }.first)
        let links = head.all("a").compactMap { $0.attributes["href"] }
        #expect(links == ["/dossiers/REC-2026-0009", "/dossiers/2026-R-0031"])
        #expect(head.text.contains("REC-2026-0010") && !head.text.contains("2026-R-0029"))
        #expect(page.text.contains("Même stage, même <b>caméra</b>.") && !page.text.contains("Un témoin en parle."))
        #expect(page.text.contains("Raison réservée à qui peut ouvrir les deux dossiers."))
        let part = try markup(StaffStory.part).root
        #expect(part.all("a").contains { $0.attributes["href"] == "/dossiers/REC-2026-0007" })
        #expect(part.text.contains("Reçue à part de REC-2026-0007, dont"), "the history calls it what the head does")
    }

    // Shows: R-24
    @Test func `offers to undo what links files that the reader may open, and nothing to others`() throws {
        let linked = StaffStory.file(.acted, then: StaffStory.related)
        let form = try #require(StaffTestFiles.form("fin-rapprochement", try markup(linked)))
        let offered = form.all("option").compactMap { $0.attributes["value"] }.filter { !$0.isEmpty }
        #expect(offered == ["REC-2026-0009"])
        let desk = try markup(linked, for: StaffStory.desk)
        #expect(StaffTestFiles.form("rapprochement", desk) == nil && StaffTestFiles.form("scission", desk) != nil)
        let closed = StaffStory.file(.acted, then: [StaffStory.related[1]])
        #expect(StaffTestFiles.form("fin-rapprochement", try markup(closed)) == nil)
    }

    @Test func `offers the words of a complaint and its documents, to be received apart`() throws {
        let form = try #require(StaffTestFiles.form("scission", try markup(StaffStory.file(.received))))
        #expect(form.sent["reclamation"]?.first?.contains("la caméra du stage « Image » est restée") == true)
        let boxes = form.all("input") { $0.attributes["name"] == "pieces" }
        #expect(boxes.map { $0.attributes["value"] } == StaffStory.original.files.map(\.id))
        #expect(form.sent["pieces"] == nil, "none is ticked")
    }

    // Shows: R-32
    @Test func `has an acknowledgement that says with what else it came, and nothing that anybody wrote`() throws {
        let request = LetterSamples.request(.acknowledgement, StaffStory.part)
        let letter = LetterSamples.writer(press).compose(request).text
        #expect(letter.contains("2026-R-0031") && letter.contains("2026-R-0019"))
        #expect(!letter.contains("attestation") && !letter.contains("Noé"))
    }
}
