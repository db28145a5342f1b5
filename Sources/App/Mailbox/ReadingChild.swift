import Foundation
import Logging
import Mail
import MailReading
import NIOPosix
import Synchronization

/// Reads mails in a confined child, one after another: whatever a mail does to its reader, the server goes on, the mail is
/// kept as it came, and the next one has a fresh reader (S-77).
final class ReadingChild: Sendable {
    private let program: String
    private let arguments: [String]
    private let patience: Duration
    private let logger: Logger
    private let isWarned = Atomic(false)
    private let process = Mutex<ReadingProcess?>(nil)

    /// - Parameters:
    ///   - program: what is started; without a word, this very program, even where its file was replaced meanwhile.
    ///   - patience: how long a mail may take by the clock. Of the processor it may have two seconds.
    ///   - logger: is told why a child was ended, and nothing of what it read.
    init(
        program: String = "/proc/self/exe",
        arguments: [String] = ["read-mail"],
        patience: Duration = .seconds(15),
        logger: Logger = Logger(label: "doleances")
    ) {
        self.program = program
        self.arguments = arguments
        self.patience = patience
        self.logger = logger
    }

    deinit {
        process.withLock { process in
            process?.end()
            process = nil
        }
    }

    /// What is in a mail. It never throws: what cannot be read says why.
    func read(_ raw: [UInt8]) async -> MailReading {
        guard raw.count <= MailReader.mostBytes else { return .unreadable(.tooBig) }
        let reading = try? await NIOThreadPool.singleton.runIfActive { self.readHere(raw) }
        return reading ?? .unreadable(.unavailable)
    }

    /// Whether the system keeps the child to what it was left; nil where there is no child. Limits it has in any case.
    func isSealed() async -> Bool? {
        let sign = try? await NIOThreadPool.singleton.runIfActive {
            self.process.withLock { process in
                if process == nil { process = try? self.start() }
                return process?.sign
            }
        }
        return (sign ?? nil).map { $0 == .sealed }
    }

    /// The child that reads now.
    var pid: Int32? { process.withLock { $0?.pid } }

    private func start() throws -> ReadingProcess {
        let process = try ReadingProcess(program, arguments, until: .now + patience)
        if process.sign == .limited, !isWarned.exchange(true, ordering: .relaxed) {
            logger.warning("mail reader not sealed")
        }
        return process
    }

    /// One mail at a time. A child that others have used has a second chance: it may be they that spoiled it.
    private func readHere(_ raw: [UInt8]) -> MailReading {
        process.withLock { process in
            let isUsed = (process?.answered ?? 0) > 0
            let reading = once(raw, &process)
            if case .unreadable = reading, isUsed { return once(raw, &process) }
            return reading
        }
    }

    private func once(_ raw: [UInt8], _ process: inout ReadingProcess?) -> MailReading {
        guard var child = process ?? (try? start()) else { return .unreadable(.unavailable) }
        process = nil
        do {
            let answer = try child.ask(raw, until: .now + patience)
            if child.isSpent { child.end() } else { process = child }
            if let mail = ReadingFrames.read(answer) { return .read(mail) }
            process?.end()
            process = nil
            return unreadable(.nonsense)
        } catch {
            return unreadable(Self.reason(error, endedBy: child.end()))
        }
    }

    private func unreadable(_ reason: MailReading.Reason) -> MailReading {
        logger.warning("mail reader ended", metadata: ["reason": "\(reason.rawValue)"])
        return .unreadable(reason)
    }

    private static func reason(_ fault: ReadingProcess.Fault, endedBy signal: Int32) -> MailReading.Reason {
        switch fault {
        case .late: .timeout
        case .nonsense: .nonsense
        case .gone: signal == SIGPROF || signal == SIGXCPU ? .timeout : .crash
        }
    }
}
