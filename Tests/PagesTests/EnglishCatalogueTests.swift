import Complaints
import Testing

@testable import Pages

/// The words of one file of the catalogue, as they are written.
private func entries(_ file: String) throws -> [String: String] {
    let text = try #require(EmbeddedText.files["Catalogue/\(file)"], "\(file) is not in the program")
    return try PressCatalogue(files: [file: text]).entries
}

@Suite struct `The English words` {
    let french: Press
    let english: Press

    init() throws {
        french = try Press()
        english = french.speaking(.english)
    }

    @Test(arguments: ["public", "published", "leaflet"])
    func `are there for every key of the public pages, and for no other`(file: String) throws {
        let (own, french) = (try entries("en/\(file).en"), try entries("fr/\(file).fr"))
        #expect(Set(own.keys) == Set(french.keys))
    }

    @Test func `are there for whole families of the words that pages share`() throws {
        let (own, shared) = (try entries("en/common.en"), try entries("fr/common.fr"))
        let families = Set(own.keys.map(\.family))
        #expect(Set(own.keys) == Set(shared.keys.filter { families.contains($0.family) }))
        #expect(families.isSuperset(of: ["stakeholder", "payer", "completeness", "unit", "zone", "guide", "layout"]))
    }

    @Test func `are there for every kind of letter, and stand in no other file`() throws {
        let kinds = LetterKind.allCases.map { "note.\($0.rawValue)" }
        let notes = try entries("en/letters.en")
        #expect(Set(notes.keys) == Set(kinds + ["note.inscription.late"]))
        let files = EmbeddedText.files.keys.filter { $0.hasSuffix(".en") }.sorted()
        #expect(files == ["common", "leaflet", "letters", "public", "published"].map { "Catalogue/en/\($0).en" })
    }

    @Test(arguments: ["public", "published", "leaflet", "common"])
    func `have the holes that the French have, and as many`(file: String) throws {
        let shared = try entries("fr/\(file).fr")
        for (key, words) in try entries("en/\(file).en") {
            let french = try #require(shared[key], "\(key)")
            #expect(holes(words) == holes(french), "\(key)")
        }
    }

    @Test func `are all that a page in English says of itself, and none of them a page in French`() throws {
        let files = ["public", "published", "leaflet", "common"]
        let ours = try files.map { try entries("fr/\($0).fr") }.reduce([:]) { $0.merging($1) { $1 } }
        let theirs = try files.map { try entries("en/\($0).en") }.reduce([:]) { $0.merging($1) { $1 } }
        for (press, foreign) in [(english, ours), (french, theirs)] {
            let own = press.language == .english ? theirs : ours
            let sentences = foreign.filter { own[$0.key] != $0.value }.mapValues(\.longestPart).filter {
                $1.count >= 24
            }
            let pages = PublicSamples.spoken(press).map(\.page)
            let text = PageText(pages.map { press.render($0) })
            for (key, words) in sentences { #expect(!text.has(PressTree.escaped(words)), "\(press.language): \(key)") }
        }
    }

    @Test func `are read to the last entry by pages and letters`() throws {
        var walker = StaffHoles(english)
        let pages = PublicSamples.spoken(english).map(\.page)
        for page in pages { walker.walk(page) }
        let letters = LetterSamples.all.map { LetterTestPost.writer(french).compose($0.request).unwrapped }
        let text = PageText(pages.map { english.render($0) } + letters)
        for file in ["public", "published", "leaflet", "letters"] {
            for (key, words) in try entries("en/\(file).en") where !walker.placed.contains("fr.\(key)") {
                let part = words.longestPart
                #expect(text.has(part) || text.has(PressTree.escaped(part)), "\(key)")
            }
        }
    }

    @Test func `say dates, numbers and lists as British readers do`() throws {
        let day = try #require(CivilDate("2026-12-01"))
        #expect(english.long(day) == "1\u{A0}December 2026")
        #expect(french.long(day) == "1er\u{A0}décembre 2026")
        let instant = StaffStory.instant("2026-11-23T08:05:01Z")
        #expect(english.long(instant) == "23\u{A0}November 2026 at 9:05")
        #expect(english.wholeHour(from: instant) == "9:06")
        #expect(english.whole(1_234_567) == "1,234,567")
        #expect(english.bytes(1) == "1\u{A0}byte" && english.bytes(0) == "0\u{A0}bytes")
        #expect(english.fileSize(2_871_204) == "2.9\u{A0}MB" && english.fileSize(12_000) == "12\u{A0}kB")
        #expect(english.fileSize(1_234_500_000) == "1,234.5\u{A0}MB")
        #expect(english.inDays(1) == "1\u{A0}day" && english.inDays(15) == "15\u{A0}days")
        #expect(english.list(["a", "b", "c"]) == "a, b and c")
    }

    @Test func `follow from page to page in the address, and from French only where they are chosen`() {
        #expect(english.link("/suivi") == "/suivi?langue=en")
        #expect(english.link("/procedure?version=2") == "/procedure?version=2&langue=en")
        #expect(french.link("/suivi") == "/suivi")
        let stays = ["/ressources/", "/connexion", "/reclamation/preuve/", "/registre/point-de-controle"]
        for (name, page) in PublicSamples.spoken(english) {
            let html = english.render(page)
            for link in html.matches(of: /(?:href|action)="(\/[^"]*)"/).map({ String($0.output.1) }) {
                guard !link.contains("langue=en"), !stays.contains(where: { link.hasPrefix($0) }) else { continue }
                let turns = [
                    "href=\"\(link)\" hreflang=\"fr\"", "hreflang=\"fr\" href=\"\(link)\"", "formaction=\"\(link)\"",
                ]
                #expect(turns.contains { html.contains($0) }, "\(name): \(link)")
            }
        }
    }

    @Test func `are offered in a whole sentence where the browser asks for them, and never chosen`() throws {
        let page = { (press: Press) in
            press.render(HomePage(procedure: PublicSamples.procedure, today: StaffStory.today, press: press))
        }
        let plain = page(french)
        let wanted = page(french.speaking(.french, isOtherPreferred: true))
        #expect(plain.contains(">English</a>") && !plain.contains("This site is also in English"))
        #expect(wanted.contains("This site is also in English") && wanted.contains("<html lang=\"fr\">"))
        #expect(page(english).contains(">Français</a>") && page(english).contains("<html lang=\"en\">"))
    }

    @Test func `lose nothing that was typed: a page with a form sends it along to the other language`() {
        let sent = PublicSamples.spoken(english).filter { name, _ in
            name.hasPrefix("formulaire") || name.hasPrefix("relecture") || name == "suivi-fini"
        }
        #expect(sent.count > 20)
        for (name, page) in sent {
            let html = english.render(page)
            #expect(html.contains("<form id=\"formulaire\"") && html.contains("form=\"formulaire\""), "\(name)")
            #expect(!html.contains("hreflang=\"fr\" lang=\"fr\""), "\(name)")
            // Enter in a field presses the first button of its form in the page.
            let buttons = html.matches(of: /<button type="submit"([^>]*)>/).map { String($0.output.1) }
            #expect(buttons.first?.contains("name=") == false && buttons[1].contains("name=\"langue\""), "\(name)")
        }
        for (name, page) in PublicSamples.spoken(english) where name == "suivi-acces-code" {
            #expect(!english.render(page).contains("Français"), "a secret is shown once")
        }
    }

    private func holes(_ words: String) -> [String] {
        words.matches(of: /\{\{[^}]*\}\}/).map { String($0.output) }.sorted()
    }
}
