import NIOCore

/// Takes little at a time from a connection. Up to fourteen reads of each wait in queues for the form reader, and by
/// default NIO reads 64 KiB at once: fifty large uploads would hold 40 MiB of what has come and is not yet on disk (S-19).
final class ShortReads: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    func handlerAdded(context: ChannelHandlerContext) {
        let reads = AdaptiveRecvByteBufferAllocator(minimum: 1 << 10, initial: 4 << 10, maximum: 8 << 10)
        context.channel.setOption(.recvAllocator, value: reads).assumeIsolated().whenFailure { error in
            context.fireErrorCaught(error)
        }
    }
}
