/// Where a person may turn who is not wholly satisfied (domain §3.5; ).
public enum Recourse: Sendable, Hashable, Codable {
    /// Médiateur de la consommation: free, optional, until one year after the written complaint (C. conso. L612-2).
    case consumerMediator(Mediator, until: CivilDate)
    /// Médiateur de l'apprentissage, for the contract only (C. trav. L6222-39).
    case apprenticeshipMediator(Mediator?)
    /// Conventional mediation, Médiateur des entreprises or a conciliator, for professionals.
    case professionalMediation
    /// The channels of the Caisse des Dépôts, for a decision of its own on a CPF: no provider can change it.
    case cpfOperator
    /// The provider's data-protection contact, then the CNIL.
    case dataProtection
    /// The body that certified the provider's quality.
    case certifier

    /// The recourses of a person, in the order in which the answer gives them.
    ///
    /// - Throws: `.mediatorMissing` where a consumer must be told of a mediator and none is set; `.mediatorExpired`
    ///   where the agreement with the one that is set is over on the day of the answer.
    static func forAnswer(
        to person: Stakeholder?,
        consumer: ConsumerStatus,
        theme: Theme?,
        complaintOf day: CivilDate,
        answeredOn today: CivilDate,
        procedure: Procedure
    ) throws(Refusal) -> [Recourse] {
        var recourses: [Recourse] = []
        // « Les apprentis ou leur famille »: C. trav. L6222-39.
        let parties: [Stakeholder] = [.apprentice, .legalRepresentative, .employer, .apprenticeMaster]
        let isApprenticeshipParty = person.map(parties.contains) ?? false
        if theme == .apprenticeshipContract, isApprenticeshipParty {
            recourses.append(.apprenticeshipMediator(procedure.apprenticeshipMediator))
        }
        switch consumer {
        case .consumer, .undetermined:
            guard let mediator = procedure.consumerMediator else { throw .mediatorMissing }
            if case .expired(let end) = MediatorStanding(of: mediator, on: today) { throw .mediatorExpired(end) }
            recourses.append(.consumerMediator(mediator, until: day.adding(years: 1)))
        case .professional: recourses.append(.professionalMediation)
        }
        if theme == .cpfDecision, person != .cpfOperator { recourses.append(.cpfOperator) }
        if theme == .personalData { recourses.append(.dataProtection) }
        recourses.append(.certifier)
        return recourses
    }

    private enum CodingKeys: String, CodingKey {
        case kind = "recours"
        case mediator = "mediateur"
        case until = "jusqu_au"
    }

    private enum Kind: String, Codable {
        case consumerMediator = "mediateur-consommation"
        case apprenticeshipMediator = "mediateur-apprentissage"
        case professionalMediation = "mediation-conventionnelle"
        case cpfOperator = "caisse-des-depots"
        case dataProtection = "donnees-personnelles"
        case certifier = "certificateur"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        switch try values.decode(Kind.self, forKey: .kind) {
        case .consumerMediator:
            self = .consumerMediator(
                try values.decode(Mediator.self, forKey: .mediator),
                until: try values.decode(CivilDate.self, forKey: .until)
            )
        case .apprenticeshipMediator:
            self = .apprenticeshipMediator(try values.decodeIfPresent(Mediator.self, forKey: .mediator))
        case .professionalMediation: self = .professionalMediation
        case .cpfOperator: self = .cpfOperator
        case .dataProtection: self = .dataProtection
        case .certifier: self = .certifier
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .consumerMediator(let mediator, let until):
            try values.encode(Kind.consumerMediator, forKey: .kind)
            try values.encode(mediator, forKey: .mediator)
            try values.encode(until, forKey: .until)
        case .apprenticeshipMediator(let mediator):
            try values.encode(Kind.apprenticeshipMediator, forKey: .kind)
            try values.encodeIfPresent(mediator, forKey: .mediator)
        case .professionalMediation: try values.encode(Kind.professionalMediation, forKey: .kind)
        case .cpfOperator: try values.encode(Kind.cpfOperator, forKey: .kind)
        case .dataProtection: try values.encode(Kind.dataProtection, forKey: .kind)
        case .certifier: try values.encode(Kind.certifier, forKey: .kind)
        }
    }
}
