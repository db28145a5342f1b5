import Complaints
import Crypto
import Foundation
import Hummingbird
import Logging
import Mail
import Pages
import Post
import Registry
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// The house together: database, register, post and site, from settings; and the services that keep it going.
public enum Server {
    /// How long visitors under way may keep a server that is to stop, in seconds; then they are cut. A slow upload of
    /// 60 MiB within the limits would keep it for a day.
    static let longestEnd = 30

    /// Serves until the process is told to stop; what is under way is finished first, for `longestEnd` at most.
    public static func run(_ settings: Settings) async throws {
        LoggingSystem.bootstrap(JSONLines.init)
        let logger = Logger(label: "doleances")
        if !CoreDumps.forbid() { logger.warning("Core dumps are not forbidden") }
        try tryOut(settings)
        let newBooks = settings.newBooks
        let warehouse = try await Warehouse.open(settings)
        try await SelfTest.run(warehouse, settings)
        let house = try await House(warehouse, settings, logger: logger)
        var announcement = announcement(
            settings,
            hosts: try await warehouse.organisations.all().map(\.host),
            firstStart: try await house.site.firstStart.newLink()
        )
        if let newBooks { announcement.append(newBooks) }
        for one in try await house.registers.outOfOrder() {
            announcement.append(
                "Hors service : \(one.organisation.name) (référence \(one.reference)). \(OperatorMessage(one).text)"
            )
        }
        var services = try house.chores(logger)
        if case .folder(let folder) = settings.place {
            services.append(
                ErrandDoor(warehouse: warehouse, registers: house.registers, folder: folder, logger: logger)
            )
        }
        let words = announcement.joined(separator: "\n")
        services.append(
            try house.counter(logger) {
                print(words)
                fflush(nil)
            }
        )
        do {
            try await ServiceGroup(configuration: configuration(services, logger)).run()
        } catch {
            await warehouse.database.close()
            throw settings.unheard(error)
        }
        await warehouse.database.close()
    }

    /// What can be known to fail before anything is made: the place to listen on, the certificate, the place of the keys.
    private static func tryOut(_ settings: Settings) throws {
        try settings.tryPort()
        _ = try settings.tls?.configuration
        if settings.makesBooks { try settings.demandKeysFolder() }
    }

    /// Services are stopped one after the other from the last to the first: visitors are let go before whatever signs and
    /// delivers what they leave.
    private static func configuration(_ services: [any Service], _ logger: Logger) -> ServiceGroupConfiguration {
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) },
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = .seconds(longestEnd)
        return configuration
    }

    /// What the operator sees first: where to go, and what is still missing.
    ///
    /// - Parameters:
    ///   - hosts: each organisation's host name, where it has one.
    ///   - firstStart: the link by which the first organisation is opened; nil where there is one.
    static func announcement(_ settings: Settings, hosts: [String?], firstStart: StaffToken? = nil) -> [String] {
        var lines = ["Doléances : \(settings.baseURL)"]
        if let firstStart {
            lines.append(
                "Aucun organisme encore. Pour commencer, ouvrez ce lien ; il sert une fois, "
                    + "pendant \(FirstStart.linkHours) heures :"
            )
            lines.append("  \(settings.baseURL)\(Path.setUp(firstStart.text))")
        }
        if settings.relay == nil {
            lines.append("Aucun relais de messagerie : les lettres attendent et s’impriment (DOLEANCES_MAIL_RELAY).")
        } else if SiteOrigin(settings.baseURL)?.isForThisMachineOnly ?? false, hosts.isEmpty || hosts.contains(nil) {
            lines.append(
                "Attention : les lettres partent avec l’adresse \(settings.baseURL), que personne d’autre n’atteint. Donnez "
                    + "l’adresse publique du site : --base-url https://… (DOLEANCES_BASE_URL)."
            )
        }
        if settings.hidesVisitors {
            lines.append(
                "Attention : l’adresse est en https, et le serveur n’a pas de certificat. S’il est derrière un mandataire, "
                    + "tous les visiteurs comptent pour un seul : donnez l’adresse d’où ce mandataire se connecte, "
                    + "--proxies … (DOLEANCES_PROXIES)."
            )
        }
        return lines
    }
}

extension Settings {
    /// Whether visitors seem to come by a proxy that is not named, so that guesses, and complaints where it is on another
    /// machine, are counted for all of them together (S-42, S-54).
    fileprivate var hidesVisitors: Bool {
        tls == nil && proxies.isEmpty && SiteOrigin(baseURL)?.isSecure ?? false
    }
}
