/// What can be set of an organisation and its procedure, by the option that sets it and the key that shows it.
public enum OrganisationSetting: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
    case name, host
    case secondFactor = "second-factor"
    case address, email, telephone, site, nda, contact, signatory
    case dataContact = "data-contact"
    case mediatorName = "mediator-name"
    case mediatorAddress = "mediator-address"
    case mediatorSite = "mediator-site"
    case mediatorAgreed = "mediator-agreed"
    case mediatorEnds = "mediator-ends"
    case apprenticeshipName = "apprenticeship-mediator-name"
    case apprenticeshipAddress = "apprenticeship-mediator-address"
    case apprenticeshipSite = "apprenticeship-mediator-site"
    case delays
    case acknowledgementDelay = "acknowledgement-delay"
    case answerDelay = "answer-delay"
    case zone, completeness, stakeholders
    case reminderDays = "reminder-days"
    case abandonmentDays = "abandonment-days"
    case confidentialRecipient = "confidential-recipient"
    case confidentialFunction = "confidential-function"
    case retentionYears = "retention-years"
    case onePerson = "one-person"

    /// As it is typed.
    public var option: String { "--\(rawValue)" }

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
