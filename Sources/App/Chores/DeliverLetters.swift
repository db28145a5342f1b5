import Complaints
import Logging
import Mail
import Post
import Registry
import ServiceLifecycle

/// Brings the letters of the outbox to the relay.
struct DeliverLetters: Service {
    let registers: RegisterDirectory
    let office: any PostOffice
    /// Where bounces of letters written by people come back to.
    let sender: EmailAddress
    /// How long a letter is kept from other servers while it is brought, in seconds: longer than the post office may take.
    var hold = Register.claimLifetime
    let logger: Logger

    /// How many letters of an organisation are brought before it is the next one's turn.
    private static let most = 20

    func run() async throws {
        for await _ in Every(seconds: 1).cancelOnGracefulShutdown() { await round() }
    }

    /// One round over all organisations.
    func round() async {
        await registers.each("outbox", logger) { try await deliver(from: $0) }
    }

    /// Sends what is due. Each letter is claimed just before it goes, so that two servers never send the same one, and
    /// none is once the server is to stop.
    func deliver(from register: Register) async throws {
        for _ in 0..<Self.most {
            guard !Task.isShuttingDownGracefully, let letter = try await register.claimLetter(for: hold) else { return }
            guard let recipient = EmailAddress(letter.recipient) else {
                try await register.letterRefused(letter, .address)
                continue
            }
            let delivery = await office.deliver(letter.message, envelope: envelope(letter, recipient))
            try await settle(letter, delivery, register)
        }
    }

    /// A null sender keeps robots and bounces from answering an automatic acknowledgement (S-43).
    private func envelope(_ letter: OutgoingLetter, _ recipient: EmailAddress) -> Envelope {
        Envelope(sender: letter.kind == .acknowledgement ? nil : sender, recipient: recipient)
    }

    private func settle(_ letter: OutgoingLetter, _ delivery: Delivery, _ register: Register) async throws {
        switch delivery {
        case .accepted(let reply):
            let record = RecordAcceptance(letter: letter, reply: reply, register: register, logger: logger)
            // In a task of its own: what the relay has taken is recorded even where this round is cancelled.
            await Task { await record() }.value
        case .deferred(let obstacle, let detail):
            logger.warning("letter deferred", metadata: ["obstacle": "\(obstacle.rawValue)"])
            try await register.letterDeferred(letter, LetterTrouble(obstacle), detail: detail)
        case .refused(let code, let reason):
            logger.warning("letter refused", metadata: ["code": "\(code)"])
            try await register.letterRefused(
                letter,
                .refused,
                detail: reason.hasPrefix("\(code)") ? reason : "\(code) \(reason)"
            )
        }
    }
}

extension LetterTrouble {
    init(_ obstacle: Delivery.Obstacle) {
        self =
            switch obstacle {
            case .unreachable: .unreachable
            case .insecure: .insecure
            case .unauthenticated: .unauthenticated
            case .postponed: .postponed
            case .timedOut: .timedOut
            case .interrupted: .interrupted
            case .misconfigured: .misconfigured
            }
    }
}
