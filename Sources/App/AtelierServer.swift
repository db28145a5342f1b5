import Foundation
import Hummingbird
import Logging
import Pages
import Web

/// `doleances atelier`: every page, letter and notice in every state, of samples, without a database.
///
/// Only this machine reaches it, and it takes nothing from the machine's own settings.
public enum AtelierServer {
    /// Serves until the process is told to stop. - Parameter port: where to listen; 8080 where nil.
    public static func run(port: String?) async throws {
        LoggingSystem.bootstrap(JSONLines.init)
        // There are no books: the folder is named, and never made.
        var given: [Settings.Name: String] = [.data: "atelier"]
        given[.port] = port
        let settings = try await Settings(given: given, isSheltered: true)
        try settings.tryPort()
        let application = Application(
            router: AtelierRoutes.router(for: Atelier(press: try Press())),
            configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port)),
            onServerRunning: { _ in
                print("Atelier : \(settings.baseURL)")
                fflush(nil)
            },
            logger: Logger(label: "atelier")
        )
        try await application.runService()
    }
}
