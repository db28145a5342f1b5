import TestSupport
import Testing

@testable import Complaints

@Suite struct `A case that is open to few` {
    static let director = Officer(id: "direction-1", roles: [.management])
    static let desk = Officer(id: "accueil-1", roles: [.receptionDesk])
    static let reason = "Un témoin craint d’être reconnu"

    private func restricted(to readers: [String], _ lead: Stage = .registered) throws -> Story {
        var story = Story()
        try story.lead(to: lead)
        let restriction = Restriction(ground: .implicatesManager, readers: readers)
        story.apply(try story.file.restrict(restriction, among: Story.staff, story.signature()))
        return story
    }

    // Shows: R-24
    @Test func `is open to those who are listed, and to nobody else, whatever their role`() throws {
        let story = try restricted(to: ["a", "accueil-1"])
        #expect(story.file.readers(among: Story.staff) == ["a", "accueil-1"])
        for one in Story.staff {
            #expect(story.file.opens(to: one, among: Story.staff) == ["a", "accueil-1"].contains(one.id), "\(one.id)")
        }
        #expect(Story().file.readers(among: Story.staff).count == Story.staff.count)
    }

    // Shows: R-24
    @Test func `keeps somebody of the management who is free of conflict, but of what it is complained about`() throws {
        var story = Story()
        try story.lead(to: .registered)
        let restrict = { (readers: [String], ground: Restriction.Ground) throws(Refusal) -> Event in
            let restriction = Restriction(ground: ground, words: Self.reason, readers: readers)
            return try story.file.restrict(restriction, among: Story.staff, story.signature())
        }
        for ground in Restriction.Ground.allCases where ground != .implicatesManager {
            #expect(throws: Refusal.managementShutOut) { try restrict(["a"], ground) }
            #expect(throws: Never.self) { try restrict(["a", "direction-1"], ground) }
        }
        #expect(throws: Never.self) { try restrict(["a"], .implicatesManager) }
        story.apply(.recused(Recusal(officer: "direction-1", reason: Self.reason)))
        #expect(throws: Never.self) { try restrict(["a"], .violence) }
    }

    // Shows
    @Test func `is given away by the only member of the management, whom it names, and closed to them`() throws {
        let staff = [Self.director, Story.manager, Self.desk]
        var story = Story()
        story.file.restriction = Restriction(ground: .implicatesManager)
        story.apply(
            .qualified(Qualification(nature: .complaint, implicated: ["direction-1"])),
            by: .officer(Self.director)
        )
        #expect(story.file.readers(among: staff) == ["direction-1"], "somebody must be able to give it away")
        let hers = story.signature(.officer(Self.director))
        #expect(throws: Refusal.conflictOfInterest) { try story.file.assign(to: "responsable-1", among: staff, hers) }
        let given = try story.file.assign(to: "responsable-1", among: staff, override: Self.reason, hers)
        story.apply(given, by: .officer(Self.director))
        #expect(story.file.readers(among: staff) == ["responsable-1"] && story.file.handler == "responsable-1")
    }

    // Shows: R-24
    @Test func `needs somebody on its list who may handle it, known and free of conflict`() throws {
        var story = Story()
        try story.lead(to: .registered)
        let restrict = { (readers: [String], ground: Restriction.Ground, words: String) throws(Refusal) -> Event in
            let restriction = Restriction(ground: ground, words: words, readers: readers)
            return try story.file.restrict(restriction, among: Story.staff, story.signature())
        }
        #expect(throws: Refusal.noReaderMayHandle) { try restrict(["accueil-1"], .implicatesManager, "") }
        #expect(throws: Refusal.noReaderMayHandle) { try restrict([], .implicatesManager, "") }
        #expect(throws: Refusal.several([.unknownOfficer, .noReaderMayHandle])) {
            try restrict(["z"], .implicatesManager, "")
        }
        #expect(throws: Refusal.unknownOfficer) { try restrict(["z", "a"], .implicatesManager, "") }
        #expect(throws: Refusal.reasonTooShort(minimum: 10)) {
            try restrict(["a", "direction-1"], .other, " Parce que ")
        }
        let event = try restrict(["direction-1", "a", "a"], .other, " \(Self.reason) ")
        let laid = Restriction(ground: .other, words: Self.reason, readers: ["a", "direction-1"])
        #expect(event == .restricted(laid))
        let judged = Qualification(nature: .complaint, implicated: ["a"])
        story.apply(try story.file.qualify(judged, among: Story.staff, story.signature()))
        #expect(throws: Refusal.noReaderMayHandle) {
            try story.file.restrict(
                Restriction(ground: .implicatesManager, readers: ["a"]),
                among: Story.staff,
                story.signature()
            )
        }
    }

    // Shows
    @Test func `is closed to whoever of its list is named afterwards, and falls to the management when nobody is left`()
        throws
    {
        var story = try restricted(to: ["a", "responsable-1", "accueil-1"])
        let name = { (named: [String], story: inout Story) in
            let judged = Qualification(nature: .complaint, implicated: named)
            story.apply(try story.file.qualify(judged, among: Story.staff, story.signature()))
        }
        try name(["a"], &story)
        #expect(story.file.readers(among: Story.staff) == ["responsable-1", "accueil-1"])
        let aside = Recusal(officer: "responsable-1", reason: Self.reason)
        story.apply(.recused(aside))
        #expect(story.file.readers(among: Story.staff) == ["accueil-1", "direction-1"])
        story.apply(.recused(Recusal(officer: "direction-1", reason: Self.reason)))
        #expect(story.file.readers(among: Story.staff) == ["accueil-1", "direction-1"], "somebody must answer")
        let withoutManagement = Story.staff.filter { !$0.roles.contains(.management) }
        #expect(story.file.readers(among: withoutManagement) == ["accueil-1", "formateur-7"])
    }

    // Shows
    @Test func `can be handled by a provider of one person whom the complaint names`() throws {
        let alone = Officer(id: "seule", roles: [.complaintsManager, .management])
        var story = Story()
        story.file.restriction = Restriction(ground: .implicatesManager)
        story.apply(.qualified(Qualification(nature: .complaint, implicated: [alone.id])), by: .officer(alone))
        #expect(story.file.opens(to: alone, among: [alone]))
        let hers = story.signature(.officer(alone))
        #expect(throws: Refusal.barred) { try story.file.liftRestriction(Self.reason, hers) }
        let taken = try story.file.assign(to: alone.id, among: [alone], override: Self.reason, hers)
        story.apply(taken, by: .officer(alone))
        #expect(story.file.handler == alone.id && story.file.opens(to: alone, among: [alone]))
    }

    // Shows: R-24
    @Test func `is taken from a handler who may not open it, and opened to whom it is given`() throws {
        var story = Story()
        try story.lead(to: .registered)
        story.apply(try story.file.assign(to: "formateur-7", among: Story.staff, story.signature()))
        let restriction = Restriction(ground: .implicatesManager, readers: ["a", "responsable-1"])
        story.apply(try story.file.restrict(restriction, among: Story.staff, story.signature()))
        #expect(story.file.handler == nil)
        let given = try story.file.assign(to: "formateur-7", among: Story.staff, story.signature())
        #expect(
            given == .assigned(Assignment(handler: "formateur-7", readers: ["a", "formateur-7", "responsable-1"]))
        )
        var other = story
        other.apply(given)
        #expect(other.file.readers(among: Story.staff) == ["a", "formateur-7", "responsable-1"])
        #expect(try Entry(payload: other.file.entries[other.file.entries.count - 1].payload()).event == given)
        story.apply(try story.file.assign(to: "a", among: Story.staff, story.signature()))
        story.apply(try story.file.restrict(restriction, among: Story.staff, story.signature()))
        #expect(story.file.handler == "a")
    }

    // Shows: R-24
    @Test func `refuses every act of those whom nothing could let in`() throws {
        let story = try restricted(to: ["a"])
        for act in Act.allCases where act.roles.contains(.receptionDesk) {
            let signature = story.signature(.officer(Self.desk))
            #expect(throws: Refusal.restricted, "\(act)") { try story.file.permit(act, signature) }
        }
        #expect(story.file.acts(for: Self.desk).isEmpty)
    }

    // Shows: R-24
    @Test func `is opened to all again with a reason, once`() throws {
        var story = try restricted(to: ["a", "responsable-1"])
        #expect(throws: Refusal.reasonTooShort(minimum: 10)) {
            try story.file.liftRestriction("Voilà", story.signature())
        }
        let stage = story.file.stage
        story.apply(try story.file.liftRestriction(" \(Self.reason) ", story.signature()))
        #expect(story.file.restriction == nil && story.file.stage == stage)
        #expect(story.file.entries.last?.event == .restrictionLifted(Reason(Self.reason)))
        #expect(throws: Refusal.notRestricted) { try story.file.liftRestriction(Self.reason, story.signature()) }
        #expect(!story.file.acts(for: Story.manager).contains(.liftRestriction))
    }

    // Shows
    @Test func `and its payloads are read back, those without it as they were`() throws {
        let story = try restricted(to: ["a"])
        for entry in story.file.entries { #expect(try Entry(payload: entry.payload()) == entry) }
        let opening = try String(decoding: story.file.entries[0].payload(), as: UTF8.self)
        #expect(!opening.contains("acces_restreint"))
        var reception = story.file.reception
        reception.restriction = Story.procedure.confidence
        let entry = Entry(
            event: .received(reception),
            signature: story.signature(.complainant),
            caseFile: story.file.id,
            organisation: "cine-atelier"
        )
        let read = try Entry(payload: entry.payload())
        #expect(CaseFile(id: story.file.id, entries: [read])?.restriction?.ground == .implicatesManager)
    }

    // Shows
    @Test func `alerts at once those who may handle it, and nobody of what they did themself`() throws {
        var story = Story()
        let before = story.file
        story.apply(.qualified(Qualification(nature: .complaint, severities: [.harassment])))
        let by = Author.officer(Story.manager)
        let all: Set = ["direction-1", "a", "formateur-7"]
        #expect(story.file.alerted(since: before, by: by, among: Story.staff) == all)
        #expect(story.file.alerted(since: story.file, by: by, among: Story.staff).isEmpty)
        var accusing = Story()
        accusing.apply(.qualified(Qualification(nature: .complaint, severities: [.harassment], implicated: ["a"])))
        let others = accusing.file.alerted(since: before, by: by, among: Story.staff)
        #expect(others == all.subtracting(["a"]), "whoever it names is not called")
        let grave = story.file
        story.apply(.restricted(Restriction(ground: .violence, readers: ["a", "accueil-1", "responsable-1"])))
        #expect(story.file.alerted(since: grave, by: by, among: Story.staff) == ["a"])
        let few = story.file
        story.apply(.restricted(Restriction(ground: .violence, readers: ["a", "formateur-7"])))
        #expect(story.file.alerted(since: few, by: by, among: Story.staff) == ["formateur-7"])
        var confided = Story().file
        confided.restriction = Restriction(ground: .implicatesManager)
        #expect(confided.alerted(since: nil, by: .complainant, among: Story.staff) == ["direction-1"])
        #expect(Story().file.alerted(since: nil, by: .complainant, among: Story.staff).isEmpty)
    }
}
