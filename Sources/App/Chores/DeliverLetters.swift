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
    let logger: Logger

    func run() async throws {
        for await _ in EverySecond().cancelOnGracefulShutdown() {
            do {
                for register in try await registers.all() { try await deliver(from: register) }
            } catch {
                logger.warning("outbox", metadata: ["error": "\(String(reflecting: type(of: error)))"])
            }
        }
    }

    /// Sends what is due. Each letter is claimed first, so that two servers never send the same one at once.
    func deliver(from register: Register) async throws {
        for letter in try await register.claimLetters() {
            guard let recipient = EmailAddress(letter.recipient) else {
                try await register.letterRefused(letter, reason: "adresse impossible")
                continue
            }
            try await settle(
                letter,
                await office.deliver(letter.message, envelope: envelope(letter, recipient)),
                register
            )
        }
    }

    /// A null sender keeps robots and bounces from answering an automatic acknowledgement (S-43).
    private func envelope(_ letter: OutgoingLetter, _ recipient: EmailAddress) -> Envelope {
        Envelope(sender: letter.kind == .acknowledgement ? nil : sender, recipient: recipient)
    }

    private func settle(_ letter: OutgoingLetter, _ delivery: Delivery, _ register: Register) async throws {
        switch delivery {
        case .accepted(let reply): try await register.letterAccepted(letter, reply: reply)
        case .deferred(let obstacle, let detail):
            logger.warning("letter deferred", metadata: ["obstacle": "\(obstacle.rawValue)"])
            try await register.letterDeferred(letter, reason: "\(obstacle.rawValue) \(detail)")
        case .refused(let code, let reason):
            logger.warning("letter refused", metadata: ["code": "\(code)"])
            try await register.letterRefused(letter, reason: "\(code) \(reason)")
        }
    }
}
