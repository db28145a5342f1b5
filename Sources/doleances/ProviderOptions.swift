import ArgumentParser
import Complaints

/// What letters and public pages say of the provider.
struct ProviderOptions: ParsableArguments {
    @Option(help: "Adresse postale ; \\n sépare les lignes.") var address: String?
    @Option(help: "Adresse électronique des réclamations.") var email: String?
    @Option(help: "Téléphone.") var telephone: String?
    @Option(help: "Numéro de déclaration d’activité.") var nda: String?
    @Option(help: "Responsable des réclamations, tel qu’imprimé.") var contact: String?
    @Option(name: .customLong("data-contact"), help: "Contact pour les données personnelles.") var dataContact: String?
    @Option(name: .customLong("mediator-name"), help: "Médiateur de la consommation : nom.") var mediatorName: String?
    @Option(name: .customLong("mediator-address"), help: "Médiateur de la consommation : adresse postale.")
    var mediatorAddress: String?
    @Option(name: .customLong("mediator-site"), help: "Médiateur de la consommation : site.") var mediatorSite: String?
    @Option(help: "Délais : acpr (10 jours ouvrables, 2 mois) ou rapide (5 jours ouvrés, 15 jours).")
    var delays: Delays?

    /// The two presets.
    enum Delays: String, ExpressibleByArgument, CaseIterable {
        case acpr, rapide
    }

    /// Whether anything was said.
    var isGiven: Bool {
        delays != nil
            || ![address, email, telephone, nda, contact, dataContact, mediatorName, mediatorAddress, mediatorSite]
                .allSatisfy { $0 == nil }
    }

    /// The procedure with what was said.
    func applied(to procedure: Procedure) throws -> Procedure {
        var procedure = procedure
        var provider = procedure.provider
        provider.postalAddress = address.map(Self.lines) ?? provider.postalAddress
        provider.email = email ?? provider.email
        provider.telephone = telephone ?? provider.telephone
        provider.activityDeclaration = nda ?? provider.activityDeclaration
        provider.complaintsContact = contact ?? provider.complaintsContact
        provider.dataProtectionContact = dataContact ?? provider.dataProtectionContact
        procedure.provider = provider
        procedure.consumerMediator = try mediator(procedure.consumerMediator)
        switch delays {
        case .acpr?: procedure.delays = .acpr
        case .rapide?: procedure.delays = .rapide
        case nil: break
        }
        return procedure
    }

    private func mediator(_ present: Mediator?) throws -> Mediator? {
        guard mediatorName != nil || mediatorAddress != nil || mediatorSite != nil else { return present }
        guard let name = mediatorName ?? present?.name,
            let address = mediatorAddress.map(Self.lines) ?? present?.postalAddress,
            let site = mediatorSite ?? present?.website
        else {
            throw ValidationError(
                "Le médiateur demande ses trois coordonnées : --mediator-name, --mediator-address, --mediator-site."
            )
        }
        return Mediator(name: name, postalAddress: address, website: site)
    }

    private static func lines(_ text: String) -> String { text.split(separator: "\\n").joined(separator: "\n") }
}
