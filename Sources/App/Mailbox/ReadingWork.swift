import CConfinement
import Foundation
import MailReading

/// The work of the confined child (S-77): it gives up all that it does not need, then reads mails, one after another, that
/// come on its standard input, and answers on its standard output.
public enum ReadingWork {
    /// What a mail may take of the processor, and what the process may, in seconds (S-76, S-77).
    private static let secondsOfMail = 2
    private static let secondsOfAll: UInt64 = 10
    /// Beyond what is there at the start, in bytes.
    private static let space: UInt64 = 512 << 20

    /// After so much a fresh process goes on: none can be spoiled for long, and none comes near its limits.
    private static let mostMails = 200
    private static let mostMilliseconds = 5_000

    /// What the child says of itself first, and with every answer.
    enum Sign: UInt8 {
        /// It has limits, and may do nothing but read and answer.
        case sealed = 1
        /// It has limits, but the system has no filter for what it asks.
        case limited = 2
        /// It has no limits: it reads nothing.
        case open = 3
        /// It goes on with another mail.
        case ready = 4
        /// It ends with this answer.
        case last = 5
    }

    /// Reads until there is no more; then the process is to end.
    public static func run() {
        MailReader.prepare()
        // What encoding opens is opened before nothing can be any more.
        _ = try? ReadingFrames.answer(MailReader.read(Array("Subject: =?utf-8?q?=C3=A9?=\n\nx".utf8)))
        let sign = confine()
        send([sign.rawValue])
        if sign == .open { return }
        for number in 1... {
            guard let head = receive(4), ReadingFrames.count(head) <= MailReader.mostBytes,
                let raw = receive(ReadingFrames.count(head))
            else { return }
            cconfinement_allow(secondsOfMail)
            guard let answer = try? ReadingFrames.answer(MailReader.read(raw)) else { return }
            cconfinement_allow(0)
            let isLast = number >= mostMails || cconfinement_used() > mostMilliseconds || raw.count > 8 << 20
            send([(isLast ? Sign.last : .ready).rawValue] + ReadingFrames.length(answer.count))
            send(answer)
            if isLast { return }
        }
    }

    private static func confine() -> Sign {
        guard cconfinement_limit_all(secondsOfAll, mapped + space) else { return .open }
        return cconfinement_seal() ? .sealed : .limited
    }

    /// The address space that the program itself takes, in bytes.
    private static var mapped: UInt64 {
        let pages = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ").first
        return (pages.flatMap { UInt64($0) } ?? 0) * UInt64(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// So many bytes of the standard input; nil where it ends first.
    private static func receive(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var position = 0
        while position < count {
            let taken = bytes.withUnsafeMutableBytes {
                read(0, $0.baseAddress.map { $0 + position }, count - position)
            }
            if taken < 0, errno == EINTR { continue }
            guard taken > 0 else { return nil }
            position += taken
        }
        return bytes
    }

    /// Writes all to the standard output; whoever does not take it has gone.
    private static func send(_ bytes: [UInt8]) {
        var position = 0
        while position < bytes.count {
            let given = bytes.withUnsafeBytes { write(1, $0.baseAddress.map { $0 + position }, bytes.count - position) }
            if given < 0, errno == EINTR { continue }
            guard given > 0 else { return }
            position += given
        }
    }
}
