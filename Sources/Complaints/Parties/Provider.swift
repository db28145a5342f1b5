/// The training provider as its letters and public pages name it.
public struct Provider: Sendable, Hashable, Codable {
    /// Its legal name.
    public var name: String
    /// Postal address, one line per element, lines separated by a line feed.
    public var postalAddress: String
    /// Where complaints and questions are written to.
    public var email: String
    /// Telephone, as printed.
    public var telephone: String
    /// Numéro de déclaration d'activité (NDA) with the préfet de région.
    public var activityDeclaration: String
    /// Who answers for complaints: a name or a function, as printed.
    public var complaintsContact: String
    /// Who answers for personal data.
    public var dataProtectionContact: String

    public init(
        name: String,
        postalAddress: String = "",
        email: String = "",
        telephone: String = "",
        activityDeclaration: String = "",
        complaintsContact: String = "",
        dataProtectionContact: String = ""
    ) {
        self.name = name
        self.postalAddress = postalAddress
        self.email = email
        self.telephone = telephone
        self.activityDeclaration = activityDeclaration
        self.complaintsContact = complaintsContact
        self.dataProtectionContact = dataProtectionContact
    }

    private enum CodingKeys: String, CodingKey {
        case name = "nom"
        case postalAddress = "adresse"
        case email = "courriel"
        case telephone = "telephone"
        case activityDeclaration = "nda"
        case complaintsContact = "contact_reclamations"
        case dataProtectionContact = "contact_rgpd"
    }
}

/// Médiateur: name, postal address and website, all three required in an answer (C. conso. R616-1; ).
public struct Mediator: Sendable, Hashable, Codable {
    /// Name of the mediator or of the body.
    public var name: String
    /// Postal address.
    public var postalAddress: String
    /// Website, https.
    public var website: String

    public init(name: String, postalAddress: String, website: String) {
        self.name = name
        self.postalAddress = postalAddress
        self.website = website
    }

    private enum CodingKeys: String, CodingKey {
        case name = "nom"
        case postalAddress = "adresse"
        case website = "site"
    }
}
