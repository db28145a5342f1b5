import Complaints
import Logging
import Post
import Registry
import ServiceLifecycle

/// Looks every minute for what has come into the mailboxes, and keeps it byte for byte. What a mailbox says was read or not is
/// neither asked nor believed: every UID is accounted for in the ledger (S-74), and nothing leaves a mailbox before it is kept
/// and checked (S-75). None waits for another, so that the trouble of each is told within minutes.
struct ReadMailboxes: Service {
    let registers: RegisterDirectory
    let mailboxes: [Settings.OwnMailbox]
    let logger: Logger
    private let sick = SickMails()

    /// Seconds between two looks.
    private static let pause = 60

    func run() async throws {
        await withDiscardingTaskGroup { group in
            for mailbox in mailboxes {
                group.addTask {
                    for await _ in Every(seconds: Self.pause, firstAfter: 2).cancelOnGracefulShutdown() {
                        await look(into: mailbox)
                    }
                }
            }
        }
    }

    /// One look at each mailbox.
    func round() async {
        await withDiscardingTaskGroup { group in
            for mailbox in mailboxes { group.addTask { await look(into: mailbox) } }
        }
    }

    private func look(into mailbox: Settings.OwnMailbox) async {
        let only = (try? await registers.everyOrganisation().count) == 1
        var isOfOne = false
        await registers.each("mailbox", logger) { register in
            guard mailbox.host.map({ $0 == register.organisation.host }) ?? only else { return }
            isOfOne = true
            try await look(into: mailbox, for: register)
        }
        if !isOfOne { logger.warning("mailbox of no organisation") }
    }

    private func look(into mailbox: Settings.OwnMailbox, for register: Register) async throws {
        let name = mailbox.settings.name
        do {
            let box = IMAPMailbox(mailbox.settings)
            try await MailboxReading(box: box, name: name, register: register, sick: sick).run()
        } catch let withheld as WithheldMails {
            logger.warning("mails withheld", metadata: ["uids": "\(withheld.uids.sorted())"])
            try await register.noteMailbox(name, trouble: .withheld)
        } catch let unmoved as UnmovedMails {
            try await note(unmoved.failure, "mails not moved", as: .notMoved, of: name, in: register)
        } catch let failure as IMAPFailure {
            try await note(failure, "mailbox not read", of: name, in: register)
        }
    }

    private func note(
        _ failure: IMAPFailure,
        _ words: String,
        as trouble: MailboxTrouble? = nil,
        of name: String,
        in register: Register
    ) async throws {
        // The next look begins anew: that of a mailbox which has just changed is no trouble.
        guard let obstacle = MailboxTrouble(failure) else { return }
        logger.warning("\(words)", metadata: ["obstacle": "\(obstacle.rawValue)"])
        try await register.noteMailbox(name, trouble: trouble ?? obstacle)
    }
}

extension MailboxTrouble {
    /// Nil for what is none.
    init?(_ failure: IMAPFailure) {
        switch failure {
        case .unreachable: self = .unreachable
        case .insecure: self = .insecure
        case .unauthenticated: self = .unauthenticated
        case .refused: self = .refused
        case .timedOut: self = .timedOut
        case .interrupted: self = .interrupted
        case .changed: return nil
        }
    }
}
