import Complaints
import Crypto
import Foundation
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
            try await MailboxReading(box: IMAPMailbox(mailbox.settings), name: name, register: register).run()
        } catch let withheld as WithheldMails {
            logger.warning("mails withheld", metadata: ["uids": "\(withheld.uids)"])
            try await note(withheld.failure, of: name, in: register)
        } catch let failure as IMAPFailure {
            try await note(failure, of: name, in: register)
        }
    }

    private func note(_ failure: IMAPFailure, of name: String, in register: Register) async throws {
        // The next look begins anew: that of a mailbox which has just changed is no trouble.
        guard let trouble = MailboxTrouble(failure) else { return }
        logger.warning("mailbox not read", metadata: ["obstacle": "\(trouble.rawValue)"])
        try await register.noteMailbox(name, trouble: trouble)
    }
}

/// Mails that a mailbox has and that its server cannot give, though it gave the others.
private struct WithheldMails: Error {
    let uids: [Int]
    let failure: IMAPFailure
}

/// One look into one mailbox.
struct MailboxReading: Sendable {
    let box: IMAPMailbox
    let name: String
    let register: Register

    /// How often what is missing is asked for before the look is given up.
    private static let tries = 3
    /// How many mails that the server cannot give are passed over in one look.
    private static let passes = 20

    /// - Throws: `IMAPFailure`; `WithheldMails`; `StorageError`.
    func run() async throws {
        let standing = try await box.standing()
        let known = try await register.standing(ofMailbox: name)
        var through = known?.validity == standing.validity ? known?.through ?? 0 : 0
        let last = standing.next - 1
        var withheld: [Int: IMAPFailure] = [:]
        while through < last, !Task.isShuttingDownGracefully {
            let end = min(through + IMAPMailbox.window, last)
            try await take(through + 1...end, of: standing.validity, &withheld)
            if end < last, withheld.isEmpty {
                try await register.noteMailbox(name, validity: standing.validity, through: end)
            }
            through = end
        }
        guard through >= last else { return }
        if let failure = withheld.values.first {
            throw WithheldMails(uids: withheld.keys.sorted(), failure: failure)
        }
        // A folder that takes nothing is a trouble that lasts: it is not over before it was tried.
        if box.movesAway, last > 0 { try await moveAway(upTo: last, of: standing.validity) }
        try await register.noteMailboxRead(name, validity: standing.validity, through: last)
    }

    /// Keeps every mail of a range that is not kept yet. One that the server cannot give keeps back none of those after it:
    /// only then the look has failed.
    private func take(
        _ range: ClosedRange<Int>,
        of validity: Int,
        _ withheld: inout [Int: IMAPFailure]
    ) async throws {
        for _ in 0..<Self.tries {
            let uids = try await box.uids(in: range, validity: validity)
            let kept = try await register.knownMails(in: name, validity: validity, among: uids)
            let missing = uids.filter { !kept.contains($0) && withheld[$0] == nil }
            if try await fetch(missing, of: validity, &withheld) { return }
        }
        throw IMAPFailure.interrupted
    }

    /// Keeps mails, some at a time, and notes those that the server cannot give. - Returns: false where one was not to be had:
    /// whether it is gone, a search tells.
    private func fetch(_ uids: [Int], of validity: Int, _ withheld: inout [Int: IMAPFailure]) async throws -> Bool {
        var missing = uids
        while let first = missing.first {
            guard !Task.isShuttingDownGracefully else { throw CancellationError() }
            let mails: [Int: IMAPMail]
            do throws(IMAPFailure) {
                mails = try await box.fetch(missing, validity: validity)
            } catch {
                guard error != .changed, withheld.count < Self.passes else { throw error }
                withheld[first] = error
                missing.removeFirst()
                continue
            }
            guard !mails.isEmpty else { return false }
            for uid in missing {
                guard let mail = mails[uid] else { continue }
                try await keep(mail, at: MailPlace(mailbox: name, validity: validity, uid: uid))
            }
            missing.removeAll { mails[$0] != nil }
        }
        return true
    }

    private func keep(_ mail: IMAPMail, at place: MailPlace) async throws {
        switch mail {
        case .whole(let bytes):
            let digest = hexadecimal(SHA256.hash(data: Data(bytes)))
            try await register.keepMail(bytes, digest: digest, at: place)
        case .tooLarge: try await register.noteTooLarge(at: place)
        }
    }

    /// How many mails are read again and moved at once: what a failure costs.
    private static let movedAtOnce = 100

    /// Moves what is kept, byte for byte, out of the way: only where the settings say so.
    private func moveAway(upTo last: Int, of validity: Int) async throws {
        let uids = try await box.uids(in: max(1, last - IMAPMailbox.window + 1)...last, validity: validity)
        for start in stride(from: 0, to: uids.count, by: Self.movedAtOnce) {
            let some = Array(uids[start...].prefix(Self.movedAtOnce))
            let safe = try await register.mailsKeptWhole(in: name, validity: validity, among: some)
            try await box.moveAway(safe, validity: validity)
        }
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
