import Complaints

/// The head of a case file: which one, whose, about what, where it stands and by when.
struct CaseHeading: Sendable {
    /// A fact of the file: a term and its value.
    struct Fact: Sendable {
        let term: String
        let value: String
        /// Where the other case file is that it names; nil for all else, and where that one is closed to the reader.
        var linkPath: String?
    }

    let identifier: String
    let person: String
    let subject: String
    let stage: String
    let due: DueWords
    let facts: [Fact]
    let hasFacts: Bool
}

extension CaseHeading {
    init(_ forms: ActForms, names: [String: String]) {
        let (file, press, original) = (forms.file, forms.press, forms.file.completed)
        identifier = file.identifier
        person = original.fullName
        subject = original.subject.isBlank ? press.words("staff.case.subjectless") : original.subject
        stage = press.words("stage.\(file.stage.rawValue)")
        due = DueWords(file, for: forms.signedIn.officer, today: forms.today, press: press)
        let unhandled = forms.hasHandlersToChoose ? press.words("staff.case.unhandled") : nil
        let minor = press.facts(of: original.minor).map { ($0.0, Optional($0.1)) }
        facts =
            (file.facts(names, unhandled: unhandled, press) + minor).compactMap { key, value in
                value.map { Fact(term: press.words("staff.fact.\(key)"), value: $0) }
            } + file.facts(of: forms.relatives, press)
        hasFacts = !facts.isEmpty
    }
}

extension CaseFile {
    /// The case files that it is linked with, was split off from, and those that were split off from it.
    fileprivate func facts(of relatives: CaseRelatives, _ press: Press) -> [CaseHeading.Fact] {
        let named =
            linked.map { ("linked", $0) } + [partOf].compactMap(\.self).map { ("part-of", $0) }
            + parts.map { ("part", $0) }
        return named.map { key, other in
            CaseHeading.Fact(
                term: press.words("staff.fact.\(key)"),
                value: relatives.identifier(of: other),
                linkPath: relatives.opens(other) ? Path.caseFile(relatives.identifier(of: other)) : nil
            )
        }
    }

    /// What is known of the file, by the key of its term.
    ///
    /// - Parameter unhandled: what is said where nobody handles it; nil where there is nobody to choose for that.
    fileprivate func facts(_ names: [String: String], unhandled: String?, _ press: Press) -> [(String, String?)] {
        [
            ("handler", handler.map { names[$0] ?? $0 } ?? unhandled),
            ("stakeholder", stakeholder.map { press.words($0) }),
            ("theme", qualification?.theme.map { press.words("theme.\($0.rawValue)") }),
            ("severity", severities(press)),
            ("consumer", qualification?.consumer.map { press.words("consumer.\($0.rawValue)") }),
            ("restriction", restriction.map { $0.fact(names, press) }),
            ("implicated", implicated.isEmpty ? nil : press.list(implicated.map { names[$0] ?? $0 }.sorted())),
            ("received", isTimed ? FrenchDates.short(receivedAt) : FrenchDates.short(receivedAt.civilDate)),
            ("sent", sentOn.map(FrenchDates.short)),
            ("channel", press.words("channel.\(reception.channel.rawValue)")),
            ("language", reception.language.map { press.words("staff.case.language.\($0.rawValue)") }),
            ("trace", reception.transcription?.trace.nonEmpty),
            ("third-party", thirdParty?.name), ("third-reference", thirdParty?.reference.nonEmpty),
            ("third-due", thirdParty?.due.map(FrenchDates.short)),
            ("entered", entry(names, press)),
            ("acknowledged", acknowledgement(press)),
            ("satisfaction", satisfaction(press)),
            ("former", reception.takeover?.formerNumber.nonEmpty),
            ("reference", number == nil ? nil : reception.reference.description),
            ("procedure", reception.procedure > 1 ? String(reception.procedure) : nil),
        ]
    }

    /// Who entered what did not come by the form, and when.
    private func entry(_ names: [String: String], _ press: Press) -> String? {
        entered.map { at, account in
            press.words(
                "staff.case.entered",
                ["name": names[account] ?? account, "date": FrenchDates.short(at)]
            )
        }
    }

    private func severities(_ press: Press) -> String? {
        guard let severities = qualification?.severities, !severities.isEmpty else { return nil }
        return severities.map { press.words("severity.\($0.rawValue)") }.joined(separator: ", ")
    }

    /// What the person answered to the question of the first closing; nil where that has not come.
    private func satisfaction(_ press: Press) -> String? {
        if let satisfaction { return satisfaction.words(press) }
        if let day = satisfactionQuestionLeftOn {
            return press.words("staff.case.satisfactionless", ["date": FrenchDates.short(day)])
        }
        return satisfactionAskedOn.map { _ in press.words("staff.case.satisfactionless.unsent") }
    }

    /// When the acknowledgement left, or by when it must.
    private func acknowledgement(_ press: Press) -> String {
        if let acknowledgedAt { return FrenchDates.short(acknowledgedAt.civilDate) }
        if reception.takeover != nil { return press.words("staff.case.unacknowledged.before") }
        return press.words("staff.case.unacknowledged", ["due": FrenchDates.short(due.acknowledgement.due)])
    }
}

extension Restriction {
    /// Why, and to whom it is open.
    func fact(_ names: [String: String], _ press: Press) -> String {
        let holes = ["ground": press.words("restriction.\(ground.rawValue)"), "names": readerWords(names, press)]
        return press.words("staff.case.restricted", holes)
    }
}
