/// The provider's complaints procedure as it stood on a day: the settings that the rules obey.
///
/// Each change makes a new version; a case file keeps the version of the day it was received, so that a changed delay
/// never moves an existing due date.
public struct Procedure: Sendable, Hashable, Codable {
    /// 1, 2, 3… per organisation.
    public var version: Int
    /// Who the provider is.
    public var provider: Provider
    /// Mediator for consumers (C. conso. L612-1); nil until the provider has entered one.
    public var consumerMediator: Mediator?
    /// Mediator for apprenticeship contracts (C. trav. L6222-39); nil where there is none.
    public var apprenticeshipMediator: Mediator?
    /// How long an acknowledgement and an answer may take.
    public var delays: DeadlineRules
    /// Which public holidays count.
    public var zone: Zone
    /// What a complaint must contain before it is registered.
    public var completeness: Completeness
    /// When to remind of what is missing, and when to give up waiting.
    public var completionWait: CompletionWait
    /// The kinds of person that the provider has ever added to the standard list, those offered first.
    public internal(set) var ownStakeholders: [OwnStakeholder] = []
    /// Who gets a complaint about whoever handles complaints, or about the management; nil where nobody is named, and it is
    /// the management’s.
    public var confidential: ConfidentialRecipients?
    /// Years a closed case is kept in the Classeur (procedure §5).
    public var retentionYears: Int
    /// Whether the provider declares that it is one person, whatever accounts there are: what takes two people elsewhere is
    /// then done by that one, and says so each time (S-59; docs/decisions/0019).
    public var isOnePerson = false

    public init(
        version: Int = 1,
        provider: Provider,
        consumerMediator: Mediator? = nil,
        apprenticeshipMediator: Mediator? = nil,
        delays: DeadlineRules = .acpr,
        zone: Zone = .metropole,
        completeness: Completeness = .standard,
        completionWait: CompletionWait = .standard,
        retentionYears: Int = 7
    ) {
        self.version = version
        self.provider = provider
        self.consumerMediator = consumerMediator
        self.apprenticeshipMediator = apprenticeshipMediator
        self.delays = delays
        self.zone = zone
        self.completeness = completeness
        self.completionWait = completionWait
        self.retentionYears = retentionYears
    }

    /// The due dates of a complaint whose clock starts on `day` (R-26: the earliest proven date).
    public func dueDates(from day: CivilDate) -> DueDates {
        let calendar = FrenchCalendar(zone: zone)
        return DueDates(
            acknowledgement: calendar.deadline(from: day, after: delays.acknowledgement),
            answer: calendar.deadline(from: day, after: delays.answer)
        )
    }

    /// As the public may read it on a day: without a mediator whose agreement is over, whom nobody can turn to.
    public func shown(on day: CivilDate) -> Procedure {
        var shown = self
        if case .expired = MediatorStanding(of: consumerMediator, on: day) { shown.consumerMediator = nil }
        return shown
    }

    /// A version written before there was a wait for completion has the standard one; before there were kinds of person of
    /// one’s own, or confidential recipients, none; before a provider could declare that it is one person, it did not.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            version: try values.decode(Int.self, forKey: .version),
            provider: try values.decode(Provider.self, forKey: .provider),
            consumerMediator: try values.decodeIfPresent(Mediator.self, forKey: .consumerMediator),
            apprenticeshipMediator: try values.decodeIfPresent(Mediator.self, forKey: .apprenticeshipMediator),
            delays: try values.decode(DeadlineRules.self, forKey: .delays),
            zone: try values.decode(Zone.self, forKey: .zone),
            completeness: try values.decode(Completeness.self, forKey: .completeness),
            completionWait: try values.decodeIfPresent(CompletionWait.self, forKey: .completionWait) ?? .standard,
            retentionYears: try values.decode(Int.self, forKey: .retentionYears)
        )
        ownStakeholders = try values.decodeIfPresent([OwnStakeholder].self, forKey: .ownStakeholders) ?? []
        confidential = try values.decodeIfPresent(ConfidentialRecipients.self, forKey: .confidential)
        isOnePerson = try values.decodeIfPresent(Bool.self, forKey: .isOnePerson) ?? false
    }

    private enum CodingKeys: String, CodingKey {
        case version
        case provider = "organisme"
        case consumerMediator = "mediateur"
        case apprenticeshipMediator = "mediateur_apprentissage"
        case delays = "delais"
        case zone
        case completeness = "completude"
        case completionWait = "attente_complements"
        case ownStakeholders = "qualites"
        case confidential = "destinataires_confidentiels"
        case retentionYears = "conservation_ans"
        case isOnePerson = "une_seule_personne"
    }
}

/// When a complaint must be acknowledged and answered, fixed at reception.
public struct DueDates: Sendable, Hashable, Codable {
    /// Accusé de réception.
    public var acknowledgement: Deadline
    /// Réponse.
    public var answer: Deadline

    public init(acknowledgement: Deadline, answer: Deadline) {
        self.acknowledgement = acknowledgement
        self.answer = answer
    }

    private enum CodingKeys: String, CodingKey {
        case acknowledgement = "accuse"
        case answer = "reponse"
    }
}
