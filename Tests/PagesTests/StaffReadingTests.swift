import Testing

@testable import Complaints
@testable import Pages

@Suite struct `Who reads what of a case file` {
    let press: Press

    init() throws { press = try Press() }

    private func markup(_ chapter: StaffStory.Chapter, _ roles: Set<Role>) throws -> StaffMarkup {
        let officer = Officer(id: "ana", roles: roles)
        let page = StaffSamples.casePage(
            StaffStory.file(chapter),
            for: officer,
            letters: StaffSamples.letterLines,
            press: press
        )
        return try StaffMarkup(press.render(page))
    }

    // Shows
    @Test func `shows the complaint to the letter, and offers no way to change it`() throws {
        let root = try markup(.acted, [.complaintsManager]).root
        let original = try #require(root.all("div") { $0.has(class: "original") }.first)
        #expect(Array(original.text.unicodeScalars) == Array(StaffStory.original.text.unicodeScalars))
        let typed = root.all("textarea").map(\.text)
        #expect(!typed.contains { $0.contains("la caméra du stage") })
        #expect(root.all("textarea") { $0.attributes["name"] == "reclamation" }.isEmpty)
    }

    @Test func `shows each document with its name, its size and that nobody has scanned it`() throws {
        let root = try markup(.acted, [.complaintsManager]).root
        let line = try #require(root.all("li") { $0.text.contains("facture") }.first)
        #expect(line.text.contains("facture <2026> \"image\".pdf"))
        #expect(line.text.contains("2,9\u{A0}Mo, application/pdf, non analysé"))
        #expect(line.all("a").map { $0.attributes["href"] } == [Path.attachment("0e9d1c2b3a495867a6b5c4d3e2f10918")])
    }

    // Shows: R-67
    @Test func `hides from an auditor who the person is`() throws {
        let root = try markup(.closed, [.auditor]).root
        for told in ["Àrçy", "Noé", "noe.darcy", "quai de la Fosse", "06 00 00 00 00", "facture"] {
            #expect(!root.text.contains(told), "\(told)")
        }
        #expect(root.text.contains("Le formateur a répondu") && root.text.contains("[masqué] D’[masqué]"))
        let links = root.all("a").compactMap { $0.attributes["href"] }
        #expect(!links.contains { $0.hasPrefix(Path.attachments) })
        #expect(!links.contains { $0.hasPrefix(Path.letters) })
    }

    // Shows: R-67
    @Test(arguments: [[Role.administrator], []] as [Set<Role>])
    func `opens no content to the administrator, nor to nobody in particular`(roles: Set<Role>) throws {
        let main = try #require(try markup(.closed, roles).root.all("main").first)
        for told in ["Àrçy", "Noé", "caméra", "Médiation", "Inès", "480"] {
            #expect(!main.text.contains(told), "\(told)")
        }
        #expect(main.text.contains("REC-2026-0007"))
    }

    // Shows: R-46
    @Test func `keeps the pieces of a mediation to those who follow it`() throws {
        for role in Role.allCases where role != .administrator {
            let text = try markup(.mediated, [role]).root.text
            let mayRead: Set<Role> = [.complaintsManager, .management, .dataProtection]
            #expect(text.contains("120 € de plus") == mayRead.contains(role), "\(role)")
            #expect(text.contains("Temps perdu les 7 et 8") == mayRead.contains(role), "\(role)")
        }
    }

    // Shows: R-19
    @Test func `tells the history by name and to the minute, oldest first`() throws {
        let root = try markup(.closed, [.internalControl]).root
        let list = try #require(root.all("ol") { $0.has(class: "history") }.first)
        let lines = list.all("li").map(\.text)
        #expect(lines.count == StaffStory.file(.closed).entries.count)
        #expect(lines.first?.contains("14/09/2026 à 10\u{A0}h\u{A0}12") == true)
        #expect(lines.first?.contains("la personne") == true)
        #expect(lines.last?.contains("Inès Moreau") == true)
        #expect(list.all("span").contains { $0.attributes["title"] == "2026-09-14 08:12:40\u{A0}UTC" })
    }

    @Test func `names no one in lists to those who may not know`() throws {
        for role in [Role.auditor, .administrator] {
            let page = RegisterPage(
                lines: StaffSamples.ledger,
                total: .exactly(8),
                filter: RegisterFilter(),
                years: [2026],
                signedIn: StaffSamples.desk(Officer(id: "ana", roles: [role])),
                today: StaffStory.today,
                press: press
            )
            let text = try StaffMarkup(press.render(page)).root.text
            for line in StaffSamples.ledger { #expect(!text.contains(line.person) && !text.contains(line.subject)) }
            #expect(text.contains("REC-2026-0009"))
        }
    }
}
