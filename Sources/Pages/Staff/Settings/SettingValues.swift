public import Complaints

/// An organisation's settings, each as it would be typed.
public struct SettingValues: Sendable {
    private let procedure: Procedure
    private let host: String?
    private let needsSecondFactor: Bool

    /// - Parameters:
    ///   - host: its host name, where it has one.
    ///   - needsSecondFactor: whether its officers need a second factor.
    public init(procedure: Procedure, host: String?, needsSecondFactor: Bool) {
        self.procedure = procedure
        self.host = host
        self.needsSecondFactor = needsSecondFactor
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
        case .retentionYears: String(procedure.retentionYears)
        default: nil
        }
    }
}
