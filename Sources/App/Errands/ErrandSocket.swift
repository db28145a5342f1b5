import Foundation
import Logging
import NIOCore
import NIOPosix
import Registry
import ServiceLifecycle
import Web

/// Where a server takes errands: a socket in the folder of the books, which nobody but its owner may enter. One errand a
/// connection: the command writes it as JSON and closes its half, the server answers with the outcome and closes.
enum ErrandSocket {
    /// The longest errand or outcome, in bytes.
    static let longest = 1 << 20

    static func path(in folder: String) -> String { folder + "/commandes.sock" }

    /// Everything that the other side sends until it closes its half.
    static func all(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>) async throws -> Data {
        var bytes = Data()
        for try await buffer in inbound {
            bytes.append(contentsOf: buffer.readableBytesView)
            guard bytes.count <= longest else { throw ChannelError.inputClosed }
        }
        return bytes
    }

    /// A channel whose two halves close one after the other.
    static func prepare(_ channel: any Channel) throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        try channel.syncOptions?.setOption(.allowRemoteHalfClosure, value: true)
        return try NIOAsyncChannel(
            wrappingChannelSynchronously: channel,
            configuration: .init(isOutboundHalfClosureEnabled: true)
        )
    }
}

/// The server's side.
struct ErrandDoor: Service {
    let warehouse: Warehouse
    let registers: RegisterDirectory
    let folder: String
    let logger: Logger

    func run() async throws {
        do {
            try await take()
        } catch is CancellationError {
            // The server is being stopped.
        } catch {
            // A folder whose path is too long for a socket, mostly. Commands then say that the server must be stopped.
            logger.warning("errands", metadata: ["error": .kind(of: error)])
            // Until the server is being stopped, or cut.
            try? await gracefulShutdown()
        }
    }

    private func take() async throws {
        let path = ErrandSocket.path(in: folder)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true) { channel in
                channel.eventLoop.makeCompletedFuture { try ErrandSocket.prepare(channel) }
            }
        try await cancelWhenGracefulShutdown {
            try await server.executeThenClose { commands in
                try await withThrowingDiscardingTaskGroup { group in
                    for try await command in commands { group.addTask { await answer(command) } }
                }
            }
        }
    }

    private func answer(_ command: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async {
        do {
            try await command.executeThenClose { inbound, outbound in
                let errand = try JSONDecoder().decode(Errand.self, from: try await ErrandSocket.all(inbound))
                let outcome = try JSONEncoder().encode(await perform(errand))
                try await outbound.write(ByteBuffer(bytes: outcome))
            }
        } catch {
            logger.warning("errand", metadata: ["error": .kind(of: error)])
        }
    }

    private func perform(_ errand: Errand) async -> ErrandOutcome {
        do {
            let lines = try await warehouse.run(errand)
            // The next page is to show it, whatever the directory had in mind.
            _ = try await registers.all(fresh: true)
            return .done(lines)
        } catch {
            return .refused(OperatorMessage(error).text)
        }
    }
}

/// The command's side.
struct ErrandCall {
    let folder: String

    /// What the server over these books made of an errand; nil where none runs.
    func ask(_ errand: Errand) async throws -> ErrandOutcome? {
        guard let channel = try? await connect() else { return nil }
        do {
            return try await channel.executeThenClose { inbound, outbound in
                try await outbound.write(ByteBuffer(bytes: try JSONEncoder().encode(errand)))
                outbound.finish()
                return try JSONDecoder().decode(ErrandOutcome.self, from: try await ErrandSocket.all(inbound))
            }
        } catch {
            throw Settings.Mistake(
                description: "Le serveur en marche n’a pas répondu : vérifiez si l’opération a eu lieu "
                    + "avant de la refaire.",
                code: .unknownOutcome
            )
        }
    }

    private func connect() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(unixDomainSocketPath: ErrandSocket.path(in: folder)) { channel in
                channel.eventLoop.makeCompletedFuture { try ErrandSocket.prepare(channel) }
            }
    }
}
