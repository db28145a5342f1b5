import Complaints
import Logging
import Pages
import Registry
import ServiceLifecycle

/// Writes the weekly letters on Monday morning, to be brought with the notices. Each is written once, whatever servers
/// there are and however often they start; a week in which none ran has none.
struct WriteWeeklyLetters: Service {
    let registers: RegisterDirectory
    /// How a register's service stands.
    let upkeep: @Sendable (Register) async throws -> UpkeepFacts
    /// How an organisation's letters are worded.
    let writer: @Sendable (Organisation) -> LetterWriter
    let logger: Logger

    /// Seconds between two looks.
    private static let pause = 60

    func run() async throws {
        for await _ in Every(seconds: Self.pause).cancelOnGracefulShutdown() { await round() }
    }

    /// One round over all organisations.
    func round() async {
        await registers.each("weekly letter", logger) { try await write(for: $0) }
    }

    private func write(for register: Register) async throws {
        let due = try await register.weeklyLettersDue()
        guard !due.isEmpty else { return }
        let (lines, procedure) = (try await upkeep(register).lines, try await register.currentProcedure())
        for letter in due {
            let composed = writer(register.organisation).compose(letter.with(lines), under: procedure)
            try await register.keep(letter, message: composed.message)
        }
    }
}
