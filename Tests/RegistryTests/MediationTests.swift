import Complaints
import Registry
import Storage
import TestSupport
import Testing

@Suite struct `The register, of a mediation` {
    private let manager = Author.officer(Story.manager)

    /// A case before the mediator; the reply is due in so many days.
    private func referred(_ books: TestBooks, replyDue: Int?) async throws -> CaseFile.ID {
        let id = try await books.receive()
        try await books.answer(id)
        let day = books.clock.now.civilDate
        let referral = Referral(
            byComplainant: true,
            mediator: "CM2C",
            on: day,
            subject: "Le train",
            replyDue: replyDue.map { day.adding(days: $0) }
        )
        try await books.register.change(id, by: manager) { try $0.refer(referral, procedure: Story.procedure, $1) }
        return id
    }

    // Shows: R-44
    @Test(arguments: Engine.available) func `shows what it waits for, and finds what is near or past`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let (register, today) = (books.register, books.clock.now.civilDate)
        let later = try await referred(books, replyDue: nil)
        let soon = try await referred(books, replyDue: 5)
        try await books.answer(try await books.receive())
        #expect(try await register.mediationsDue(through: today.adding(days: 4)).isEmpty)
        #expect(try await register.mediationsDue(through: today.adding(days: 5)).map(\.id) == [soon])
        #expect(try await register.mediationsDue(through: today.adding(days: 21)).map(\.id) == [soon, later])
        #expect(try await register.mediationsDue(through: today.adding(days: 21), limit: 1).map(\.id) == [soon])
        #expect(
            try await register.line(of: soon)?.mediation == [
                .init(step: .reply, due: today.adding(days: 5)), .init(step: .notice, due: today.adding(days: 21)),
            ]
        )
        let notice = MediatorNotice(kind: .accepted, on: today, text: "Dossier complet")
        try await register.change(later, by: manager) {
            try $0.recordNotice(notice, procedure: Story.procedure, $1)
        }
        // Ninety days end on a Sunday.
        let outcome = MediationDue(step: .outcome, due: today.adding(days: 91))
        #expect(try await register.line(of: later)?.mediation == [outcome])
        let ended = MediationOutcome(result: .agreement, on: today, text: "Accord")
        for id in [later, soon] {
            try await register.change(id, by: manager) { try $0.recordMediation(ended, $1) }
            #expect(try await register.line(of: id)?.mediation.isEmpty == true)
        }
        #expect(try await register.mediationsDue(through: today.adding(years: 1)).isEmpty)
        #expect(try await register.inspect().cases == 3)
        await books.close()
    }

    // Shows: R-46, S-65
    @Test(arguments: Engine.available) func `keeps its documents, and verify reads them with the others`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await referred(books, replyDue: 5)
        let digest = "3a3468fa89b2ab7cbfe5400858a8ec0066e9e8defa9a64c993b5f24210244df8"
        let staged = StagedAttachment(name: "reponse.txt", type: "text/plain", length: 3, digest: digest)
        let piece = try await books.register.stage(staged, for: nil) { $0 == 0 ? Array("oui".utf8) : nil }
        let reply = MediationReply(sentOn: books.clock.now.civilDate, text: "", files: [piece])
        try await books.register.change(id, by: manager, attaching: [piece]) { try $0.reply(reply, $1) }
        #expect(try await books.register.attachment(piece.id).caseFile == id)
        #expect(try await books.register.inspect().attachments == 1)
        try await books.database.write { try $0.run("UPDATE attachment SET name = 'autre.txt'") }
        await #expect(throws: Discrepancy.self) { try await books.register.inspect() }
        await books.close()
    }

    // Shows: R-06, S-65
    @Test(arguments: Engine.available) func `holds a contest and its letter, and verify agrees at every step`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let id = try await books.receive()
        let day = books.clock.now.civilDate
        let judged = Qualification(nature: .informationRequest, reason: "Simple question sur le planning")
        try await register.change(id, by: manager) { try $0.qualify(judged, $1) }
        try await register.change(id, by: manager) { try $0.contest(Story.contest(on: day), $1) }
        #expect(try await register.line(of: id)?.stage == .contested)
        // It may turn out to be a complaint: its delay still runs.
        let due = try await register.caseFile(id).due.answer.due
        let work = WaitingWork.toAnswer(from: nil, through: due)
        #expect(try await register.waiting(work, limit: 9).lines.map(\.id) == [id])
        _ = try await register.inspect()
        let director = Author.officer(Officer(id: "direction-1", roles: [.management]))
        let decision = ContestDecision(result: .reinstated, reason: "Le remboursement est demandé")
        try await register.change(id, by: director) {
            try $0.decideContest(
                decision,
                among: ["direction-1", "responsable-1"],
                procedure: Story.procedure,
                $1
            )
        }
        #expect(try await register.line(of: id)?.stage == .received)
        #expect(try await register.letters(of: id).map(\.kind).contains(.contestReinstated))
        #expect(try await register.enter(id, by: manager).number?.ordinal == 1)
        _ = try await register.inspect()
        await books.close()
    }
}
