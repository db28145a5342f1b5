public import App
public import ArgumentParser

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
    var delays: ProviderDetails.Delays?

    /// As an errand takes them.
    var details: ProviderDetails {
        var details = ProviderDetails()
        details.postalAddress = address.map(Self.lines)
        details.email = email
        details.telephone = telephone
        details.activityDeclaration = nda
        details.complaintsContact = contact
        details.dataProtectionContact = dataContact
        details.mediatorName = mediatorName
        details.mediatorAddress = mediatorAddress.map(Self.lines)
        details.mediatorSite = mediatorSite
        details.delays = delays
        return details
    }

    /// What `\\n` separates on the command line, in lines.
    private static func lines(_ text: String) -> String { text.replacing("\\n", with: "\n") }
}

extension ProviderDetails.Delays: ExpressibleByArgument {}
