import Testing

@testable import Complaints
@testable import Pages

@Suite struct `What comes due` {
    let press: Press

    init() throws { press = try Press() }

    // Shows: R-29
    @Test(arguments: LetterSamples.dailyLetters.map(\.name))
    func `is in the daily letter by number, stage, date and link, and by nothing else`(name: String) throws {
        let letter = try #require(LetterSamples.dailyLetters.first { $0.name == name }?.letter)
        let composed = LetterTestPost.writer(press).compose(letter, under: StaffStory.procedure)
        #expect(composed.recipient == letter.recipient && composed.subject.contains("23\u{A0}novembre 2026"))
        #expect(composed.headers.contains("Auto-Submitted: auto-generated"))
        for path in ["/tableau-de-bord", "/compte", "/dossiers/REC-2026-0010"] {
            #expect(composed.text.contains(path), "\(path)")
        }
        #expect(composed.unwrapped.contains("en remplacement") == letter.lines.contains(where: \.isStandIn))
        for words in ["⟦", "{{", "Noé", "Inès"] { #expect(!composed.unwrapped.contains(words), "\(words)") }
    }

    private func feed(_ provider: String = "Ciné-Atelier") throws -> [String] {
        let watched = WatchedCase(
            id: try #require(CaseFile.ID(String(repeating: "a", count: 32))),
            identifier: "REC-2026-0001",
            stage: .incomplete,
            isQualified: true,
            startedOn: StaffStory.day("2026-12-30"),
            answer: Deadline(target: StaffStory.day("2027-02-28"), due: StaffStory.day("2028-02-29")),
            thirdParty: StaffStory.day("2026-12-31"),
            mediation: [],
            askedOn: StaffStory.day("2026-12-30")
        )
        let text = CalendarFeed(
            [watched],
            .standard,
            address: "https://reclamations.cine-atelier.example",
            provider: provider,
            now: StaffStory.instant("2026-11-23T09:00:00Z"),
            press: press
        ).text
        #expect(text.hasSuffix("\r\n") && !text.replacing("\r\n", with: "").contains { $0.isNewline })
        return text.split(separator: "\r\n", omittingEmptySubsequences: true).map(String.init)
    }

    // Shows: R-29
    @Test func `is in a calendar as whole days, each always under the same name`() throws {
        let lines = try feed()
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR" && lines.contains("VERSION:2.0"))
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == 4 && lines.count { $0 == "END:VEVENT" } == 4)
        #expect(lines.count { $0 == "DTSTAMP:20261123T090000Z" } == 4)
        // The last day of a year, and one that most years have not.
        for line in [
            "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "DTSTART;VALUE=DATE:20280229",
            "DTEND;VALUE=DATE:20280301", "SUMMARY:REC-2026-0001\u{A0}: réponse",
            "UID:reponse-\(String(repeating: "a", count: 32))@doleances", "DTSTART;VALUE=DATE:20270114",
            "DTSTART;VALUE=DATE:20270129",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(Set(lines.filter { $0.hasPrefix("UID:") }).count == 4)
        #expect(try feed() == lines)
    }

    @Test func `is written as the format asks: signs escaped, long lines folded between characters`() throws {
        let name = "Atelier, \\ image; son " + String(repeating: "é🎭", count: 40)
        let lines = try feed(name)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        let start = try #require(lines.firstIndex { $0.hasPrefix("X-WR-CALNAME:") })
        let rest = lines[(start + 1)...].prefix { $0.hasPrefix(" ") }
        #expect(rest.count > 2)
        let whole = lines[start] + rest.map { $0.dropFirst() }.joined()
        let written = name.replacing("\\", with: "\\\\").replacing(",", with: "\\,").replacing(";", with: "\\;")
        #expect(whole.hasSuffix(written))
    }

    // Shows: R-10, R-88
    @Test func `is on today's page: a third party's day, whom one stands in for, who could be reminded`() throws {
        let page = try #require(StaffSamples.due(press).first { $0.name == "aujourdhui-tiers-2" }?.page)
        let text = try StaffMarkup(press.render(page)).root.text
        for words in [
            "Des tiers attendent 2 réponses", "OPCO « Image » <b>", "en remplacement d’Inès Moreau",
            "une relance est possible",
            "l’attente est finie", "Vous remplacez Inès Moreau <b> jusqu’au 15/12/2026",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    // Shows: R-88
    @Test func `says in the case file and in its history who passed it on, their reference and their day`() throws {
        let page = try #require(StaffSamples.due(press).first { $0.name == "dossier-par-un-tiers" }?.page)
        let text = try StaffMarkup(press.render(page)).root.text
        for words in ["Par un financeur", "S-2026-14", "01/12/2026", "Transmise par OPCO « Image » <b>."] {
            #expect(text.contains(words), "\(words)")
        }
    }
}
