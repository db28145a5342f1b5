import Complaints
import Foundation
import Pages
import Registry

/// An organisation's settings as `organisation show` prints them: every value as `organisation set` would take it.
struct OrganisationSheet {
    let organisation: Organisation
    let procedure: Procedure
    /// The addresses of its accounts, by account.
    let emails: [String: String]

    /// One setting a line, the values under one another.
    var lines: [String] {
        let rows =
            [("Identifiant", organisation.id), ("Version de la procédure", String(procedure.version))]
            + OrganisationSetting.allCases.map { ($0.label, value($0) ?? "–") }
        let width = rows.map(\.0.count).max() ?? 0
        return rows.flatMap { label, value in
            value.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
                let head = index == 0 ? label : ""
                return head + String(repeating: " ", count: width - head.count + 2) + line
            }
        }
    }

    /// One object: the options' names without their dashes, what is not set left out.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            var fields = ["id": organisation.id, "version": String(procedure.version)]
            for setting in OrganisationSetting.allCases { fields[setting.rawValue] = value(setting) }
            return String(decoding: try encoder.encode(fields), as: UTF8.self)
        }
    }

    /// What a setting is; nil where it is not set.
    private func value(_ setting: OrganisationSetting) -> String? {
        let provider = procedure.provider
        let text: String? =
            switch setting {
            case .name: provider.name
            case .host: organisation.host
            case .secondFactor: organisation.needsSecondFactor ? "on" : "off"
            case .address: provider.postalAddress
            case .email: provider.email
            case .telephone: provider.telephone
            case .site: provider.website
            case .nda: provider.activityDeclaration
            case .contact: provider.complaintsContact
            case .signatory: provider.signatory
            case .dataContact: provider.dataProtectionContact
            case .mediatorName: procedure.consumerMediator?.name
            case .mediatorAddress: procedure.consumerMediator?.postalAddress
            case .mediatorSite: procedure.consumerMediator?.website
            case .mediatorAgreed: procedure.consumerMediator?.agreedOn?.description
            case .mediatorEnds: procedure.consumerMediator?.agreementEnds?.description
            case .apprenticeshipName: procedure.apprenticeshipMediator?.name
            case .apprenticeshipAddress: procedure.apprenticeshipMediator?.postalAddress
            case .apprenticeshipSite: procedure.apprenticeshipMediator?.website
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
            case .confidentialRecipient:
                procedure.confidential?.accounts.map { emails[$0] ?? $0 }.sorted().joined(separator: ", ")
            case .confidentialFunction: procedure.confidential?.function
            case .retentionYears: String(procedure.retentionYears)
            case .onePerson: procedure.isOnePerson ? "on" : "off"
            }
        return text.flatMap { $0.isEmpty ? nil : $0.replacing("\u{A0}", with: " ") }
    }
}
