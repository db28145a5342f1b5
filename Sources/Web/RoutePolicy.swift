import Complaints
public import Hummingbird

/// Who may use a route. Handlers see to it; the matrix of tests sends each of them somebody of every kind and holds the
/// answers to what is declared here (S-60).
indirect enum RoutePolicy: Sendable, Hashable {
    /// Anybody: it shows nothing of a case file.
    case anybody
    /// Whoever has the secret, the link or the form that the request names, and nobody else.
    case holder
    /// The complainant whose session opens a case file: that one.
    case complainant
    /// Whoever is signed in, whatever their roles.
    case signedIn
    /// Whoever reads case files.
    case readers
    /// Whoever may enter one of these other parts of the site.
    case parts([SitePart])
    /// Whoever enters what did not come by the form.
    case receivers
    /// Whoever has the link that the server prints while it has no organisation; nobody, from then on.
    case founder
    /// Whoever sets the provider up: the management, and the administrator.
    case setters
    /// Whoever watches over the service: those who run the procedure, and the administrator.
    case watchers
    /// Whoever brings an older register in: the management.
    case takers
    /// Whoever administers the accounts of the provider's people, and no reader beside.
    case administrators
    /// Whoever may do this act.
    case act(Act)
    /// Whoever may do the act that the address names.
    case namedAct
    /// A program that shows a token of somebody whom this lets in; a session opens nothing.
    case program(RoutePolicy)
}

/// A router on which no route is declared without saying who may use it: that of Hummingbird is nobody else's.
public struct PolicyRouter: HTTPResponderBuilder {
    private let router = Router(context: Visit.self, options: .autoGenerateHeadEndpoints)
    /// Who may use each route, by its method and path: `GET /registre`.
    private(set) var policies: [String: RoutePolicy] = [:]

    init() {}

    /// Every route that it answers.
    var routes: [Router<Visit>.RouteDescription] { router.routes }

    /// Takes what stands before the routes that are declared from then on, from the outside in.
    func protect(
        @MiddlewareFixedTypeBuilder<Request, Response, Visit> by middleware:
            () -> some MiddlewareProtocol<Request, Response, Visit>
    ) { router.addMiddleware(buildMiddlewareStack: middleware) }

    mutating func get(
        _ path: RouterPath,
        _ policy: RoutePolicy,
        use handler: @Sendable @escaping (Request, Visit) async throws -> Response
    ) {
        router.get(path, use: handler)
        policies["GET \(path)"] = policy
    }

    mutating func post(
        _ path: RouterPath,
        _ policy: RoutePolicy,
        use handler: @Sendable @escaping (Request, Visit) async throws -> Response
    ) {
        router.post(path, use: handler)
        policies["POST \(path)"] = policy
    }

    /// Takes an operation of the interface for programs, as it is described to them.
    mutating func add(
        _ operation: APIOperation,
        use handler: @Sendable @escaping (Request, Visit) async throws -> Response
    ) {
        let path = RouterPath(operation.path)
        switch operation.method {
        case .get: get(path, operation.policy, use: handler)
        default: post(path, operation.policy, use: handler)
        }
    }

    /// What a server answers with.
    public func buildResponder() -> RouterResponder<Visit> { router.buildResponder() }
}
