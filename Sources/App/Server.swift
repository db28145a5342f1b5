import Complaints
import Crypto
import Foundation
import Hummingbird
import HummingbirdTLS
import Logging
import Mail
import NIOSSL
import Pages
import Post
import Registry
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// The house together: database, register, post and site, from settings; and the services that keep it going.
public enum Server {
    /// Serves until the process is told to stop; what is under way is finished first.
    public static func run(_ settings: Settings) async throws {
        LoggingSystem.bootstrap(JSONLines.init)
        let logger = Logger(label: "doleances")
        let warehouse = try await Warehouse.open(settings)
        try await SelfTest.run(warehouse, settings)
        let house = try await House(warehouse, settings, logger: logger)
        announce(settings, organisations: try await warehouse.organisations.all().count)
        for one in try await house.registers.outOfOrder() {
            print("Hors service : \(one.organisation.name) (référence \(one.reference)). \(OperatorMessage(one).text)")
        }
        fflush(nil)
        var services = try house.services(logger)
        if case .folder(let folder) = settings.place {
            services.append(
                ErrandDoor(warehouse: warehouse, registers: house.registers, folder: folder, logger: logger)
            )
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map { .init(service: $0) },
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        do {
            try await group.run()
        } catch {
            await warehouse.database.close()
            throw error
        }
        await warehouse.database.close()
    }

    /// As the operator would type it, beside a server that was started so.
    static func firstCommand(_ settings: Settings, program: String? = CommandLine.arguments.first) -> String {
        var words = "\(program ?? "doleances") organisation add --name \"…\""
        if case .folder(let folder) = settings.place, folder != Settings.Name.data.standard {
            words += " --data \"\(folder)\""
        }
        return words
    }

    /// What the operator sees first: where to go, and what is still missing.
    private static func announce(_ settings: Settings, organisations: Int) {
        print("Doléances : \(settings.baseURL)")
        if organisations == 0 {
            print("Aucun organisme encore. Dans un autre terminal, sans arrêter le serveur, avec votre nom :")
            print("  \(firstCommand(settings))")
        }
        if settings.relay == nil {
            print("Aucun relais de messagerie : les lettres attendent et s’impriment (DOLEANCES_MAIL_RELAY).")
        }
        fflush(nil)
    }
}
