import App
import ArgumentParser
import Complaints

/// What can be set of an organisation. Values are read by `App`, which refuses a bad one in French.
struct OrganisationOptions: ParsableArguments {
    @Option(help: "Nom de l’organisme.") var name: String?
    @Option(help: "Nom d’hôte qui désigne cet organisme, sans https://.") var host: String?
    @Option(name: .customLong("second-factor"), help: "Second facteur à la connexion : on ou off.")
    var secondFactor: String?
    @Option(help: "Adresse postale ; \\n sépare les lignes.") var address: String?
    @Option(help: "Adresse électronique des réclamations.") var email: String?
    @Option(help: "Téléphone.") var telephone: String?
    @Option(help: "Site de l’organisme, avec https://.") var site: String?
    @Option(help: "Numéro de déclaration d’activité.") var nda: String?
    @Option(help: "Responsable des réclamations, tel qu’imprimé.") var contact: String?
    @Option(help: "Signataire des réponses, tel qu’imprimé.") var signatory: String?
    @Option(name: .customLong("data-contact"), help: "Contact pour les données personnelles.") var dataContact: String?
    @OptionGroup var mediators: MediatorOptions
    @OptionGroup var rules: RuleOptions

    /// As an errand takes them.
    var details: OrganisationDetails {
        OrganisationDetails(
            [
                .name: name, .host: host, .secondFactor: secondFactor, .address: address, .email: email,
                .telephone: telephone, .site: site, .nda: nda, .contact: contact, .signatory: signatory,
                .dataContact: dataContact,
            ].merging(mediators.typed) { $1 }.merging(rules.typed) { $1 }
        )
    }
}

/// The two mediators.
struct MediatorOptions: ParsableArguments {
    @Option(name: .customLong("mediator-name"), help: "Médiateur de la consommation : nom.") var mediatorName: String?
    @Option(name: .customLong("mediator-address"), help: "Médiateur de la consommation : adresse postale.")
    var mediatorAddress: String?
    @Option(name: .customLong("mediator-site"), help: "Médiateur de la consommation : site.") var mediatorSite: String?
    @Option(name: .customLong("mediator-agreed"), help: "Convention avec lui : premier jour, AAAA-MM-JJ.")
    var mediatorAgreed: String?
    @Option(name: .customLong("mediator-ends"), help: "Convention avec lui : dernier jour, AAAA-MM-JJ.")
    var mediatorEnds: String?
    @Option(name: .customLong("apprenticeship-mediator-name"), help: "Médiateur de l’apprentissage : nom.")
    var apprenticeshipName: String?
    @Option(
        name: .customLong("apprenticeship-mediator-address"),
        help: "Médiateur de l’apprentissage : adresse postale."
    )
    var apprenticeshipAddress: String?
    @Option(name: .customLong("apprenticeship-mediator-site"), help: "Médiateur de l’apprentissage : site.")
    var apprenticeshipSite: String?

    /// By the setting that each one is.
    var typed: [OrganisationSetting: String?] {
        [
            .mediatorName: mediatorName, .mediatorAddress: mediatorAddress, .mediatorSite: mediatorSite,
            .mediatorAgreed: mediatorAgreed, .mediatorEnds: mediatorEnds, .apprenticeshipName: apprenticeshipName,
            .apprenticeshipAddress: apprenticeshipAddress, .apprenticeshipSite: apprenticeshipSite,
        ]
    }
}

/// What the procedure promises and demands.
struct RuleOptions: ParsableArguments {
    @Option(help: "Délais : acpr (10 jours ouvrables, 2 mois) ou rapide (5 jours ouvrés, 15 jours).")
    var delays: String?
    @Option(name: .customLong("acknowledgement-delay"), help: "Délai de l’accusé de réception : « 5 jours ouvrés ».")
    var acknowledgementDelay: String?
    @Option(name: .customLong("answer-delay"), help: "Délai de la réponse : « 1 mois ».") var answerDelay: String?
    @Option(help: "Jours fériés : metropole, alsace-moselle, guadeloupe, la-reunion…") var zone: String?
    @Option(help: "Rubriques d’une réclamation complète, séparées par des virgules.") var completeness: String?
    @Option(help: "Qualités ajoutées à « Vous êtes ? » : « Ancien stagiaire=stagiaire; Juré=certificateur ».")
    var stakeholders: String?
    @Option(name: .customLong("reminder-days"), help: "Jours sans complément avant une relance.")
    var reminderDays: String?
    @Option(name: .customLong("abandonment-days"), help: "Jours sans complément avant un abandon.")
    var abandonmentDays: String?
    @Option(
        name: .customLong("confidential-recipient"),
        parsing: .upToNextOption,
        help: "Comptes qui reçoivent une réclamation contre qui les traite, ou contre la direction."
    )
    var confidentialRecipient: [String] = []
    @Option(name: .customLong("confidential-function"), help: "Leur fonction, telle que le public la lit.")
    var confidentialFunction: String?
    @Option(name: .customLong("retention-years"), help: "Années de conservation d’un dossier clos.")
    var retentionYears: String?
    @Option(name: .customLong("one-person"), help: "L’organisme est une seule personne : on ou off.")
    var onePerson: String?

    /// By the setting that each one is.
    var typed: [OrganisationSetting: String?] {
        [
            .delays: delays, .acknowledgementDelay: acknowledgementDelay, .answerDelay: answerDelay, .zone: zone,
            .completeness: completeness, .stakeholders: stakeholders, .reminderDays: reminderDays,
            .abandonmentDays: abandonmentDays,
            .confidentialRecipient: confidentialRecipient.isEmpty
                ? nil : confidentialRecipient.joined(separator: ", "),
            .confidentialFunction: confidentialFunction, .retentionYears: retentionYears, .onePerson: onePerson,
        ]
    }
}
