private import Dispatch

/// A mailbox that mails are read from, as it stands.
public struct IMAPStanding: Sendable, Hashable {
    /// UIDVALIDITY: with another one, every UID is another mail.
    public let validity: Int
    /// The UID that the next mail will have at least.
    public let next: Int

    public init(validity: Int, next: Int) {
        self.validity = validity
        self.next = next
    }
}

/// What became of one mail that was asked for.
public enum IMAPMail: Sendable, Hashable {
    /// Its bytes.
    case whole([UInt8])
    /// It is longer than what is taken.
    case tooLarge
}

/// Why a mailbox could not be read.
public enum IMAPFailure: String, Error, Sendable, Hashable, CaseIterable {
    /// No such server, or nothing answers there.
    case unreachable
    /// No TLS, or a certificate that is not the server's: nothing was said (S-79).
    case insecure
    /// The server does not accept our name and password.
    case unauthenticated
    /// It says what makes no sense, or that there is no such mailbox.
    case refused
    /// It did not answer in time.
    case timedOut
    /// The connection was lost on the way.
    case interrupted
    /// The mail is gone, or UIDVALIDITY is another one: to be looked at anew.
    case changed
}

/// A mailbox, read by libcurl: TLS required and verified, one mail per fetch by its UID and UIDVALIDITY (K6). Whether a mail
/// was seen, by whomever, is neither asked nor believed.
///
/// libcurl blocks, so all of it runs on a queue of its own, and never on a thread that serves pages.
public struct IMAPMailbox: Sendable {
    /// Bytes of a mail that is taken (S-76).
    public static let longest = 50 << 20
    /// Bytes that are fetched in one go, unless the first mail is longer.
    static let most = 8 << 20
    /// UIDs that are asked for in one search: the line of the answer stays below what libcurl keeps of one.
    public static let window = 20_000

    private let settings: IMAPSettings
    private let queue = DispatchQueue(label: "doleances.mailbox")

    /// A mailbox. Nothing is connected before it is asked something.
    public init(_ settings: IMAPSettings) { self.settings = settings }

    /// How it stands.
    public func standing() async throws(IMAPFailure) -> IMAPStanding {
        try await ask { session throws(IMAPFailure) in try session.standing() }
    }

    /// The UIDs that it has in a range of at most `window`, in order. - Throws: `changed` where its UIDVALIDITY is another.
    public func uids(in range: ClosedRange<Int>, validity: Int) async throws(IMAPFailure) -> [Int] {
        try await ask { session throws(IMAPFailure) in try session.uids(in: range, validity: validity) }
    }

    /// Fetches mails in order, as many as make a few megabytes; one that is gone meanwhile is left out, and what is not
    /// reached is asked for again. - Throws: why the first could not be had; `changed` where its UIDVALIDITY is another.
    public func fetch(_ uids: [Int], validity: Int) async throws(IMAPFailure) -> [Int: IMAPMail] {
        try await ask { session throws(IMAPFailure) in
            var (mails, sum): ([Int: IMAPMail], Int) = ([:], 0)
            for uid in uids where sum < Self.most {
                let mail: IMAPMail?
                do throws(IMAPFailure) {
                    mail = try session.fetch(uid, validity: validity)
                } catch {
                    if uid == uids.first { throw error }
                    break
                }
                mails[uid] = mail
                if case .whole(let bytes) = mail { sum += bytes.count }
            }
            return mails
        }
    }

    /// Moves mails to the folder of what is done, if the settings name one.
    public func moveAway(_ uids: [Int], validity: Int) async throws(IMAPFailure) {
        guard let folder = settings.done, !uids.isEmpty else { return }
        try await ask { session throws(IMAPFailure) in
            try session.move(uids, to: folder, validity: validity)
        }
    }

    /// Whether mails are moved away once they are kept.
    public var movesAway: Bool { settings.done != nil }

    private func ask<T: Sendable>(
        _ question: @escaping @Sendable (IMAPSession) throws(IMAPFailure) -> T
    ) async throws(IMAPFailure) -> T {
        let outcome: Result<T, IMAPFailure> = await withCheckedContinuation { continuation in
            queue.async { [settings] in
                do throws(IMAPFailure) {
                    continuation.resume(returning: .success(try question(try IMAPSession(settings))))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try outcome.get()
    }
}
