import Complaints
import Registry
import TestSupport
import Testing

@Suite struct `Ten thousand guesses` {
    // Shows: S-47
    @Test(arguments: Engine.available) func `from a thousand addresses open no case and lock none`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let secret = TrackingSecret(random: (1...17).map(UInt8.init))
        let intake = Register.Intake(
            channel: .form,
            original: Story.original,
            submission: Submission(id: [UInt8](repeating: 7, count: 16)),
            secret: secret
        )
        _ = try await books.register.receive(intake)
        let register = books.register
        try await withThrowingTaskGroup(of: Void.self) { group in
            for guesser in 0..<1_000 {
                group.addTask {
                    for guess in 0..<10 {
                        let random =
                            [UInt8](repeating: UInt8(guess), count: 15) + [UInt8(guesser / 250), UInt8(guesser % 250)]
                        let entry = try await register.openFollowUp(
                            typed: TrackingSecret(random: random).readable,
                            from: "10.0.\(guesser / 250).\(guesser % 250)"
                        )
                        guard case .refused = entry else {
                            Issue.record("guess \(guess) of \(guesser): \(entry)")
                            return
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        guard case .opened = try await register.openFollowUp(typed: secret.readable, from: "192.0.2.1") else {
            Issue.record("the case is locked")
            return
        }
        await books.close()
    }
}
