import Complaints
import Logging
import Pages
import Registry
import ServiceLifecycle

/// Writes the daily letters on the morning of a working day, to be brought with the notices. Each is written once, whatever
/// servers there are and however often they start; a day on which none ran has none.
struct WriteDailyLetters: Service {
    let registers: RegisterDirectory
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
        await registers.each("daily letter", logger) { try await write(for: $0) }
    }

    private func write(for register: Register) async throws {
        let procedure = try await register.currentProcedure()
        for letter in try await register.dailyLettersDue(under: procedure) {
            let isSent = !letter.lines.isEmpty
            let message = isSent ? writer(register.organisation).compose(letter, under: procedure).message : []
            try await register.keep(letter, message: message)
        }
    }
}
