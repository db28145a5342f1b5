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
    /// Its own website, https.
    public var website: String
    /// Numéro de déclaration d'activité (NDA) with the préfet de région.
    public var activityDeclaration: String
    /// Who answers for complaints: a name or a function, as printed.
    public var complaintsContact: String
    /// Who answers for personal data.
    public var dataProtectionContact: String
    /// Who signs answers, as printed; empty where each officer signs.
    public var signatory: String

    public init(
        name: String,
        postalAddress: String = "",
        email: String = "",
        telephone: String = "",
        website: String = "",
        activityDeclaration: String = "",
        complaintsContact: String = "",
        dataProtectionContact: String = "",
        signatory: String = ""
    ) {
        self.name = name
        self.postalAddress = postalAddress
        self.email = email
        self.telephone = telephone
        self.website = website
        self.activityDeclaration = activityDeclaration
        self.complaintsContact = complaintsContact
        self.dataProtectionContact = dataProtectionContact
        self.signatory = signatory
    }

    /// Settings written before there was a website or a signatory have neither.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try values.decode(String.self, forKey: .name),
            postalAddress: try values.decode(String.self, forKey: .postalAddress),
            email: try values.decode(String.self, forKey: .email),
            telephone: try values.decode(String.self, forKey: .telephone),
            website: try values.decodeIfPresent(String.self, forKey: .website) ?? "",
            activityDeclaration: try values.decode(String.self, forKey: .activityDeclaration),
            complaintsContact: try values.decode(String.self, forKey: .complaintsContact),
            dataProtectionContact: try values.decode(String.self, forKey: .dataProtectionContact),
            signatory: try values.decodeIfPresent(String.self, forKey: .signatory) ?? ""
        )
    }

    private enum CodingKeys: String, CodingKey {
        case name = "nom"
        case postalAddress = "adresse"
        case email = "courriel"
        case telephone
        case website = "site"
        case activityDeclaration = "nda"
        case complaintsContact = "contact_reclamations"
        case dataProtectionContact = "contact_rgpd"
        case signatory = "signataire"
    }
}
