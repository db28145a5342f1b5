import Complaints
import Crypto
import Foundation
import Post
import Registry
import ServiceLifecycle
import Synchronization

/// Mails that a mailbox has and that its server cannot give, though it gave the others.
struct WithheldMails: Error {
    /// Those asked for longest ago first.
    var uids: [Int]
    /// How often the server could not in this look.
    private(set) var times = 0

    init(uids: [Int]) { self.uids = uids }

    mutating func note(_ uid: Int) {
        uids.removeAll { $0 == uid }
        uids.append(uid)
        times += 1
    }
}

/// All was read, and what is kept could not be moved.
struct UnmovedMails: Error {
    let failure: IMAPFailure
}

/// The mails that the server of a mailbox could not give, from one look to the next, so that none of them keeps back what is
/// behind it for ever. Nothing is lost with them.
final class SickMails: Sendable {
    private let uids = Mutex<[String: [Int]]>([:])

    subscript(mailbox: String) -> [Int] {
        get { uids.withLock { $0[mailbox] ?? [] } }
        set { uids.withLock { $0[mailbox] = newValue.isEmpty ? nil : newValue } }
    }
}

/// One look into one mailbox.
struct MailboxReading: Sendable {
    let box: IMAPMailbox
    let name: String
    let register: Register
    let sick: SickMails

    /// How often what is missing is asked for before the look is given up.
    private static let tries = 3
    /// How often in one look the server may fail to give a mail.
    private static let passes = 20

    /// - Throws: `IMAPFailure`; `WithheldMails`; `UnmovedMails`; `StorageError`.
    func run() async throws {
        let standing = try await box.standing()
        let known = try await register.standing(ofMailbox: name)
        let from = known?.validity == standing.validity ? known?.through ?? 0 : 0
        let last = standing.next - 1
        let place = "\(register.organisation.id) \(name) \(standing.validity)"
        var withheld = WithheldMails(uids: sick[place])
        defer { sick[place] = withheld.uids }
        guard try await read(from, last, of: standing.validity, &withheld) else { return }
        // It may have been the trouble of a moment.
        for uid in withheld.uids where withheld.times < Self.passes {
            _ = try await fetch([uid], of: standing.validity, &withheld)
        }
        guard withheld.uids.isEmpty else { throw withheld }
        let moves = box.movesAway && last > 0
        // A folder that takes nothing is a trouble that lasts: it is not over before it was tried.
        let lasting = moves && known?.trouble == .notMoved ? MailboxTrouble.notMoved : nil
        try await register.noteMailboxRead(name, validity: standing.validity, through: last, but: lasting)
        guard moves else { return }
        do {
            try await moveAway(upTo: last, of: standing.validity)
        } catch let failure as IMAPFailure {
            throw UnmovedMails(failure: failure)
        }
        if lasting != nil { try await register.noteMailboxRead(name, validity: standing.validity, through: last) }
    }

    /// Keeps every mail that is not kept yet, but for those that the server could not give. - Returns: false where this
    /// program is to stop meanwhile.
    private func read(
        _ from: Int,
        _ last: Int,
        of validity: Int,
        _ withheld: inout WithheldMails
    ) async throws -> Bool {
        var through = from
        while through < last, !Task.isShuttingDownGracefully {
            let end = min(through + IMAPMailbox.window, last)
            try await take(through + 1...end, of: validity, &withheld)
            if end < last, withheld.uids.allSatisfy({ $0 > end }) {
                try await register.noteMailbox(name, validity: validity, through: end)
            }
            through = end
        }
        return through >= last
    }

    /// Keeps every mail of a range that is not kept yet. One that the server cannot give keeps back none of those after it:
    /// it is asked for once more when all others are kept.
    private func take(
        _ range: ClosedRange<Int>,
        of validity: Int,
        _ withheld: inout WithheldMails
    ) async throws {
        for _ in 0..<Self.tries {
            let uids = try await box.uids(in: range, validity: validity)
            let kept = try await register.knownMails(in: name, validity: validity, among: uids)
            let open = Set(uids).subtracting(kept)
            withheld.uids.removeAll { range.contains($0) && !open.contains($0) }
            let missing = open.subtracting(withheld.uids).sorted()
            if try await fetch(missing, of: validity, &withheld) { return }
        }
        throw IMAPFailure.interrupted
    }

    /// Keeps mails, some at a time, and notes those that the server cannot give. - Returns: false where one was not to be had:
    /// whether it is gone, a search tells.
    private func fetch(
        _ uids: [Int],
        of validity: Int,
        _ withheld: inout WithheldMails
    ) async throws -> Bool {
        var missing = uids
        while let first = missing.first {
            guard !Task.isShuttingDownGracefully else { throw CancellationError() }
            let mails: [Int: IMAPMail]
            do throws(IMAPFailure) {
                mails = try await box.fetch(missing, validity: validity)
            } catch {
                guard error.mayBeOfOneMail, withheld.times < Self.passes else { throw error }
                // It may as well be the server that is gone.
                _ = try await box.standing()
                withheld.note(first)
                missing.removeFirst()
                continue
            }
            guard !mails.isEmpty else { return false }
            for uid in missing {
                guard let mail = mails[uid] else { continue }
                try await keep(mail, at: MailPlace(mailbox: name, validity: validity, uid: uid))
            }
            missing.removeAll { mails[$0] != nil }
            withheld.uids.removeAll { mails[$0] != nil }
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

extension IMAPFailure {
    /// Whether it may concern the mail that was asked for, and no other.
    fileprivate var mayBeOfOneMail: Bool { [.refused, .interrupted, .timedOut].contains(self) }
}
