public import Complaints

extension OrganisationSetting {
    /// The name of its field on the pages.
    public var field: String {
        switch self {
        case .name: "nom"
        case .host: "hote"
        case .secondFactor: "second_facteur"
        case .address: "adresse"
        case .email: "courriel"
        case .telephone: "telephone"
        case .site: "site"
        case .nda: "nda"
        case .contact: "responsable"
        case .signatory: "signataire"
        case .dataContact: "contact_donnees"
        case .mediatorName: "mediateur"
        case .mediatorAddress: "mediateur_adresse"
        case .mediatorSite: "mediateur_site"
        case .mediatorAgreed: "convention_debut"
        case .mediatorEnds: "convention_fin"
        case .apprenticeshipName: "apprentissage"
        case .apprenticeshipAddress: "apprentissage_adresse"
        case .apprenticeshipSite: "apprentissage_site"
        case .delays: "delais"
        case .acknowledgementDelay: "delai_accuse"
        case .answerDelay: "delai_reponse"
        case .zone: "jours_feries"
        case .completeness: "completude"
        case .stakeholders: "qualites"
        case .reminderDays: "relance"
        case .abandonmentDays: "abandon"
        case .confidentialRecipient: "destinataires"
        case .confidentialFunction: "fonction"
        case .retentionYears: "conservation"
        case .onePerson: "une_personne"
        }
    }
}
