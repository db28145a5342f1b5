import Complaints
import Logging
import Mail
import Registry
import ServiceLifecycle

/// Reads the mails that are kept, and does with each what it was sorted as. Each step is on record before the next begins, and
/// may be done over again: whatever a server dies over, another takes up (S-74).
struct SortMails: Service {
    let registers: RegisterDirectory
    let room: any MailReadingRoom
    /// Where our letters come from; what it ends with ends their identifiers.
    let sender: EmailAddress
    /// Our own addresses, in lower case, besides the provider's.
    var ownAddresses: Set<String> = []
    let logger: Logger

    /// How many mails of an organisation are sorted before it is the next one's turn.
    private static let most = 20
    /// How often a mail is begun before it is given up to a person: books that cannot be written for an hour cost as many.
    private static let attempts = 100

    func run() async throws {
        for await _ in Every(seconds: 1).cancelOnGracefulShutdown() { await round() }
    }

    /// One round over all organisations.
    func round() async {
        await registers.each("mail sorting", logger) { register in
            for _ in 0..<Self.most {
                guard !Task.isShuttingDownGracefully, let mail = try await register.claimMail() else { return }
                do {
                    try await sort(mail, in: register)
                } catch is ReadingUnavailable {
                    logger.warning("mail not read yet")
                    return
                }
            }
        }
    }

    private func sort(_ mail: PendingMail, in register: Register) async throws {
        let reading = mail.isUnread ? try await read(mail, in: register) : mail.reading
        guard let reading, mail.attempts <= Self.attempts else {
            try await register.sort(mail, as: MailSorting(.unreadable, .unread))
            return
        }
        let surroundings = try await register.surroundings(
            of: reading,
            besides: mail.id,
            ours: try await register.ownAddresses(besides: ownAddresses.union([sender.text.lowercased()])),
            domain: String(sender.domain)
        )
        try await settle(mail, reading, reading.sorted(among: surroundings), in: register)
    }

    /// What can be read of it, kept; nil where nothing can.
    private func read(_ mail: PendingMail, in register: Register) async throws -> IncomingMail? {
        let read = try await room.read(try await register.bytes(of: mail))
        let files = try await register.stage(read?.files ?? [])
        let reading = read.map { IncomingMail($0) }
        try await register.note(reading, with: files, of: mail)
        return reading
    }

    private func settle(
        _ mail: PendingMail,
        _ reading: IncomingMail,
        _ sorting: MailSorting,
        in register: Register
    ) async throws {
        switch sorting.sort {
        case .reception: try await receive(mail, reading, in: register)
        case .message:
            do {
                try await register.add(mail, as: reading, sorting)
            } catch is Refusal {
                // The case takes nothing more: somebody must see to it.
                try await register.sort(mail, as: MailSorting(.toRead, .suggestedCase, sorting.caseFile))
            }
        case .formRequest: try await register.reply(to: mail, reading, sorting)
        case .bounce: try await register.takeBack(mail, reading, sorting)
        case .toRead, .automatic, .spam, .other, .unreadable: try await register.sort(mail, as: sorting)
        }
        logger.info("mail sorted", metadata: ["sort": "\(sorting.sort.rawValue)"])
    }

    /// Received as it is, by the hand of its author. Received twice, it is received once.
    private func receive(_ mail: PendingMail, _ reading: IncomingMail, in register: Register) async throws {
        let intake = Register.Intake(
            channel: .email,
            sentOn: reading.sentOn(receivedAt: mail.keptAt),
            original: reading.original(with: try await register.pieces(of: mail.id)),
            submission: register.submission(of: mail.id)
        )
        do {
            let receipt = try await register.receive(intake)
            try await register.sort(mail, .grievance, receivedAs: receipt.caseFile)
        } catch is Refusal {
            try await register.sort(mail, as: MailSorting(.toRead, .grievance))
        }
    }
}
