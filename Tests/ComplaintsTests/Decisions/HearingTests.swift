import TestSupport
import Testing

@testable import Complaints

@Suite struct `What somebody only says` {
    private static let desk = Officer(id: "accueil-1", roles: [.receptionDesk])

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private func signature(_ officer: Officer = desk, on day: String = "2026-11-23") throws -> Signature {
        Signature(by: .officer(officer), at: Instant(parisDate: try self.day(day), hour: 10))
    }

    private func hearing(invited: Invitation.Way? = nil) throws -> Hearing {
        let heard = try day("2026-11-05")
        return Hearing(
            person: "Zoé Caron",
            said: "Le planning change sans prévenir.",
            on: heard,
            heardBy: "Luc Haddad",
            invitation: invited.map { Invitation($0, on: heard) }
        )
    }

    private func story(_ events: [DiscontentEvent]) throws -> Discontent {
        let id = try #require(Discontent.ID(String(repeating: "c", count: 32)))
        let signature = try signature()
        let entries = events.map {
            DiscontentEntry(event: $0, signature: signature, discontent: id, organisation: "cine-atelier")
        }
        return try #require(Discontent(id: id, entries: try entries.map { try DiscontentEntry(payload: $0.payload()) }))
    }

    // Shows: R-03
    @Test func `is noted with who said it, when and to whom, and nothing impossible`() throws {
        let signature = try signature()
        #expect(try Discontent.hear(try hearing(), signature) == .heard(try hearing()))
        for (field, refusal) in [
            (\Hearing.said, Refusal.textMissing), (\Hearing.heardBy, Refusal.textMissing),
        ] {
            var odd = try hearing()
            odd[keyPath: field] = "  "
            #expect(throws: refusal) { try Discontent.hear(odd, signature) }
        }
        for on in ["2026-11-24", "2025-11-22"] {
            var odd = try hearing()
            odd.on = try day(on)
            #expect(throws: Refusal.dateImpossible, "\(on)") { try Discontent.hear(odd, signature) }
        }
        var written = try hearing()
        written.channel = .letter
        #expect(throws: Refusal.notAllowed) { try Discontent.hear(written, signature) }
    }

    // Shows: R-67
    @Test(arguments: Role.allCases) func `is noted, followed and ended by those who receive`(role: Role) throws {
        let signature = try signature(Officer(id: "a", roles: [role]))
        let story = try story([.heard(try hearing(invited: .told))])
        let file = Story().file.id
        let acts: [() throws -> DiscontentEvent] = [
            { try Discontent.hear(try hearing(), signature) },
            { try story.invite(Invitation(.link, on: try day("2026-11-06")), signature) },
            { try story.end(DiscontentEnding(.linked, as: file), signature) },
        ]
        for act in acts {
            if [.receptionDesk, .complaintsManager, .management].contains(role) {
                _ = try act()
            } else {
                #expect(throws: Refusal.notAllowed) { try act() }
            }
        }
    }

    // Shows: R-03
    @Test func `waits from the latest invitation on, until it is known what came of it`() throws {
        let silent = try story([.heard(try hearing())])
        #expect(silent.waitsSince == CivilDate("2026-11-05") && silent.invitations.isEmpty)
        let invited = try story([
            .heard(try hearing(invited: .paper)), .invited(Invitation(.link, on: try day("2026-11-12"))),
        ])
        #expect(invited.waitsSince == CivilDate("2026-11-12") && invited.invitations.map(\.way) == [.paper, .link])
        let file = Story().file.id
        let ended = try story([.heard(try hearing()), .ended(DiscontentEnding(.writtenUp, as: file))])
        #expect(ended.waitsSince == nil && ended.ending?.caseFile == file)
    }

    // Shows: R-03
    @Test func `is invited no earlier than it was said, and no later than today`() throws {
        let story = try story([.heard(try hearing())])
        let signature = try signature()
        for on in ["2026-11-05", "2026-11-23"] { _ = try story.invite(Invitation(.told, on: try day(on)), signature) }
        for on in ["2026-11-04", "2026-11-24"] {
            #expect(throws: Refusal.invitationImpossible(try day("2026-11-05")), "\(on)") {
                try story.invite(Invitation(.told, on: try day(on)), signature)
            }
        }
    }

    // Shows: R-03
    @Test func `ends without a complaint only for a reason, after an invitation, and once`() throws {
        let signature = try signature()
        let never = DiscontentEnding(never: "Tout s’est arrangé le jour même.")
        #expect(throws: Refusal.notInvited) { try story([.heard(try hearing())]).end(never, signature) }
        let invited = try story([.heard(try hearing(invited: .told))])
        #expect(throws: Refusal.reasonTooShort(minimum: 10)) {
            try invited.end(DiscontentEnding(never: " Arrangé  "), signature)
        }
        #expect(try invited.end(never, signature) == .ended(never))
        let ended = try story([.heard(try hearing(invited: .told)), .ended(never)])
        #expect(throws: Refusal.discontentEnded) { try ended.end(never, signature) }
        #expect(throws: Refusal.discontentEnded) {
            try ended.invite(Invitation(.told, on: try day("2026-11-23")), signature)
        }
    }

    // Shows: R-03
    @Test func `leaves in the log no leaf of a reception`() throws {
        let file = Story().file.id
        let events: [DiscontentEvent] = [
            .heard(try hearing()), .invited(Invitation(.link, on: try day("2026-11-12"))),
            .ended(DiscontentEnding(.linked, as: file)),
        ]
        #expect(events.map(\.leafKind) == [.message, .message, .decision])
    }

    // Shows: R-03
    @Test func `is written as it was before it could be grave or in confidence, to the byte`() throws {
        let entry = DiscontentEntry(
            event: .heard(try hearing(invited: .paper)),
            signature: try signature(),
            discontent: try #require(Discontent.ID(String(repeating: "c", count: 32))),
            organisation: "cine-atelier"
        )
        let written = [
            #"{"auteur":"agent:accueil-1","contenu":{"canal":"oral","contact":"","entendu_par":"Luc Haddad","#,
            #""invitation":{"le":"2026-11-05","moyen":"papier"},"le":"2026-11-05","personne":"Zoé Caron","#,
            #""propos":"Le planning change sans prévenir."},"evenement":"parole","heure":"2026-11-23T09:00:00Z","#,
            #""organisation":"cine-atelier","parole":"cccccccccccccccccccccccccccccccc"}"#,
        ].joined()
        #expect(String(decoding: try entry.payload(), as: UTF8.self) == written)
        #expect(try DiscontentEntry(payload: Array(written.utf8)) == entry)
    }

    // Shows: R-24, R-87
    @Test func `keeps what makes it grave, each once, and to whom alone it is open`() throws {
        var confided = Hearing(
            person: "",
            said: "Des propos",
            on: try day("2026-11-05"),
            heardBy: "Luc Haddad",
            severities: [.harassment, .safety, .harassment]
        )
        #expect(confided.severities == [.safety, .harassment])
        confided.restriction = Restriction(ground: .implicatesManager, readers: ["ada"])
        let told = try story([.heard(confided)]).hearing
        #expect(told == confided && told.restriction?.readers == ["ada"])
        var bare = confided
        bare.restriction = nil
        #expect(told.isSame(as: bare, inConfidence: true) && !told.isSame(as: bare, inConfidence: false))
    }

    // Shows: R-24, R-87
    @Test func `alerts, where it is grave or in confidence, those who may open and handle it`() throws {
        let (manager, head, desk) = ("responsable-1", "direction-1", Author.officer(Self.desk))
        func alerted(_ severities: [Severity], to readers: [String]?, by author: Author) throws -> Set<String> {
            var heard = try hearing()
            if !severities.isEmpty {
                heard = Hearing(person: "", said: "Non", on: heard.on, heardBy: "Luc", severities: severities)
            }
            heard.restriction = readers.map { Restriction(ground: .implicatesManager, readers: $0) }
            return try story([.heard(heard)]).alerted(by: author, among: Story.staff)
        }
        #expect(try alerted([], to: nil, by: desk).isEmpty)
        let handlers = Set(Story.staff.filter(\.mayHandle).map(\.id))
        #expect(try alerted([.safety], to: nil, by: desk) == handlers)
        #expect(try alerted([.safety], to: nil, by: .officer(Story.manager)) == handlers.subtracting([manager]))
        #expect(try alerted([], to: [], by: desk) == [head])
        #expect(try alerted([.safety], to: [manager, "accueil-1"], by: desk) == [manager])
        // Where nobody of the list may handle a complaint, it is the management's too.
        #expect(try alerted([], to: ["accueil-1"], by: desk) == [head])
    }
}
