import Complaints

/// A setting that differs between two versions of the procedure, of those that the public reads.
struct ProcedureChange: Sendable {
    let name: String
    /// What it is now, and what it was.
    let words: String

    /// What changed, in the order of the settings.
    static func all(from former: Procedure, to procedure: Procedure, _ press: Press) -> [ProcedureChange] {
        zip(settings(of: former, press), settings(of: procedure, press)).compactMap { old, new in
            guard old.value != new.value else { return nil }
            let holes = ["value": new.value, "former": old.value]
            let words =
                old.value.isEmpty
                ? new.value : press.words(new.value.isEmpty ? "versions.removed" : "versions.changed", holes)
            return ProcedureChange(name: press.words("change.\(new.key)"), words: words)
        }
    }

    /// Every setting that is published, in words; empty where it is not set.
    private static func settings(of procedure: Procedure, _ press: Press) -> [(key: String, value: String)] {
        let provider = procedure.provider
        return [
            ("nom", provider.name), ("adresse", provider.postalAddress.lines.joined(separator: ", ")),
            ("courriel", provider.email), ("telephone", provider.telephone), ("site", provider.website),
            ("nda", provider.activityDeclaration), ("contact", provider.complaintsContact),
            ("rgpd", provider.dataProtectionContact), ("mediateur", words(procedure.consumerMediator, press)),
            ("apprentissage", words(procedure.apprenticeshipMediator, press)),
            ("accuse", press.delay(procedure.delays.acknowledgement)),
            ("reponse", press.delay(procedure.delays.answer)),
            ("zone", press.words("zone.\(procedure.zone.rawValue)")),
            (
                "completude",
                press.list(procedure.completeness.required.map { press.words("completeness.\($0.rawValue)") })
            ),
            ("confidence", procedure.confidential?.function ?? ""),
            ("relance", press.inDays(procedure.completionWait.reminder)),
            ("abandon", press.inDays(procedure.completionWait.abandonment)),
            ("personne", press.words("change.personne.\(procedure.isOnePerson ? "une" : "plusieurs")")),
            ("conservation", press.inYears(procedure.retentionYears)),
        ]
    }

    private static func words(_ mediator: Mediator?, _ press: Press) -> String {
        guard let mediator else { return "" }
        let parts = [mediator.name] + mediator.postalAddress.lines + [mediator.website]
        return (parts + [PublishedMediator.agreement(mediator, press)].compactMap(\.self)).joined(separator: ", ")
    }
}
