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
        /// It was asked, and could not say: the document is too large for it, it broke off, or it took too long.
        case unsaid
        /// It does not take questions.
        case silent
    }

    let address: ScannerAddress
    /// Seconds that it may take for a document.
    var patience = 120

    /// - Parameter chunk: the bytes at a position; nil past the end.
    /// - Throws: what `chunk` throws of the database's; `CancellationError`.
    func scan(_ chunk: @escaping @Sendable (Int) async throws -> [UInt8]?) async throws -> Verdict {
        guard let channel = try? await connect() else {
            try Task.checkCancellation()
            return .silent
        }
        return try await withThrowingTaskGroup(of: Verdict.self) { group in
            group.addTask { try await ask(channel, chunk) }
            group.addTask {
                try await Task.sleep(for: .seconds(patience))
                return .unsaid
            }
            defer { group.cancelAll() }
            return try await group.next() ?? .unsaid
        }
    }

    /// A document on which it breaks off must not keep it from the others: only one that takes no question is silent.
    private func ask(
        _ channel: Channel,
        _ chunk: @Sendable (Int) async throws -> [UInt8]?
    ) async throws -> Verdict {
        do {
            return try await channel.executeThenClose { answers, questions in
                do {
                    try await Self.send(chunk, to: questions)
                } catch  where !(error is StorageError || error is CancellationError) {
                    // It hangs up on a document that is too large for it: what it said of it may be here.
                }
                var answer = ByteBuffer()
                for try await bytes in answers {
                    answer.writeImmutableBuffer(bytes)
                    if answer.readableBytesView.contains(0) || answer.readableBytes > Self.longestAnswer { break }
                }
                return Self.verdict(String(buffer: answer))
            }
        } catch let error as StorageError {
            throw error
        } catch let error as CancellationError {
            throw error
        } catch {
            return .unsaid
        }
    }

    private static func send(
        _ chunk: @Sendable (Int) async throws -> [UInt8]?,
        to questions: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) async throws {
        try await questions.write(ByteBuffer(string: "zINSTREAM\u{0}"))
        var position = 0
        while let bytes = try await chunk(position), !bytes.isEmpty {
            var part = ByteBuffer(integer: UInt32(bytes.count))
            part.writeBytes(bytes)
            try await questions.write(part)
            position += 1
        }
        try await questions.write(ByteBuffer(integer: UInt32(0)))
    }

    private typealias Channel = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    private func connect() async throws -> Channel {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connectTimeout(.seconds(10))
        let prepare: @Sendable (any NIOCore.Channel) -> EventLoopFuture<Channel> = { channel in
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

    /// `stream: OK`, `stream: NAME FOUND`, or why it cannot say; nothing where it hung up first.
    static func verdict(_ answer: String) -> Verdict {
        let words = answer.prefix { $0 != "\0" && $0 != "\n" }
        if words == "stream: OK" { return .clean }
        guard words.hasPrefix("stream: "), words.hasSuffix(" FOUND") else { return .unsaid }
        let name = words.dropFirst("stream: ".count).dropLast(" FOUND".count)
        return name.isEmpty ? .unsaid : .found(String(name))
    }
}
