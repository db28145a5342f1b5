public import Complaints
public import Registry

/// What somebody typed for an organisation's settings, in a command or on a page, and the one place where it is judged.
/// What they did not say stays as it is; `aucun` takes a setting away.
public struct TypedSettings: Sendable {
    /// The texts, by setting.
    public let typed: [OrganisationSetting: String]

    /// The organisation's accounts, some of which a setting may name.
    let accounts: [Account]

    /// - Parameter accounts: the organisation's, closed ones too; none where it is yet to be.
    public init(_ typed: [OrganisationSetting: String], among accounts: [Account] = []) {
        self.typed = typed
        self.accounts = accounts
    }

    /// What is to change by it. What concerns the procedure is judged against the one in force as it is changed.
    ///
    /// - Parameter today: the day on which the dates of an agreement are judged.
    public func change(today: CivilDate) throws(SettingMistakes) -> OrganisationChange {
        var reading = SettingReading(typed)
        let change = change(today, &reading)
        if let mistakes = SettingMistakes(reading.mistakes) { throw mistakes }
        return change
    }

    /// All that is wrong with it, where this procedure is in force.
    public func mistakes(against procedure: Procedure, today: CivilDate) -> [SettingMistake] {
        var reading = SettingReading(typed)
        _ = change(today, &reading)
        _ = applied(to: procedure, today, &reading)
        return reading.mistakes
    }

    /// The organisation that is described.
    ///
    /// - Throws: `SettingMistakes`, all of them; `Refusal.forbiddenWording`.
    public func founding(today: CivilDate) throws -> OrganisationFounding {
        var reading = SettingReading(typed)
        let change = change(today, &reading)
        if typed[.name] == nil { reading.note(SettingMistake(.name, "", .missing)) }
        let bare = Procedure(provider: Provider(name: change.name ?? ""))
        let procedure = applied(to: bare, today, &reading)
        if let mistakes = SettingMistakes(reading.mistakes) { throw mistakes }
        try procedure.refuseForbiddenWording()
        return OrganisationFounding(
            name: procedure.provider.name,
            host: change.host.flatMap { $0.isEmpty ? nil : $0 },
            needsSecondFactor: change.needsSecondFactor ?? true,
            procedure: procedure
        )
    }

    private func change(_ today: CivilDate, _ reading: inout SettingReading) -> OrganisationChange {
        var change = OrganisationChange()
        change.name = reading.read(.name) { text throws(SettingMistake) in try text.line }
        change.host = reading.read(.host) { text throws(SettingMistake) in text.isNone ? "" : try text.host }
        change.needsSecondFactor = reading.read(.secondFactor) { text throws(SettingMistake) in try text.isOn }
        let own = OrganisationSetting.besideProcedure + [.name]
        if typed.keys.contains(where: { !own.contains($0) }) {
            change.procedure = { present in
                var reading = SettingReading(typed)
                let next = applied(to: present, today, &reading)
                if let mistakes = SettingMistakes(reading.mistakes) { throw mistakes }
                return next
            }
        }
        return change
    }

    /// The procedure with what was said.
    private func applied(to procedure: Procedure, _ today: CivilDate, _ reading: inout SettingReading) -> Procedure {
        var procedure = procedure
        describe(&procedure.provider, &reading)
        procedure.consumerMediator = consumerMediator(procedure.consumerMediator, today, &reading)
        procedure.apprenticeshipMediator = mediator(
            procedure.apprenticeshipMediator,
            OrganisationSetting.apprenticeshipName.mediatorDetails,
            &reading
        )
        procedure.confidential = confidential(procedure.confidential, today, &reading)
        rule(&procedure, &reading)
        return procedure
    }

    /// Writes what was said of the provider; `aucun` leaves a text empty.
    private func describe(_ provider: inout Provider, _ reading: inout SettingReading) {
        func write(
            _ setting: OrganisationSetting,
            _ place: WritableKeyPath<Provider, String>,
            _ read: (SettingText) throws(SettingMistake) -> String
        ) {
            let text = reading.read(setting) { text throws(SettingMistake) in text.isNone ? "" : try read(text) }
            if let text { provider[keyPath: place] = text }
        }
        write(.address, \.postalAddress) { text throws(SettingMistake) in try text.lines }
        write(.email, \.email) { text throws(SettingMistake) in try text.email }
        write(.telephone, \.telephone) { text throws(SettingMistake) in try text.telephone }
        write(.site, \.website) { text throws(SettingMistake) in try text.site }
        write(.nda, \.activityDeclaration) { text throws(SettingMistake) in try text.activityDeclaration }
        write(.contact, \.complaintsContact) { text throws(SettingMistake) in try text.line }
        write(.signatory, \.signatory) { text throws(SettingMistake) in try text.line }
        write(.dataContact, \.dataProtectionContact) { text throws(SettingMistake) in try text.line }
    }
}
