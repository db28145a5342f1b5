import Complaints

/// What the procedure promises and demands.
extension TypedSettings {
    /// The two presets.
    private enum Preset: String, CaseIterable {
        case acpr, rapide
    }

    /// Writes what was said of the rules: delays of one's own go before a preset's.
    func rule(_ procedure: inout Procedure, _ reading: inout SettingReading) {
        switch reading.read(.delays, { text throws(SettingMistake) in try text.choice(Preset.self) }) {
        case .acpr: procedure.delays = .acpr
        case .rapide: procedure.delays = .rapide
        case nil: break
        }
        if let delay = reading.read(.acknowledgementDelay, { text throws(SettingMistake) in try text.delay }) {
            procedure.delays.acknowledgement = delay
        }
        if let delay = reading.read(.answerDelay, { text throws(SettingMistake) in try text.delay }) {
            procedure.delays.answer = delay
        }
        if let zone = reading.read(.zone, { text throws(SettingMistake) in try text.choice(Zone.self) }) {
            procedure.zone = zone
        }
        if let items = reading.read(.completeness, { text throws(SettingMistake) in try text.completeness }) {
            procedure.completeness = items
        }
        let kinds = reading.read(.stakeholders) { text throws(SettingMistake) in
            text.isNone ? [] : try text.stakeholders
        }
        if let kinds { procedure.offer(kinds) }
        if let years = reading.read(.retentionYears, { text throws(SettingMistake) in try text.count(1...30) }) {
            procedure.retentionYears = years
        }
        if let isOn = reading.read(.onePerson, { text throws(SettingMistake) in try text.isOn }) {
            procedure.isOnePerson = isOn
        }
        wait(&procedure.completionWait, &reading)
    }

    private func wait(_ wait: inout CompletionWait, _ reading: inout SettingReading) {
        let own: [OrganisationSetting] = [.abandonmentDays, .reminderDays]
        let reminder = reading.read(.reminderDays) { text throws(SettingMistake) in try text.count(1...364) }
        let abandonment = reading.read(.abandonmentDays) { text throws(SettingMistake) in try text.count(2...365) }
        guard reading.isRight(own), let last = own.first(where: { typed[$0] != nil }) else { return }
        let (first, second) = (reminder ?? wait.reminder, abandonment ?? wait.abandonment)
        if let next = CompletionWait(reminder: first, abandonment: second) {
            wait = next
        } else {
            let cause = SettingMistake.Cause.waitOrder(reminder: first, abandonment: second)
            reading.note(SettingMistake(last, typed[last] ?? "", cause))
        }
    }
}
