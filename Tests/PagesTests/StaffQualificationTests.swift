import Testing

@testable import Complaints
@testable import Pages

@Suite struct `A qualification on a case page` {
    let press: Press

    init() throws { press = try Press() }

    @Test func `says with each thing that a message may be what it means, heard with its choice`() throws {
        let page = StaffSamples.casePage(StaffStory.file(.received), press: press)
        let form = try #require(StaffTestFiles.form("qualification", StaffMarkup(press.render(page))))
        for (nature, words) in [
            (Nature.complaint, "le respect d’un droit ou une chose due"), (.feedback, "Un avis sur une formation"),
            (.difficulty, "empêche ou gêne"), (.unforeseenEvent, "extérieur et imprévisible"),
        ] {
            let choice = try #require(form.all("input") { $0.attributes["value"] == nature.rawValue }.first)
            let note = try #require(choice.attributes["aria-describedby"])
            let notes = form.all("p") { $0.attributes["id"] == note }.map(\.text)
            #expect(notes.count == 1 && notes[0].contains(words), "\(nature)")
        }
        let plain = form.all("input") { $0.attributes["value"] == Nature.opinionRequest.rawValue }
        #expect(plain.map { $0.attributes["aria-describedby"] } == [nil], "its name says it")
    }

    // Shows
    @Test func `tells in the history, and among the judgements, whether the person was taken for a consumer`() throws {
        let judgements: [(Nature, ConsumerStatus?)] = [
            (.complaint, .undetermined), (.informationRequest, .professional), (.complaint, nil),
        ]
        let file = StaffStory.file(
            .received,
            then: judgements.map { .qualified(Qualification(nature: $0.0, reason: "Relu ensemble", consumer: $0.1)) }
        )
        let root = try StaffMarkup(press.render(StaffSamples.casePage(file, press: press))).root
        let list = try #require(root.all("ol") { $0.has(class: "history") }.first)
        let told = list.all("li").suffix(3).map { $0.all("p") { $0.has(class: "aside") }.map(\.text) }
        let words = "Consommateur ou professionnel\u{A0}:"
        #expect(told == [["\(words) À déterminer"], ["\(words) Professionnel"], []])
        let section = try #require(
            root.all("section") { $0.attributes["aria-labelledby"] == "qualifications" }.first
        )
        let facts = section.all("article").map { $0.all("dd").map(\.text) }
        #expect(facts == [["À déterminer"], ["Professionnel"], []])
    }
}
