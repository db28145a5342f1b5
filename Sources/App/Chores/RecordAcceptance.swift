import Logging
import Registry
import ServiceLifecycle
import Storage
import Web

/// Records that the relay took a letter. Until that is done the letter would be sent again, so it is tried until the
/// database is back, and for some seconds only where the server is to stop.
struct RecordAcceptance: Sendable {
    let letter: OutgoingLetter
    let reply: String
    let register: Register
    let logger: Logger

    /// How often it is tried where waiting longer would not help: some 25 seconds in all.
    private static let most = 8
    private static let longestPause = Duration.seconds(30)

    func callAsFunction() async {
        var pause = Duration.milliseconds(200)
        var tries = 0
        while true {
            do {
                let isNew = try await register.letterAccepted(letter, reply: reply)
                if !isNew { logger.notice("letter sent was on record", metadata: ["letter": "\(letter.id)"]) }
                return
            } catch {
                tries += 1
                tell("letter sent is not on record yet", error)
                let mayPass = error is StorageError
                let isWorthWaiting = (error as? StorageError)?.passesByItself == true && !Task.isShuttingDownGracefully
                guard mayPass, isWorthWaiting || tries < Self.most else { break }
                try? await Task.sleep(for: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
        await giveUp()
    }

    /// The log cannot take it: a person must see to the letter, and it is not sent again.
    private func giveUp() async {
        do {
            try await register.letterUnrecorded(letter, reply: reply)
        } catch {
            tell("letter sent is not on record, and may be sent again", error)
        }
    }

    private func tell(_ message: Logger.Message, _ error: any Error) {
        logger.error(message, metadata: ["letter": "\(letter.id)", "error": .kind(of: error)])
    }
}

extension StorageError {
    /// Whether the same may go well later: the database is away, busy, slow or full.
    fileprivate var passesByItself: Bool {
        switch self {
        case .unavailable, .outcomeUnknown, .timedOut, .full: true
        case .duplicate, .failed: false
        }
    }
}
