public import Complaints

/// An organisation's settings, each as it would be typed.
public struct SettingValues: Sendable {
    /// Somebody with an account.
    public struct Person: Sendable {
        /// The account's identifier.
        let id: String
        let name: String
        let email: String
        /// Whether the account is open, and somebody with its roles may be named for complaints in confidence.
        let mayBeConfidedIn: Bool
        /// Whether they can sign in, and have a role that opens case files.
        let opens: Bool
        /// Whether they can sign in, and have a role that handles cases.
        let handles: Bool

        public init(id: String, name: String, email: String, mayBeConfidedIn: Bool, opens: Bool, handles: Bool) {
            self.id = id
            self.name = name
            self.email = email
            self.mayBeConfidedIn = mayBeConfidedIn
            self.opens = opens
            self.handles = handles
        }
    }

    private let procedure: Procedure
    private let host: String?
    private let needsSecondFactor: Bool
    private let people: [Person]

    /// - Parameters:
    ///   - host: its host name, where it has one.
    ///   - needsSecondFactor: whether its officers need a second factor.
    ///   - people: everybody with an account, closed ones too, by whom some settings are said.
    public init(procedure: Procedure, host: String?, needsSecondFactor: Bool, people: [Person] = []) {
        self.procedure = procedure
        self.host = host
        self.needsSecondFactor = needsSecondFactor
        self.people = people
    }

    /// Who is proposed for complaints in confidence: whoever may be named, and whoever is named already.
    var choices: [Person] {
        people.filter { $0.mayBeConfidedIn || procedure.confidential?.accounts.contains($0.id) == true }
    }

    /// What is to be known of those who are named for complaints in confidence: who of them can open no case, who can handle
    /// none, and that nobody can, a sentence each (R-87).
    func confidenceGaps(_ press: Press) -> [String] {
        guard let named = procedure.confidential?.accounts else { return [] }
        let unable = people.filter { named.contains($0.id) && !$0.handles }
        let sentences = unable.map { person in
            press.words("staff.reglages.confidence.\(person.opens ? "unable" : "shut")", ["name": person.name])
        }
        let isNobody = !people.contains { named.contains($0.id) && $0.handles }
        return sentences + (isNobody ? [press.words("staff.reglages.confidence.nobody")] : [])
    }

    /// What a setting is; nil where it is not set.
    public subscript(setting: OrganisationSetting) -> String? {
        (identity(setting) ?? mediation(setting) ?? rule(setting))
            .flatMap { $0.isEmpty ? nil : $0.replacing("\u{A0}", with: " ") }
    }

    private func identity(_ setting: OrganisationSetting) -> String? {
        let provider = procedure.provider
        return switch setting {
        case .name: provider.name
        case .host: host
        case .secondFactor: needsSecondFactor ? "on" : "off"
        case .address: provider.postalAddress
        case .email: provider.email
        case .telephone: provider.telephone
        case .site: provider.website
        case .nda: provider.activityDeclaration
        case .contact: provider.complaintsContact
        case .signatory: provider.signatory
        case .dataContact: provider.dataProtectionContact
        default: nil
        }
    }

    private func mediation(_ setting: OrganisationSetting) -> String? {
        switch setting {
        case .mediatorName: procedure.consumerMediator?.name
        case .mediatorAddress: procedure.consumerMediator?.postalAddress
        case .mediatorSite: procedure.consumerMediator?.website
        case .mediatorAgreed: procedure.consumerMediator?.agreedOn?.description
        case .mediatorEnds: procedure.consumerMediator?.agreementEnds?.description
        case .apprenticeshipName: procedure.apprenticeshipMediator?.name
        case .apprenticeshipAddress: procedure.apprenticeshipMediator?.postalAddress
        case .apprenticeshipSite: procedure.apprenticeshipMediator?.website
        default: nil
        }
    }

    private func rule(_ setting: OrganisationSetting) -> String? {
        switch setting {
        case .delays: procedure.delays == .acpr ? "acpr" : procedure.delays == .rapide ? "rapide" : nil
        case .acknowledgementDelay: FrenchDates.delay(procedure.delays.acknowledgement)
        case .answerDelay: FrenchDates.delay(procedure.delays.answer)
        case .zone: procedure.zone.rawValue
        case .completeness: procedure.completeness.required.map(\.rawValue).joined(separator: ",")
        case .stakeholders:
            procedure.ownStakeholders.filter(\.isOffered)
                .map { "\($0.name)=\($0.kind.rawValue)" }.joined(separator: "; ")
        case .reminderDays: String(procedure.completionWait.reminder)
        case .abandonmentDays: String(procedure.completionWait.abandonment)
        case .confidentialRecipient: procedure.confidential.map { addresses($0.accounts) }
        case .confidentialFunction: procedure.confidential?.function
        case .retentionYears: String(procedure.retentionYears)
        case .onePerson: procedure.isOnePerson ? "on" : "off"
        default: nil
        }
    }

    /// The addresses of some accounts, between commas; the identifier of one that is not known.
    private func addresses(_ accounts: [String]) -> String {
        accounts.map { id in people.first { $0.id == id }?.email ?? id }.sorted().joined(separator: ", ")
    }
}
