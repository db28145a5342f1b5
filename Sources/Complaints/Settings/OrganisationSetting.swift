/// What can be set of an organisation and its procedure, by the name that commands give it.
public enum OrganisationSetting: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
    case name, host
    case secondFactor = "second-factor"
    case address, email, telephone, site, nda, contact, signatory
    case dataContact = "data-contact"
    case mediatorName = "mediator-name"
    case mediatorAddress = "mediator-address"
    case mediatorSite = "mediator-site"
    case mediatorAgreed = "mediator-agreed"
    case mediatorEnds = "mediator-ends"
    case apprenticeshipName = "apprenticeship-mediator-name"
    case apprenticeshipAddress = "apprenticeship-mediator-address"
    case apprenticeshipSite = "apprenticeship-mediator-site"
    case delays
    case acknowledgementDelay = "acknowledgement-delay"
    case answerDelay = "answer-delay"
    case zone, completeness, stakeholders
    case reminderDays = "reminder-days"
    case abandonmentDays = "abandonment-days"
    case confidentialRecipient = "confidential-recipient"
    case confidentialFunction = "confidential-function"
    case retentionYears = "retention-years"
    case onePerson = "one-person"

    /// The three details of the mediator that this setting is about; empty for one that is about none. A mediator has
    /// all three (C. conso. R616-1).
    public var mediatorDetails: [OrganisationSetting] {
        switch self {
        case .mediatorName, .mediatorAddress, .mediatorSite, .mediatorAgreed, .mediatorEnds:
            [.mediatorName, .mediatorAddress, .mediatorSite]
        case .apprenticeshipName, .apprenticeshipAddress, .apprenticeshipSite:
            [.apprenticeshipName, .apprenticeshipAddress, .apprenticeshipSite]
        default: []
        }
    }

    /// Whether it may stay empty only where there is no mediator: the name alone says that there is one.
    public var goesWithMediator: Bool { mediatorDetails.dropFirst().contains(self) }

    /// What is said of whoever gets a complaint in confidence: there are both, or neither.
    public static let confidence: [OrganisationSetting] = [.confidentialRecipient, .confidentialFunction]

    /// Those that are in no version of the procedure.
    public static let besideProcedure: [OrganisationSetting] = [.host, .secondFactor]

    /// Whether there is always something in it: it can be changed, and not taken away.
    public var isAlwaysSet: Bool {
        switch self {
        case .name, .secondFactor, .delays, .acknowledgementDelay, .answerDelay, .zone, .completeness, .reminderDays,
            .abandonmentDays, .retentionYears, .onePerson:
            true
        default: false
        }
    }
}
