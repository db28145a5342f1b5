import Complaints
import Registry
import TestSupport
import Testing

@Suite struct `A letter that staff enter` {
    private static let desk = Author.officer(Officer(id: "accueil-1", roles: [.receptionDesk]))

    private func letter(
        _ text: String = "Je demande le remboursement.",
        form: UInt8 = 1,
        trace: String = "1A 2"
    ) throws -> Register.Intake {
        var original = Story.original
        original.email = nil
        original.postalAddress = "3 rue Haute\n29000 Quimper"
        original.text = text
        return Register.Intake(
            channel: .registeredLetter,
            sentOn: CivilDate("2026-11-17"),
            transcription: Transcription(
                arrivedOn: try #require(CivilDate("2026-11-20")),
                proof: "Cachet de la poste",
                trace: trace
            ),
            original: original,
            submission: Submission(id: [UInt8](repeating: form, count: 16)),
            author: Self.desk
        )
    }

    // Shows
    @Test(arguments: Engine.available) func `is received by their hand, its delays counted from the postmark`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let receipt = try await books.register.receive(try letter())
        let file = try await books.register.caseFile(receipt.caseFile)
        let sent = try #require(CivilDate("2026-11-17"))
        #expect(file.due == Story.procedure.dueDates(from: sent) && file.startedOn == sent)
        #expect(file.receivedAt.civilDate == CivilDate("2026-11-20"))
        let line = try #require(try await books.register.line(of: receipt.caseFile))
        #expect(line.enteredBy == "accueil-1" && line.channel == .registeredLetter)
        #expect(line.receivedAt == file.receivedAt)
        try await books.receive()
        let lines = try await books.register.receptions(CaseFilter())
        #expect(lines.map(\.enteredBy) == [nil, "accueil-1"])
        try await books.register.keepCheckpoint()
        #expect(try await books.register.inspect().cases == 2)
        await books.close()
    }

    // Shows: S-40
    @Test(arguments: Engine.available) func `counts once, and not as another that came under the same form`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let first = try await books.register.receive(try letter())
        let again = try await books.register.receive(try letter())
        #expect(again.isRepeat && again.caseFile == first.caseFile)
        for other in [try letter("Autre chose"), try letter(trace: "1A 3")] {
            await #expect(throws: Register.Failure.differentSubmission) { try await books.register.receive(other) }
        }
        #expect(try await books.register.countReceptions(CaseFilter()) == .exactly(1))
        await books.close()
    }

    // Shows: R-87
    @Test(arguments: Engine.available) func `comes in confidence where it says so, and is then another than without`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        var confided = try letter()
        confided.isConfidential = true
        let receipt = try await books.register.receive(confided)
        #expect(try await books.register.receive(confided).isRepeat)
        let file = try await books.register.caseFile(receipt.caseFile)
        #expect(file.restriction == Restriction(ground: .implicatesManager) && file.reception.transcription != nil)
        await #expect(throws: Register.Failure.differentSubmission) {
            try await books.register.receive(try letter())
        }
        try await books.register.keepCheckpoint()
        #expect(try await books.register.inspect().cases == 1)
        await books.close()
    }

    // Shows: R-04
    @Test(arguments: Engine.available) func `is nothing without how it came, nor by whoever only reads`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        var bare = try letter()
        bare.transcription = nil
        var reader = try letter()
        reader.author = .officer(Officer(id: "controle-1", roles: [.internalControl]))
        for intake in [bare, reader] {
            await #expect(throws: Refusal.notAllowed) { try await books.register.receive(intake) }
        }
        #expect(try await books.register.countReceptions(CaseFilter()) == .exactly(0))
        await books.close()
    }
}
