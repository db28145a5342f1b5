import Foundation

/// A program of the machine, run by a test: what it says is kept, and it never outlives the process of the tests.
public final class Child: Sendable {
    /// How a program ended, and what it said.
    public typealias Outcome = (status: Int32, output: String, errors: String)

    private let process: Process
    private let leash: Pipe
    private let folder: URL
    private let end: Task<Int32, Never>

    /// Runs a program to its end, with `input` on its standard input.
    ///
    /// - Parameter environment: what it finds there instead of our own environment.
    public static func run(
        _ path: String,
        _ arguments: [String],
        input: [UInt8]? = nil,
        environment: [String: String]? = nil
    ) async throws -> Outcome {
        let child = try Child(path, arguments, input: input ?? [], environment: environment)
        let status = await child.wait()
        return (status, child.output, child.errors)
    }

    /// Starts a program that goes on until it is ended, or until the process of the tests ends, however it does.
    public static func start(
        _ path: String,
        _ arguments: [String],
        environment: [String: String]? = nil
    ) throws -> Child {
        try Child(path, arguments, input: [], environment: environment)
    }

    private init(_ path: String, _ arguments: [String], input: [UInt8], environment: [String: String]?) throws {
        folder = URL(filePath: Scratch.newPath("child"), directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let streams = folder
        for stream in ["output", "errors"] { try Data().write(to: streams.appending(path: stream)) }
        try Data(input).write(to: folder.appending(path: "input"))
        process = Process()
        leash = Pipe()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", Self.leashed, folder.appending(path: "input").path(), path] + arguments
        if let environment { process.environment = environment }
        process.standardInput = leash
        let said = try ["output", "errors"].map { try FileHandle(forWritingTo: streams.appending(path: $0)) }
        // Foundation keeps them open with the process's object; its own `run` falls over a thousand open descriptors.
        defer { for stream in said { try? stream.close() } }
        process.standardOutput = said[0]
        process.standardError = said[1]
        let (ended, ending) = AsyncStream.makeStream(of: Int32.self)
        let leash = leash
        process.terminationHandler = { process in
            try? leash.fileHandleForWriting.close()
            let signalled = process.terminationReason == .uncaughtSignal
            ending.yield(signalled ? 128 + process.terminationStatus : process.terminationStatus)
            ending.finish()
        }
        end = Task { await ended.first { _ in true } ?? -1 }
        try process.run()
    }

    deinit {
        if process.isRunning { sendSignal(SIGKILL) }
        try? FileManager.default.removeItem(at: folder)
    }

    /// Its process identifier.
    public var pid: Int32 { process.processIdentifier }

    /// What it has written on its standard output so far.
    public var output: String { said("output") }

    /// What it has written on its standard error so far.
    public var errors: String { said("errors") }

    /// Waits until its standard output holds these words. - Throws: `NeverSaid` after two minutes.
    public func says(_ words: String) async throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while !output.contains(words) {
            guard ContinuousClock.now < deadline else { throw NeverSaid(words: words, errors: errors) }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// A program did not say what a test waits for.
    public struct NeverSaid: Error {
        /// What it should have said.
        public let words: String
        /// What it said on its standard error.
        public let errors: String
    }

    /// Waits for its end: its exit status, or 128 and the signal that ended it.
    @discardableResult public func wait() async -> Int32 { await end.value }

    /// Asks it to end (SIGTERM), and waits until it has.
    @discardableResult public func terminate() async -> Int32 {
        sendSignal(SIGTERM)
        return await wait()
    }

    /// Ends it on the spot (SIGKILL), and waits until it has gone.
    @discardableResult public func kill() async -> Int32 {
        sendSignal(SIGKILL)
        return await wait()
    }

    /// Sends it a signal, if it still runs.
    public func sendSignal(_ signal: Int32) {
        if process.isRunning { Foundation.kill(pid, signal) }
    }

    private func said(_ stream: String) -> String {
        let data = try? Data(contentsOf: folder.appending(path: stream))
        return String(decoding: data ?? Data(), as: UTF8.self)
    }

    /// The shell becomes the program; before that it leaves behind a guard which kills it when our end of the pipe
    /// closes. (`PR_SET_PDEATHSIG` would fire when the *thread* that started it ends, which pools do at any time.)
    private static let leashed = """
        exec 3<&0
        (for fd in /proc/self/fd/*; do fd=${fd##*/}; ((fd > 3)) && eval "exec $fd>&-"; done
        read -r _ <&3; kill -KILL $$) >/dev/null 2>&1 &
        exec 3<&- <"$0"; exec "$@"
        """
}
