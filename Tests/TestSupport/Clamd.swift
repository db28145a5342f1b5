import Foundation

/// A real ClamAV daemon, with one signature of the tests' own, on a socket in a folder of its own and on a free port.
public struct Clamd: Sendable {
    /// What the signature finds.
    public static let marked = Array("xx CE-FICHIER-EST-UN-ESSAI yy\n".utf8)
    /// The name that it gives it.
    public static let finding = "Doleances.Essai.UNOFFICIAL"

    /// Whether this machine has the daemon; without it its tests are skipped, and say so.
    public static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

    /// Its Unix socket.
    public let socket: String
    private let folder: URL

    private static let path = "/usr/sbin/clamd"

    /// Runs `body` with a place for a daemon, which does not run yet.
    public static func run<Result>(_ body: (Clamd) async throws -> Result) async throws -> Result {
        try await withTemporaryFolder { folder in
            let signatures = folder.appending(path: "signatures")
            try FileManager.default.createDirectory(at: signatures, withIntermediateDirectories: true)
            let mark = "CE-FICHIER-EST-UN-ESSAI".utf8.map { String(0x100 | Int($0), radix: 16).dropFirst() }.joined()
            try Data("Doleances.Essai:0:*:\(mark)\n".utf8).write(to: signatures.appending(path: "essai.ndb"))
            let socket = folder.appending(path: "s").path()
            let lines = [
                "Foreground yes", "DatabaseDirectory \(signatures.path())", "LocalSocket \(socket)",
                "TemporaryDirectory \(folder.path())", "FixStaleSocket yes", "StreamMaxLength 1M",
            ]
            try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: folder.appending(path: "clamd.conf"))
            return try await body(Clamd(socket: socket, folder: folder))
        }
    }

    /// Starts the daemon, and waits until it listens. It ends with its `Child`.
    public func start() async throws -> Child {
        let child = try Child.start(Self.path, ["--config-file=\(folder.appending(path: "clamd.conf").path())"])
        try await child.says("Self checking")
        return child
    }
}
