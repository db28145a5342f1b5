public import Complaints

/// Settings that are shown and changed together.
public enum SettingsGroup: String, Sendable, CaseIterable {
    case identity = "organisme"
    case people = "personnes"
    case mediation
    case delays = "delais"
    case completeness = "completude"
    case confidence
    case retention = "conservation"
    case access = "acces"

    /// Its settings, in the order of the page.
    public var settings: [OrganisationSetting] {
        switch self {
        case .identity: [.name, .address, .email, .telephone, .site, .nda]
        case .people: [.contact, .signatory, .dataContact, .onePerson]
        case .mediation:
            [
                .mediatorName, .mediatorAddress, .mediatorSite, .mediatorAgreed, .mediatorEnds, .apprenticeshipName,
                .apprenticeshipAddress, .apprenticeshipSite,
            ]
        case .delays: [.acknowledgementDelay, .answerDelay, .zone]
        case .completeness: [.completeness, .reminderDays, .abandonmentDays, .stakeholders]
        case .confidence: OrganisationSetting.confidence
        case .retention: [.retentionYears]
        case .access: [.secondFactor, .host]
        }
    }

    /// Those of them that a page changes. The host name is the machine's affair: whoever sets it takes that address
    /// from the others who are served there.
    public var changeable: [OrganisationSetting] { settings.filter { $0 != .host } }
}
