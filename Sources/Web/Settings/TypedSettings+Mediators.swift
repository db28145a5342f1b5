import Complaints

/// The two mediators: each is known by three details, or there is none.
extension TypedSettings {
    /// The mediator for consumers, with the days of the agreement.
    func consumerMediator(_ present: Mediator?, _ today: CivilDate, _ reading: inout SettingReading) -> Mediator? {
        let details = OrganisationSetting.mediatorName.mediatorDetails
        let mediator = mediator(present, details, &reading)
        let dates: [OrganisationSetting] = [.mediatorAgreed, .mediatorEnds]
        let agreed = reading.read(.mediatorAgreed) { text throws(SettingMistake) -> CivilDate? in
            guard !text.isNone else { return nil }
            let day = try text.day
            guard day <= today else { throw text.mistake(.future) }
            return day
        }
        let ends = reading.read(.mediatorEnds) { text throws(SettingMistake) -> CivilDate? in
            text.isNone ? nil : try text.day
        }
        guard var next = mediator else {
            if reading.isRight(details), let stray = dates.first(where: { typed[$0] != nil }) {
                reading.note(SettingMistake(stray, "", .mediatorFirst))
            }
            return nil
        }
        if let agreed { next.agreedOn = agreed }
        if let ends { next.agreementEnds = ends }
        if reading.isRight(dates), let begin = next.agreedOn, let end = next.agreementEnds, end < begin {
            reading.note(SettingMistake(.mediatorEnds, "", .endsEarly(begin: begin, end: end)))
        }
        return next
    }

    /// A mediator with all three details, or none: `aucun` for a name takes it away.
    ///
    /// - Parameter details: the settings of name, address and site.
    func mediator(
        _ present: Mediator?,
        _ details: [OrganisationSetting],
        _ reading: inout SettingReading
    ) -> Mediator? {
        guard reading.says(details) else { return present }
        let (name, address, site) = (details[0], details[1], details[2])
        if reading.read(name, { text throws(SettingMistake) in text.isNone }) == true { return nil }
        let newName = reading.read(name) { text throws(SettingMistake) in try text.line }
        let newAddress = reading.read(address) { text throws(SettingMistake) -> String in
            guard !text.isNone else { throw text.mistake(.mediatorStays) }
            return try text.lines
        }
        let newSite = reading.read(site) { text throws(SettingMistake) in try text.site }
        guard reading.isRight(details) else { return present }
        // Another name is another mediator, of whom nothing is known but what is said now.
        let known = newName == nil || newName == present?.name ? present : nil
        guard let called = newName ?? known?.name, let at = newAddress ?? known?.postalAddress,
            let on = newSite ?? known?.website
        else {
            for detail in details where typed[detail] == nil {
                reading.note(SettingMistake(detail, "", .mediatorIncomplete))
            }
            return present
        }
        return Mediator(
            name: called,
            postalAddress: at,
            website: on,
            agreedOn: known?.agreedOn,
            agreementEnds: known?.agreementEnds
        )
    }
}
