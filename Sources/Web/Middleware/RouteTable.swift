public import HTTPTypes
public import Hummingbird
import Synchronization

/// Which methods each path answers: what a router knows and does not tell a middleware.
public final class RouteTable: Sendable {
    private let routes = Mutex<[(path: RouterPath, method: HTTPRequest.Method)]>([])

    /// A table without routes.
    public init() {}

    /// Takes the routes of a router, once all of them are declared.
    public func fill<Context: RequestContext>(from described: [Router<Context>.RouteDescription]) {
        let declared = described.map { (path: $0.path, method: $0.method) }
        routes.withLock { $0 = declared }
    }

    /// The methods that some route answers at a path; HEAD wherever GET is. A segment that one path writes out is not
    /// another's parameter: the router does not look further either.
    public func methods(at path: String) -> Set<HTTPRequest.Method> {
        let segments = path.split(separator: "/")
        var found = routes.withLock { routes in routes.filter { Self.matches($0.path, segments) } }
        for (place, segment) in segments.enumerated() {
            let written = found.filter { $0.path.dropFirst(place).first { _ in true } == .path(segment) }
            if !written.isEmpty { found = written }
        }
        var methods = Set(found.map(\.method))
        if methods.contains(.get) { methods.insert(.head) }
        return methods
    }

    private static func matches(_ path: RouterPath, _ segments: [Substring]) -> Bool {
        var rest = segments[...]
        for element in path {
            if element == .recursiveWildcard { return true }
            guard let segment = rest.popFirst(), element ~= segment else { return false }
        }
        return rest.isEmpty
    }
}
