/// Who paid for the training, as the person says: the one question whose answer mostly tells a consumer from a professional
/// (domain §3.3; Code de la consommation, article liminaire).
public enum Payer: String, Sendable, Codable, CaseIterable {
    /// The person or their family, outside any professional activity; with a CPF too, whose holder is the client.
    case person = "moi"
    /// The person, for their own trade or company.
    case business = "mon-activite"
    /// Their employer, or a body in its place, such as an OPCO: the person has as a rule no contract with the provider.
    case employer = "employeur"
    /// France Travail, a region, another body.
    case body = "organisme"
    /// They do not know.
    case unknown = "ne-sait-pas"
}

extension ConsumerStatus {
    /// What an officer is proposed, who decides: nothing follows from it alone. An organisation that says to have
    /// paid as a private person contradicts itself, and is proposed nothing.
    ///
    /// - Parameter kind: what the rules take the person for.
    public static func proposed(for kind: Stakeholder?, paidBy payer: Payer?) -> ConsumerStatus {
        if kind?.isOrganisation == true { return payer == .person ? .undetermined : .professional }
        return switch payer {
        case .person: .consumer
        case .business: .professional
        case .employer, .body, .unknown, nil: .undetermined
        }
    }
}
