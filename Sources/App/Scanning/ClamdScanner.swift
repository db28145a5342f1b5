import NIOCore
import NIOPosix
import Storage

/// Asks ClamAV's daemon about documents, by its `INSTREAM` command (S-37): the bytes go over a socket that the settings
/// name, and nothing is written for it.
struct ClamdScanner: Sendable {
    /// What came of asking.
    enum Verdict: Sendable, Equatable {
        /// It knows nothing of the kind.
        case clean
        /// It found this.
        case found(String)
        /// It answered, and could not say: the document is too large for it, or cannot be read.
        case unsaid
        /// It did not answer, or not in time.
        case silent
    }

    let address: ScannerAddress
    /// Seconds that it may take for a document.
    var patience = 120

    /// - Parameter chunk: the bytes at a position; nil past the end.
    /// - Throws: what `chunk` throws of the database's; `CancellationError`.
    func scan(_ chunk: @escaping @Sendable (Int) async throws -> [UInt8]?) async throws -> Verdict {
        do {
            return try await withThrowingTaskGroup(of: Verdict.self) { group in
                group.addTask { try await ask(chunk) }
                group.addTask {
                    try await Task.sleep(for: .seconds(patience))
                    return .silent
                }
                defer { group.cancelAll() }
                return try await group.next() ?? .silent
            }
        } catch let error as StorageError {
            throw error
        } catch let error as CancellationError {
            throw error
        } catch {
            return .silent
        }
    }

    private func ask(_ chunk: @Sendable (Int) async throws -> [UInt8]?) async throws -> Verdict {
        let channel = try await connect()
        return try await channel.executeThenClose { answers, questions in
            try await questions.write(ByteBuffer(string: "zINSTREAM\u{0}"))
            var position = 0
            while let bytes = try await chunk(position), !bytes.isEmpty {
                var part = ByteBuffer(integer: UInt32(bytes.count))
                part.writeBytes(bytes)
                try await questions.write(part)
                position += 1
            }
            try await questions.write(ByteBuffer(integer: UInt32(0)))
            var answer = ByteBuffer()
            for try await bytes in answers {
                answer.writeImmutableBuffer(bytes)
                if answer.readableBytesView.contains(0) || answer.readableBytes > Self.longestAnswer { break }
            }
            return Self.verdict(String(buffer: answer))
        }
    }

    private func connect() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connectTimeout(.seconds(10))
        let prepare: @Sendable (any Channel) -> EventLoopFuture<NIOAsyncChannel<ByteBuffer, ByteBuffer>> = { channel in
            channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
        }
        switch address {
        case .socket(let path):
            return try await bootstrap.connect(unixDomainSocketPath: path, channelInitializer: prepare)
        case .host(let host, let port):
            return try await bootstrap.connect(host: host, port: port, channelInitializer: prepare)
        }
    }

    private static let longestAnswer = 4_096

    /// `stream: OK`, `stream: NAME FOUND`, or why it cannot say; nothing where it hung up.
    static func verdict(_ answer: String) -> Verdict {
        let words = answer.prefix { $0 != "\0" && $0 != "\n" }
        guard !words.isEmpty else { return .silent }
        if words == "stream: OK" { return .clean }
        guard words.hasPrefix("stream: "), words.hasSuffix(" FOUND") else { return .unsaid }
        let name = words.dropFirst("stream: ".count).dropLast(" FOUND".count)
        return name.isEmpty ? .unsaid : .found(String(name))
    }
}
