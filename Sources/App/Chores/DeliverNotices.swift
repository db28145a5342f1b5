import Complaints
import Logging
import Mail
import Pages
import Post
import Registry
import ServiceLifecycle

/// Brings notices about the way into a case file to the relay. They are written as they leave, and kept no longer than it
/// takes: no page shows them, and the log does not know them.
struct DeliverNotices: Service {
    let registers: RegisterDirectory
    let office: any PostOffice
    /// How an organisation's notices are worded.
    let writer: @Sendable (Organisation) -> LetterWriter
    /// How long a notice is kept from other servers while it is brought, in seconds: longer than the post office may take.
    var hold = Register.claimLifetime
    let logger: Logger

    /// How many notices of an organisation are brought before it is the next one's turn.
    private static let most = 20

    func run() async throws {
        for await _ in EverySecond().cancelOnGracefulShutdown() { await round() }
    }

    /// One round over all organisations.
    func round() async {
        await registers.each("notices", logger) { try await deliver(from: $0) }
    }

    private func deliver(from register: Register) async throws {
        for _ in 0..<Self.most {
            guard !Task.isShuttingDownGracefully, let notice = try await register.claimNotice(for: hold) else { return }
            let procedure = try await register.currentProcedure()
            let message = writer(register.organisation).compose(notice, under: procedure).message
            guard !message.isEmpty, let recipient = EmailAddress(notice.recipient) else {
                try await register.noticeSettled(notice)
                continue
            }
            // A null sender keeps robots from answering (S-43).
            let delivery = await office.deliver(message, envelope: Envelope(sender: nil, recipient: recipient))
            switch delivery {
            case .accepted: try await register.noticeSettled(notice)
            case .deferred(let obstacle, _):
                logger.warning("notice deferred", metadata: ["obstacle": "\(obstacle.rawValue)"])
                try await register.noticeDeferred(notice)
            case .refused(let code, _):
                logger.warning("notice refused", metadata: ["code": "\(code)"])
                try await register.noticeSettled(notice)
            }
        }
    }
}
