/// Destinataires confidentiels: who gets a complaint about whoever handles complaints, or about the management. Each
/// of them may open case files.
public struct ConfidentialRecipients: Sendable, Hashable, Codable {
    /// Their accounts.
    public var accounts: [String]
    /// Who they are by their function, as the public reads it: « la présidente de l’association ».
    public var function: String

    public init(accounts: [String], function: String) {
        self.accounts = accounts
        self.function = function
    }

    private enum CodingKeys: String, CodingKey {
        case accounts = "comptes"
        case function = "fonction"
    }
}

extension Procedure {
    /// What a complaint is restricted to that says, on its way in, that it is about whoever handles complaints or about the
    /// management: to the persons whom the provider has named for that, else to the management.
    public var confidence: Restriction {
        Restriction(ground: .implicatesManager, readers: (confidential?.accounts ?? []).sorted())
    }

    /// Whether a complaint in confidence is read by the very person whom it may be about, there being nobody else.
    public var hasNobodyToConfideTo: Bool { isOnePerson && confidential == nil }
}
