public import Foundation

/// Where the tests of this process keep their files: one folder, gone a second after the process, however it ends.
public enum Scratch {
    /// Its path, without a slash at the end.
    public static let path: String = {
        let name = "doleances-tests-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString.prefix(8))"
        let path = FileManager.default.temporaryDirectory.appending(path: name).path()
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let broom = Process()
        broom.executableURL = URL(filePath: "/bin/bash")
        broom.arguments = ["\(Repository.root)/Tests/TestSupport/sweep.sh", String(getpid()), path]
        for stream in [\Process.standardOutput, \.standardError, \.standardInput] {
            broom[keyPath: stream] = FileHandle.nullDevice
        }
        try? broom.run()
        broom.waitUntilExit()
        return path
    }()

    /// A path in it that nothing has yet.
    public static func newPath(_ name: String) -> String { "\(path)/\(name)-\(UUID().uuidString)" }
}

/// Runs `body` with an empty folder that is gone afterwards.
public func withTemporaryFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = URL(filePath: Scratch.newPath("folder"), directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}
