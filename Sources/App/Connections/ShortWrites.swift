import Foundation
import NIOCore

/// Hands the kernel little of an answer ahead of what has left. By default it takes megabytes at once, and then no byte
/// more until a third of them is gone: on a slow line that is half a minute in which nothing seems to move, and
/// `SlowConnections` would cut whoever is only on a bad line. What is under way is not limited, so no fast line is slower.
final class ShortWrites: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    /// Bytes not yet sent that the kernel may hold.
    private static let most = 64 << 10

    func handlerAdded(context: ChannelHandlerContext) {
        let unsent = ChannelOptions.Types.SocketOption(level: .tcp, name: .init(rawValue: TCP_NOTSENT_LOWAT))
        // Where the system does not know it, everybody is served all the same, as before.
        _ = context.channel.setOption(unsent, value: SocketOptionValue(Self.most))
    }
}
