/// A person who says that they are under eighteen, with who represents them and how to reach that person. Where it
/// is not said, there is no such value: no date of birth, no kinship, nothing beyond need (GDPR art. 5(1)(c)).
public struct Minor: Sendable, Hashable, Codable {
    /// The name of who represents them; nil where they named nobody, which they need not.
    public var representative: String?
    /// An e-mail address or a telephone number of that person's, in the minor's words.
    public var contact: String?
    /// Where that person lives, where letters on paper are to go there.
    public var postalAddress: String?

    /// What is blank is not said.
    public init(representative: String? = nil, contact: String? = nil, postalAddress: String? = nil) {
        self.representative = representative.said
        self.contact = contact.said
        self.postalAddress = postalAddress.said
    }

    /// Whether nothing is said of who represents them.
    public var isAlone: Bool { representative == nil && contact == nil && postalAddress == nil }

    private enum CodingKeys: String, CodingKey {
        case representative = "representant"
        case contact = "joindre"
        case postalAddress = "adresse"
    }
}

extension Minor {
    /// The names of its fields, on the form and in what was supplied later.
    enum Name {
        static let age = "mineur"
        static let representative = "representant_nom"
        static let contact = "representant_contact"
        static let postalAddress = "representant_adresse"
    }

    /// As it stands after fields that were supplied later, by their name on the form; nil once the person is of age.
    ///
    /// - Parameter earlier: as it stood before.
    init?(_ supplied: [String: String], after earlier: Minor?) {
        let isMinor = supplied[Name.age].map { $0 == "oui" } ?? (earlier != nil)
        guard isMinor else { return nil }
        self.init(
            representative: supplied[Name.representative] ?? earlier?.representative,
            contact: supplied[Name.contact] ?? earlier?.contact,
            postalAddress: supplied[Name.postalAddress] ?? earlier?.postalAddress
        )
    }
}

extension String? {
    /// Nil where there is nothing to read in it.
    fileprivate var said: String? { flatMap { $0.isBlank ? nil : $0 } }
}

extension Amendment {
    /// What is known from now on of a person's age, and of who represents a minor.
    public struct Age: Sendable, Hashable, Codable {
        /// Whether they are under eighteen; once they are not, no letter goes through other hands any more.
        public var isMinor: Bool
        /// What is corrected of who represents them; what it does not say stays as it is.
        public var corrected: Minor?

        public init(isMinor: Bool, corrected: Minor? = nil) {
            self.isMinor = isMinor
            self.corrected = corrected
        }

        /// By the names of the form.
        var fields: [String: String] {
            [
                Minor.Name.age: isMinor ? "oui" : "non", Minor.Name.representative: corrected?.representative,
                Minor.Name.contact: corrected?.contact, Minor.Name.postalAddress: corrected?.postalAddress,
            ].compactMapValues(\.self)
        }

        private enum CodingKeys: String, CodingKey {
            case isMinor = "mineur"
            case corrected = "representation"
        }
    }
}
