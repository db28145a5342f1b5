import NIOCore
import NIOHTTPTypes

/// Closes connections that keep us for nothing: silent, dripping, or that take no answer (S-16). Stands between the HTTP
/// decoder and the server, and looks once a second: nothing need happen on a connection for it to be closed.
final class SlowConnections: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private var watch: ConnectionWatch
    private var nextLook: Scheduled<Void>?
    /// Whether whoever handles the requests has asked for more, and nothing has come since.
    private var waits = false
    /// Whether that was so at the last look.
    private var waited = false

    init(_ limits: ConnectionLimits = ConnectionLimits()) { watch = ConnectionWatch(limits) }

    func handlerAdded(context: ChannelHandlerContext) { lookLater(context) }

    func handlerRemoved(context: ChannelHandlerContext) { nextLook?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        nextLook?.cancel()
        context.fireChannelInactive()
    }

    func read(context: ChannelHandlerContext) {
        waits = true
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: watch.begin()
        case .body(let bytes): watch.receive(bytes.readableBytes)
        case .end: watch.end()
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        waits = false
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head: break
        case .body(let bytes): watch.write(bytes.readableBytes)
        case .end: watch.answer()
        }
        context.write(data, promise: promise)
    }

    private func lookLater(_ context: ChannelHandlerContext) {
        nextLook = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) { self.look(context) }
    }

    private func look(_ context: ChannelHandlerContext) {
        let unsent = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        let isReady = waits && waited
        waited = waits
        if watch.isTooSlow(waits: isReady, unsent: unsent) {
            context.close(promise: nil)
        } else {
            lookLater(context)
        }
    }
}
