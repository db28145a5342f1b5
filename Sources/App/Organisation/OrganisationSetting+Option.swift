import Complaints

extension OrganisationSetting {
    /// As it is typed.
    var option: String { "--\(rawValue)" }

    /// As a person reads it.
    var label: String {
        switch self {
        case .name: "Nom"
        case .host: "Nom d’hôte"
        case .secondFactor: "Second facteur"
        case .address: "Adresse postale"
        case .email: "Adresse électronique"
        case .telephone: "Téléphone"
        case .site: "Site"
        case .nda: "Déclaration d’activité"
        case .contact: "Responsable des réclamations"
        case .signatory: "Signataire des réponses"
        case .dataContact: "Données personnelles"
        case .mediatorName: "Médiateur de la consommation"
        case .mediatorAddress, .apprenticeshipAddress: "  adresse"
        case .mediatorSite, .apprenticeshipSite: "  site"
        case .mediatorAgreed: "  convention du"
        case .mediatorEnds: "  convention jusqu’au"
        case .apprenticeshipName: "Médiateur de l’apprentissage"
        case .delays: "Délais"
        case .acknowledgementDelay: "  accusé de réception"
        case .answerDelay: "  réponse"
        case .zone: "Jours fériés"
        case .completeness: "Une réclamation complète"
        case .stakeholders: "Qualités ajoutées"
        case .reminderDays: "Relance proposée après (jours)"
        case .abandonmentDays: "Abandon proposé après (jours)"
        case .confidentialRecipient: "Destinataires en confidence"
        case .confidentialFunction: "  fonction"
        case .retentionYears: "Conservation (années)"
        case .onePerson: "Une seule personne"
        }
    }
}
