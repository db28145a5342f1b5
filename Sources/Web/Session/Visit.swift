public import Hummingbird
import NIOCore

/// One request, as handlers and middleware see it.
public struct Visit: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The address that the connection comes from, without its port; `nil` where it has none (a Unix socket, a test).
    /// Behind a proxy it is the proxy's: see `ClientAddress`.
    public let peer: String?

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }
}
