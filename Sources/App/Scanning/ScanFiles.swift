import Complaints
import Logging
import Registry
import ServiceLifecycle

/// Asks the virus scanner about every document of a case, and every mail, that it has not spoken of (S-37). Nothing waits
/// for it: a complaint is received, and a document can be opened, whatever the scanner does.
struct ScanFiles: Service {
    let registers: RegisterDirectory
    let scanner: ClamdScanner
    let logger: Logger

    /// How many documents of an organisation are asked about before it is the next one's turn.
    private static let most = 20
    /// Seconds before a scanner that is silent is asked again.
    private static let pause = 60

    func run() async throws {
        var rest = 0
        for await _ in Every(seconds: 1).cancelOnGracefulShutdown() {
            rest = max(0, rest - 1)
            if rest == 0, await !round() { rest = Self.pause }
        }
    }

    /// One round over all organisations: false where the scanner is silent.
    func round() async -> Bool {
        var answers = true
        await registers.each("scan", logger) { register in
            if answers { answers = try await scan(register) }
        }
        if !answers { logger.warning("virus scanner is silent") }
        return answers
    }

    private func scan(_ register: Register) async throws -> Bool {
        for _ in 0..<Self.most {
            guard !Task.isShuttingDownGracefully, let file = try await register.unscanned() else { return true }
            let asking = scanner
            let verdict = try await cancelWhenGracefulShutdown {
                try await asking.scan { try await register.chunk($0, of: file.id) }
            }
            switch verdict {
            case .clean: try await register.keepScan(of: file.id, finding: nil)
            case .found(let name):
                try await register.keepScan(of: file.id, finding: name)
                logger.warning("virus scanner found something", metadata: ["attachment": "\(file.id)"])
            case .unsaid:
                try await register.postponeScan(of: file.id)
                logger.warning("virus scanner could not say", metadata: ["attachment": "\(file.id)"])
            case .silent: return false
            }
        }
        return true
    }
}
