import Complaints
import Crypto
import Foundation
import Hummingbird
import HummingbirdCore
public import Logging
import Mail
import Pages
import Post
public import Registry
import ServiceLifecycle
import Storage
import Synchronization
public import Web

/// What `serve`, `demo` and the tests of whole stories are made of.
public struct House: Sendable {
    /// The organisations' registers.
    public let registers: RegisterDirectory
    /// The pages.
    public let site: Site
    private let settings: Settings
    /// How an organisation's letters are worded.
    private let writer: @Sendable (Organisation) -> LetterWriter
    private let certificates: CertificateShelf?

    /// - Throws: why no organisation at all can be served, where there are some; `StorageError`.
    public init(
        _ warehouse: Warehouse,
        _ settings: Settings,
        logger: Logger = Logger(label: "doleances")
    ) async throws {
        guard let origin = SiteOrigin(settings.baseURL) else {
            throw Settings.Mistake(description: "L’adresse du site ne convient pas\u{A0}: \(settings.baseURL)")
        }
        let press = try Press()
        let world = warehouse.world
        let hasher = PasswordHasher()
        let database = warehouse.database
        let sender = settings.relay?.sender ?? Self.localSender
        let writer = { @Sendable (organisation: Organisation) in
            LetterWriter(press: press, sender: sender, publicAddress: origin.url(of: organisation.host))
        }
        self.writer = writer
        registers = try await Self.registers(of: warehouse.organisations, writer, logger)
        let spool = Spool(folder: try Self.spoolFolder(), random: world.bytes)
        try spool.prepare()
        let shelf = try settings.tls.map { try CertificateShelf($0) }
        certificates = shelf
        site = Site(
            registers: registers,
            accounts: { Accounts(of: $0.id, database: database, world: world, hasher: hasher) },
            firstStart: FirstStart(organisations: warehouse.organisations, hasher: hasher),
            press: press,
            world: world,
            formKey: SymmetricKey(data: Data(try await warehouse.organisations.installationSecret())),
            forms: FormReader(spool: spool, room: settings.room),
            origin: origin,
            hosts: settings.hosts(besides: origin),
            pace: settings.pace,
            room: settings.room,
            certificateEnds: { shelf?.ends },
            hasRelay: settings.relay != nil,
            mailboxes: Set(settings.mailboxes.map(\.settings.name)),
            ownAddresses: settings.ownAddresses,
            privateHosts: settings.courier.privateHosts,
            provider: settings.identity?.house
        )
        self.settings = settings
    }

    /// The registers. Of those that are out of order the log tells, by the reference that visitors are shown; but where none
    /// is left to serve there are no visitors, and whoever starts the server is told of the first, once.
    private static func registers(
        of organisations: Organisations,
        _ writer: @escaping @Sendable (Organisation) -> LetterWriter,
        _ logger: Logger
    ) async throws -> RegisterDirectory {
        let serves = Atomic(false)
        let tell = { @Sendable (one: OutOfOrder) in
            logger.error("organisation out of order", metadata: one.metadata)
        }
        let registers = RegisterDirectory(
            organisations: organisations,
            tell: { if serves.load(ordering: .acquiring) { tell($0) } },
            compose: { organisation in
                let own = writer(organisation)
                return { own.compose($0) }
            }
        )
        let isNobodyServed = try await registers.all().isEmpty
        let outOfOrder = try await registers.outOfOrder()
        if isNobodyServed, let first = outOfOrder.first {
            outOfOrder.dropFirst().forEach(tell)
            throw first
        }
        outOfOrder.forEach(tell)
        serves.store(true, ordering: .releasing)
        return registers
    }

    /// What is done by itself, second after second. Whatever comes last is stopped first: heads are signed to the end.
    func chores(_ logger: Logger) throws -> [any Service] {
        let checkpoints = KeepCheckpoints(registers: registers, accounts: site.accounts, logger: logger)
        var services: [any Service] = [checkpoints, IndexWords(registers: registers, logger: logger)]
        if let certificates {
            services.append(RenewCertificate(certificates: certificates, logger: logger))
        }
        if let address = settings.scanner {
            services.append(ScanFiles(registers: registers, scanner: ClamdScanner(address: address), logger: logger))
        }
        services += mailChores(logger)
        let addressOf = { @Sendable [site] in site.publicAddress(of: $0) }
        services.append(
            DeliverAnnouncements(
                registers: registers,
                courier: HTTPCourier(settings.courier),
                publicAddress: addressOf,
                logger: logger
            )
        )
        if let relay = settings.relay {
            let office = SMTPPostOffice(relay.smtp)
            // A relay gone silent has its time twice: for the letter, and for the goodbye.
            let hold = max(Register.claimLifetime, 2 * relay.smtp.timeout + 60)
            services.append(
                DeliverLetters(
                    registers: registers,
                    office: office,
                    sender: relay.sender,
                    hold: hold,
                    logger: logger
                )
            )
            services.append(
                DeliverNotices(registers: registers, office: office, writer: writer, hold: hold, logger: logger)
            )
            services.append(WriteDailyLetters(registers: registers, writer: writer, logger: logger))
            services.append(
                WriteWeeklyLetters(registers: registers, upkeep: site.upkeep, writer: writer, logger: logger)
            )
        }
        return services
    }

    /// Reads the mailboxes, where there are any, and whatever a command has brought.
    private func mailChores(_ logger: Logger) -> [any Service] {
        let sorting = SortMails(
            registers: registers,
            room: ConfinedReadingRoom(child: ReadingChild(logger: logger)),
            sender: settings.relay?.sender ?? Self.localSender,
            ownAddresses: settings.ownAddresses,
            logger: logger
        )
        let chores: [any Service] = [sorting, EraseMails(registers: registers, logger: logger)]
        guard !settings.mailboxes.isEmpty else { return chores }
        return chores + [ReadMailboxes(registers: registers, mailboxes: settings.mailboxes, logger: logger)]
    }

    /// The server itself.
    ///
    /// - Parameter opened: called once, when it listens and before it takes a visitor.
    func counter(_ logger: Logger, opened: @escaping @Sendable () -> Void) throws -> any Service {
        // Hummingbird's own idle timeout would also close an upload that waits for a slow disk of ours.
        let channel = HTTP1Channel.Configuration(
            additionalChannelHandlers: [ShortReads(), ShortWrites(), SlowConnections()]
        )
        let server = HTTPServerBuilder { [certificates] responder in
            let base = HTTP1Channel(responder: responder, configuration: channel)
            return if let certificates { TLSDoor(base: base, certificates: certificates) } else { base }
        }
        return Application(
            router: Routes.router(for: site),
            server: server,
            configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port)),
            onServerRunning: { _ in opened() },
            logger: logger
        )
    }

    /// Whom letters come from while no relay is set: they are only printed then.
    private static let localSender: EmailAddress = {
        guard let address = EmailAddress("reclamations@localhost.localdomain") else {
            preconditionFailure("The address is one.")
        }
        return address
    }()

    /// Where uploads wait while they are read: a folder of this process's own. Those of processes that are gone are
    /// removed: they hold what people sent.
    private static func spoolFolder() throws -> String {
        let base = FileManager.default.temporaryDirectory.path
        let prefix = "doleances-envois-"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? [] where name.hasPrefix(prefix) {
            guard let owner = Int32(name.dropFirst(prefix.count)), kill(owner, 0) != 0, errno == ESRCH else { continue }
            try? FileManager.default.removeItem(atPath: "\(base)/\(name)")
        }
        return "\(base)/\(prefix)\(ProcessInfo.processInfo.processIdentifier)"
    }
}

extension OutOfOrder {
    /// What the operator finds in the log, by the reference that visitors are shown.
    var metadata: Logger.Metadata {
        [
            "organisation": "\(organisation.id)", "reference": "\(reference)",
            "reason": "\(OperatorMessage(reason).text)",
        ]
    }
}

extension Settings {
    /// The names that the site answers to.
    fileprivate func hosts(besides origin: SiteOrigin) -> SiteHosts {
        SiteHosts(
            origin: origin,
            others: allowedHosts,
            listensEverywhere: ["0.0.0.0", "::"].contains(host),
            proxies: proxies
        )
    }
}
