import Complaints

/// What letters and public pages say of the provider, as far as a command says it; nil leaves what is.
public struct ProviderDetails: Codable, Sendable, Equatable {
    /// Postal address, in lines.
    public var postalAddress: String?
    /// The mailbox of complaints.
    public var email: String?
    public var telephone: String?
    /// The number under which the préfet de région knows the provider.
    public var activityDeclaration: String?
    /// Who answers for complaints, as printed.
    public var complaintsContact: String?
    /// Whom to ask about personal data.
    public var dataProtectionContact: String?
    /// The consumer mediator: all three, or none.
    public var mediatorName: String?
    public var mediatorAddress: String?
    public var mediatorSite: String?
    /// How long acts may take.
    public var delays: Delays?

    /// The two presets.
    public enum Delays: String, Codable, CaseIterable, Sendable {
        case acpr, rapide
    }

    public init() {}

    /// Whether anything was said.
    var isGiven: Bool { self != ProviderDetails() }

    /// The procedure with what was said.
    ///
    /// - Throws: `Settings.Mistake` where a mediator is only half said.
    func applied(to procedure: Procedure) throws -> Procedure {
        var procedure = procedure
        var provider = procedure.provider
        provider.postalAddress = postalAddress ?? provider.postalAddress
        provider.email = email ?? provider.email
        provider.telephone = telephone ?? provider.telephone
        provider.activityDeclaration = activityDeclaration ?? provider.activityDeclaration
        provider.complaintsContact = complaintsContact ?? provider.complaintsContact
        provider.dataProtectionContact = dataProtectionContact ?? provider.dataProtectionContact
        procedure.provider = provider
        procedure.consumerMediator = try mediator(procedure.consumerMediator)
        switch delays {
        case .acpr?: procedure.delays = .acpr
        case .rapide?: procedure.delays = .rapide
        case nil: break
        }
        return procedure
    }

    private func mediator(_ present: Mediator?) throws -> Mediator? {
        guard mediatorName != nil || mediatorAddress != nil || mediatorSite != nil else { return present }
        guard let name = mediatorName ?? present?.name, let address = mediatorAddress ?? present?.postalAddress,
            let site = mediatorSite ?? present?.website
        else {
            throw Settings.Mistake(
                description:
                    "Le médiateur demande ses trois coordonnées : --mediator-name, --mediator-address, --mediator-site."
            )
        }
        return Mediator(name: name, postalAddress: address, website: site)
    }
}
