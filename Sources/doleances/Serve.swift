import App
import ArgumentParser

/// `doleances serve`: the server, until it is told to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Met le serveur en marche.")

    @OptionGroup var place: Place

    @Option(help: "Adresse d’écoute.")
    var host: String?

    @Option(help: "Port d’écoute.")
    var port: Int?

    @Option(name: .customLong("base-url"), help: "Adresse publique du site, telle que les liens l’écrivent.")
    var baseURL: String?

    @Option(name: .customLong("allowed-hosts"), help: "Autres noms du site, séparés par des virgules.")
    var allowedHosts: String?

    @Option(help: "Adresses des mandataires à croire sur l’adresse des visiteurs, séparées par des virgules.")
    var proxies: String?

    @Option(name: .customLong("tls-certificate"), help: "Chaîne de certificats (PEM).")
    var certificate: String?

    @Option(name: .customLong("tls-key"), help: "Clé privée (PEM).")
    var key: String?

    func run() async throws {
        var given = place.given
        given[.host] = host
        given[.port] = port.map(String.init)
        given[.baseURL] = baseURL
        given[.allowedHosts] = allowedHosts
        given[.proxies] = proxies
        given[.tlsCertificate] = certificate
        given[.tlsKey] = key
        try await told { try await Server.run(try await Settings(given: given)) }
    }
}
