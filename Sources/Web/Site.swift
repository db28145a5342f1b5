public import Complaints
public import Crypto
import Foundation
import HTTPTypes
import Hummingbird
public import OpenID
public import Pages
public import Registry

/// What handlers need, handed over once.
public struct Site: Sendable {
    /// The organisations' registers, by host.
    public let registers: RegisterDirectory
    /// The officers of an organisation.
    public let accounts: @Sendable (Organisation) -> Accounts
    /// The set-up of an installation without an organisation.
    public let firstStart: FirstStart
    /// Words and templates.
    public internal(set) var press: Press
    /// The clock and chance.
    public let world: World
    /// What form tokens are signed with.
    public let formKey: SymmetricKey
    /// Reads forms, files straight to disk.
    public let forms: FormReader
    /// The site's cookies.
    public let cookies: SiteCookies
    /// Where the site is: what its links begin with, and where its forms must come from.
    public let origin: SiteOrigin
    /// The names that it answers to, and its proxies.
    public let hosts: SiteHosts
    /// Whether letters can leave by e-mail.
    public let hasRelay: Bool
    /// The names of the mailboxes that are read.
    let mailboxes: Set<String>
    /// The addresses of the house itself, in lower case, which no automatic answer goes to.
    let ownAddresses: Set<String>
    /// The provider of identities by which officers may sign in; nil for none.
    public let provider: IdentityProvider?
    /// Hosts of this network, or of this machine, where other programs may be that are told of what happens.
    let privateHosts: Set<String>
    /// What is left on the disk of the books.
    let room: Room
    /// When the certificate ends that the server shows; nil where it shows none.
    let certificateEnds: @Sendable () -> Instant?
    /// What holds back complaints that come too fast.
    let formPace: FormPace
    /// What notices that tracking secrets are guessed from everywhere.
    let guessAlarm = GuessAlarm()

    public init(
        registers: RegisterDirectory,
        accounts: @escaping @Sendable (Organisation) -> Accounts,
        firstStart: FirstStart,
        press: Press,
        world: World,
        formKey: SymmetricKey,
        forms: FormReader,
        origin: SiteOrigin,
        hosts: SiteHosts? = nil,
        pace: PaceLimits = PaceLimits(),
        room: Room = Room(),
        certificateEnds: @escaping @Sendable () -> Instant? = { nil },
        hasRelay: Bool,
        mailboxes: Set<String> = [],
        ownAddresses: Set<String> = [],
        privateHosts: Set<String> = [],
        provider: IdentityProvider? = nil
    ) {
        self.registers = registers
        self.accounts = accounts
        self.firstStart = firstStart
        self.press = press
        self.world = world
        self.formKey = formKey
        self.forms = forms
        self.origin = origin
        self.hosts = hosts ?? SiteHosts(origin: origin)
        self.hasRelay = hasRelay
        self.mailboxes = mailboxes
        self.ownAddresses = ownAddresses
        self.provider = provider
        self.privateHosts = privateHosts
        self.room = room
        self.certificateEnds = certificateEnds
        formPace = FormPace(pace)
        cookies = SiteCookies(isSecure: origin.isSecure)
    }

    /// Now, in seconds, as form tokens count it.
    var seconds: Int { Int(world.now().secondsSince1970) }

    /// Today, in Paris.
    var today: CivilDate { world.now().civilDate }

    /// Whether a host name is one of the site's: a setting's, or an organisation's.
    func isOurs(_ host: String) async throws -> Bool {
        if hosts.contains(host) { return true }
        return try await registers.knows(host: host)
    }

    /// The network that a request comes from, as far as it can be believed: never what a stranger writes (S-18). Nil where
    /// it has none.
    func network(of request: Request, _ visit: Visit) -> VisitorNetwork? {
        let forwarded = HTTPField.Name("X-Forwarded-For").map { request.headers[values: $0] } ?? []
        return ClientAddress.find(peer: visit.peer, forwardedFor: forwarded, proxies: hosts.proxies)
            .flatMap { VisitorNetwork($0) }
    }

    /// The same as guesses are counted by, so that nobody has a fresh start from each address of a network.
    func address(of request: Request, _ visit: Visit) -> String { network(of: request, visit)?.description ?? "" }

    /// The register that a request is for. - Throws: `NoOrganisation`; `OutOfOrder`.
    func register(for request: Request) async throws -> Register {
        let host = request.head.authority.flatMap { HostName($0)?.name }
        guard let register = try await registers.register(host: host) else { throw NoOrganisation() }
        return register
    }

    /// What the addresses of an organisation's pages begin with, without a slash at the end.
    public func publicAddress(of organisation: Organisation) -> String {
        origin.url(of: organisation.host)
    }

    /// Whether these open on this machine alone, and so are not to be given to anybody.
    func isLocal(_ organisation: Organisation) -> Bool {
        SiteOrigin(publicAddress(of: organisation))?.isForThisMachineOnly ?? false
    }

    /// A plain text as a response.
    func text(_ text: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }

    /// A page as a response.
    func page<P: Page>(_ page: P, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response.html(press.render(page), status: status, hasScript: P.script != nil)
        response.headers[.contentLanguage] = press.language.rawValue
        return response
    }
}

extension Response {
    /// A whole page. - Parameter hasScript: whether the browser may run ours in it.
    static func html(_ text: String, status: HTTPResponse.Status = .ok, hasScript: Bool = false) -> Response {
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8"]
        if hasScript { headers[.contentSecurityPolicy] = SecurityHeaders<Visit>.scriptedPolicy }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// The same answer, to be asked for again so many seconds later; as it is where that is not known.
    func retry(after seconds: Int?) -> Response {
        guard let seconds else { return self }
        var response = self
        response.headers[.retryAfter] = String(seconds)
        return response
    }
}

/// There is no organisation here, or none for this host name.
struct NoOrganisation: Error {}
