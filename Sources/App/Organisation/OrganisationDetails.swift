import Complaints
import Registry

/// What a command says of an organisation, as it was typed; what it does not say stays as it is.
public struct OrganisationDetails: Codable, Sendable, Equatable {
    /// The texts, by setting.
    public var typed: [OrganisationSetting: String]

    /// The two presets (R-25).
    enum Preset: String, CaseIterable {
        case acpr, rapide
    }

    /// - Parameter typed: what was said; nil for what was not.
    public init(_ typed: [OrganisationSetting: String?] = [:]) { self.typed = typed.compactMapValues(\.self) }

    /// Whether anything was said.
    var isGiven: Bool { !typed.isEmpty }

    /// What is to change by it.
    ///
    /// - Parameters:
    ///   - today: the day on which the dates of an agreement are judged.
    ///   - accounts: the organisation's; none where it is only to be added.
    /// - Throws: `Settings.Mistake`, naming the option, for the first value that will not do.
    func change(today: CivilDate, accounts: [Account] = []) throws -> OrganisationChange {
        var change = OrganisationChange()
        change.name = try text(.name)?.line
        change.host = try text(.host).map { try $0.isNone ? "" : $0.host }
        change.needsSecondFactor = try text(.secondFactor)?.isOn
        let own: Set<OrganisationSetting> = [.name, .host, .secondFactor]
        if typed.keys.contains(where: { !own.contains($0) }) {
            change.procedure = { try applied(to: $0, today: today, accounts: accounts) }
        }
        return change
    }

    /// The procedure with what was said.
    func applied(to procedure: Procedure, today: CivilDate, accounts: [Account] = []) throws -> Procedure {
        var procedure = procedure
        try describe(&procedure.provider)
        procedure.consumerMediator = try consumerMediator(procedure.consumerMediator, today)
        procedure.apprenticeshipMediator = try mediator(
            procedure.apprenticeshipMediator,
            .apprenticeshipName,
            .apprenticeshipAddress,
            .apprenticeshipSite
        )
        procedure.confidential = try confidential(procedure.confidential, accounts)
        try rule(&procedure)
        return procedure
    }

    /// The typed text of a setting, checked for being one; nil where nothing was said.
    func text(_ setting: OrganisationSetting) throws -> SettingText? {
        try typed[setting].map { try SettingText(setting, $0) }
    }

    /// Writes what was said of the provider; `aucun` leaves a text empty.
    private func describe(_ provider: inout Provider) throws {
        func write(
            _ setting: OrganisationSetting,
            _ place: WritableKeyPath<Provider, String>,
            _ read: (SettingText) throws -> String
        ) throws {
            guard let text = try text(setting) else { return }
            provider[keyPath: place] = text.isNone ? "" : try read(text)
        }
        try write(.address, \.postalAddress) { try $0.lines }
        try write(.email, \.email) { try $0.email }
        try write(.telephone, \.telephone) { try $0.telephone }
        try write(.site, \.website) { try $0.site }
        try write(.nda, \.activityDeclaration) { try $0.activityDeclaration }
        try write(.contact, \.complaintsContact) { try $0.line }
        try write(.signatory, \.signatory) { try $0.line }
        try write(.dataContact, \.dataProtectionContact) { try $0.line }
    }

    private func consumerMediator(_ present: Mediator?, _ today: CivilDate) throws -> Mediator? {
        guard var next = try mediator(present, .mediatorName, .mediatorAddress, .mediatorSite) else {
            if let stray = [.mediatorAgreed, .mediatorEnds].first(where: { typed[$0] != nil }) {
                throw Settings.Mistake(
                    description: "\(stray.option) : donnez d’abord le médiateur, avec ses trois coordonnées.",
                    code: .value
                )
            }
            return nil
        }
        if let text = try text(.mediatorAgreed) {
            next.agreedOn = text.isNone ? nil : try text.day
            if let day = next.agreedOn, day > today { throw text.refusal("une date qui n’est pas dans l’avenir") }
        }
        if let text = try text(.mediatorEnds) { next.agreementEnds = text.isNone ? nil : try text.day }
        if let begin = next.agreedOn, let end = next.agreementEnds, end < begin {
            throw Settings.Mistake(
                description: "--mediator-ends : la convention finirait le \(end), avant de commencer le \(begin) "
                    + "(--mediator-agreed).",
                code: .value
            )
        }
        return next
    }

    /// A mediator with all three details, or none: `aucun` for a name takes it away.
    private func mediator(
        _ present: Mediator?,
        _ name: OrganisationSetting,
        _ address: OrganisationSetting,
        _ site: OrganisationSetting
    ) throws -> Mediator? {
        let (named, addressed, sited) = (try text(name), try text(address), try text(site))
        if named?.isNone == true { return nil }
        guard named != nil || addressed != nil || sited != nil else { return present }
        if let addressed, addressed.isNone {
            throw addressed.refusal("une adresse ; sans médiateur, \(name.option) aucun")
        }
        let newName = try named?.line
        // Another name is another mediator, of whom nothing is known but what is said now.
        let known = newName == nil || newName == present?.name ? present : nil
        guard let called = newName ?? known?.name, let at = try addressed?.lines ?? known?.postalAddress,
            let on = try sited?.site ?? known?.website
        else {
            throw Settings.Mistake(
                description: "Le médiateur demande ses trois coordonnées : \(name.option), \(address.option), "
                    + "\(site.option).",
                code: .value
            )
        }
        return Mediator(
            name: called,
            postalAddress: at,
            website: on,
            agreedOn: known?.agreedOn,
            agreementEnds: known?.agreementEnds
        )
    }

    /// Writes what was said of the rules: delays of one's own go before a preset's.
    private func rule(_ procedure: inout Procedure) throws {
        if let text = try text(.delays) {
            switch try text.choice(Preset.self) {
            case .acpr: procedure.delays = .acpr
            case .rapide: procedure.delays = .rapide
            }
        }
        if let text = try text(.acknowledgementDelay) { procedure.delays.acknowledgement = try text.delay }
        if let text = try text(.answerDelay) { procedure.delays.answer = try text.delay }
        if let text = try text(.zone) { procedure.zone = try text.choice(Zone.self) }
        if let text = try text(.completeness) { procedure.completeness = try text.completeness }
        if let text = try text(.stakeholders) { procedure.offer(text.isNone ? [] : try text.stakeholders) }
        if let text = try text(.retentionYears) { procedure.retentionYears = try text.count(1...30) }
        if let text = try text(.onePerson) { procedure.isOnePerson = try text.isOn }
        let (reminder, abandonment) = (try text(.reminderDays), try text(.abandonmentDays))
        guard let last = abandonment ?? reminder else { return }
        let present = procedure.completionWait
        guard
            let wait = CompletionWait(
                reminder: try reminder?.count(1...364) ?? present.reminder,
                abandonment: try abandonment?.count(2...365) ?? present.abandonment
            )
        else {
            throw last.refusal(
                "des jours qui se suivent, la relance (\(reminder?.text ?? "\(present.reminder)")) "
                    + "avant l’abandon (\(abandonment?.text ?? "\(present.abandonment)"))"
            )
        }
        procedure.completionWait = wait
    }
}
