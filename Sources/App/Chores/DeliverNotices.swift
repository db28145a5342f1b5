import Complaints
import Logging
import Mail
import Pages
import Post
import Registry
import ServiceLifecycle

/// Brings notices about the way into a case file, or into an account, to the relay. They are written as they leave, and
/// kept no longer than it takes: no page shows them, and the log does not know them. Regular letters go with them, written
/// before.
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
        for await _ in Every(seconds: 1).cancelOnGracefulShutdown() { await round() }
    }

    /// One round over all organisations.
    func round() async {
        await registers.each("notices", logger) { try await deliver(from: $0) }
    }

    private func deliver(from register: Register) async throws {
        try await deliver(
            from: register,
            claim: { try await register.claimNotice(for: hold) },
            compose: { writer(register.organisation).compose($0, under: $1) },
            settle: register.noticeSettled,
            putOff: register.noticeDeferred
        )
        try await deliver(
            from: register,
            claim: { try await register.claimAccountNotice(for: hold) },
            compose: { writer(register.organisation).compose($0, under: $1) },
            settle: register.noticeSettled,
            putOff: register.noticeDeferred
        )
        try await deliver(
            from: register,
            claim: { try await register.claimFormReply(for: hold) },
            compose: { writer(register.organisation).compose($0, under: $1) },
            settle: register.formReplySettled,
            putOff: register.formReplyDeferred
        )
        for kind in RegularLetter.allCases {
            try await deliver(
                from: register,
                claim: { try await register.claim(kind, for: hold) },
                compose: { letter, _ in
                    ComposedLetter(recipient: letter.recipient, subject: "", text: "", message: letter.message)
                },
                settle: { try await register.settled($0) },
                putOff: { try await register.deferred($0) }
            )
        }
    }

    /// Brings notices of one kind.
    private func deliver<One>(
        from register: Register,
        claim: () async throws -> One?,
        compose: (One, Procedure) -> ComposedLetter,
        settle: (One) async throws -> Void,
        putOff: (One) async throws -> Void
    ) async throws {
        for _ in 0..<Self.most {
            guard !Task.isShuttingDownGracefully, let notice = try await claim() else { return }
            let letter = compose(notice, try await register.currentProcedure())
            if await isSettled(letter) {
                try await settle(notice)
            } else {
                try await putOff(notice)
            }
        }
    }

    /// Whether there is nothing more to do about a notice: the relay took it, or never will.
    private func isSettled(_ letter: ComposedLetter) async -> Bool {
        guard !letter.message.isEmpty, let recipient = letter.recipient.flatMap({ EmailAddress($0) }) else {
            return true
        }
        // A null sender keeps robots from answering (S-43).
        switch await office.deliver(letter.message, envelope: Envelope(sender: nil, recipient: recipient)) {
        case .accepted: return true
        case .deferred(let obstacle, _):
            logger.warning("notice deferred", metadata: ["obstacle": "\(obstacle.rawValue)"])
            return false
        case .refused(let code, _):
            logger.warning("notice refused", metadata: ["code": "\(code)"])
            return true
        }
    }
}
