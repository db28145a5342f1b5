import Complaints

extension ActDraft {
    /// The mistakes to show beside their field, by field name.
    func mistakes(_ press: Press) -> [String: String] {
        switch trouble {
        case .refused(let refusal):
            field(behind: refusal).map { [$0: press.words(refusal)] } ?? [:]
        case .unreadable(let faults):
            faults.mapValues { press.words("staff.fault.\($0.rawValue)") }
        case .unfinished:
            dropped.isEmpty
                ? [:] : ["piece_jointe": press.words("staff.fault.dropped", ["names": dropped.joined(separator: ", ")])]
        case .overtaken, .expired, .oversized, .cutShort, .unavailable: [:]
        }
    }

    /// What is to be said above the form.
    func summary(_ press: Press) -> String? { trouble.words(press) }
}

extension ActDraft.Trouble {
    /// What is to be said above any form of a desk; nil where nothing is wrong.
    func words(_ press: Press) -> String? {
        switch self {
        case .refused(let refusal): press.words(refusal)
        case .unreadable: press.words("staff.fault.summary")
        case .overtaken: press.words("staff.fault.overtaken")
        case .unfinished: nil
        case .expired: press.words("staff.fault.expired")
        case .oversized: press.words("staff.fault.oversized")
        case .cutShort: press.words("staff.fault.cutShort")
        case .unavailable: press.words("staff.fault.unavailable")
        }
    }

    /// Whether a field of the form may say it.
    var isOfFields: Bool {
        switch self {
        case .refused, .unreadable: true
        case .overtaken, .unfinished, .expired, .oversized, .cutShort, .unavailable: false
        }
    }

    /// The mistakes to show beside their field, by field name.
    ///
    /// - Parameter field: the one that can mend a refusal; nil where none can.
    func mistakes(_ press: Press, field: (Refusal) -> String?) -> [String: String] {
        switch self {
        case .refused(let refusal): field(refusal).map { [$0: press.words(refusal)] } ?? [:]
        case .unreadable(let faults): faults.mapValues { press.words("staff.fault.\($0.rawValue)") }
        default: [:]
        }
    }
}

extension ActDraft {
    /// The field that a refusal is about; nil where no field of the form can mend it.
    func field(behind refusal: Refusal) -> String? {
        switch refusal {
        case .reasonTooShort:
            switch act {
            case .register: "en_l_etat"
            case .assign: "derogation"
            default: "motif"
            }
        case .lacking: "en_l_etat"
        case .nothingAsked: "message"
        case .conflictOfInterest: "gestionnaire"
        case .textMissing: firstBlank
        case .noGrievance: "grief_1"
        case .groundMissing(let grievance): "motif_\(grievance)"
        case .consumerStatusMissing: "consommateur"
        case .forbiddenWording: names.first { ForbiddenWording.first(in: value($0)) != nil }
        case .dateNotLater: "nouvelle_date"
        case .dateNotEarlier: "envoyee_le"
        case .proofMissing: "preuve_envoi"
        case .reasonNotFresh: "motif"
        case .unknownOfficer:
            switch act {
            case .assign: "gestionnaire"
            case .recuse: "agent"
            default: "mis_en_cause"
            }
        case .dateImpossible: Self.pastDays.first { values[$0] != nil }
        case .replyDueTooEarly: "reponse_due"
        case .notAllowed, .notAtThisStage, .notQualified, .mediatorMissing, .fileIncomplete, .unknownLetter,
            .alreadyContested, .anotherMustDecide, .noMediationDelay, .mediatorExpired, .barred, .sentAfterArrival,
            .agreementMissing, .discontentEnded, .notInvited, .invitationImpossible:
            nil
        }
    }

    /// The same draft, its grievances in the first rows: what the rules call the second is then the second one shown.
    var compact: ActDraft {
        guard act == .answer else { return self }
        let names = ["grief", "decision", "motif", "solution"]
        let rowNames = Set(names.flatMap { name in (1...Self.grievanceLimit).map { "\(name)_\($0)" } })
        var compact = values.filter { !rowNames.contains($0.key) }
        var moved: [String: String] = [:]
        for (index, row) in filledRows.enumerated() {
            for name in names {
                compact["\(name)_\(index + 1)"] = values["\(name)_\(row)"]
                moved["\(name)_\(row)"] = "\(name)_\(index + 1)"
            }
        }
        return ActDraft(act: act, values: compact, trouble: trouble.moved(by: moved), dropped: dropped)
    }

    /// The rows of grievances in which something was written; a decision alone is nothing.
    var filledRows: [Int] {
        (1...Self.grievanceLimit).filter { row in
            ["grief", "motif", "solution"].contains { !value("\($0)_\(row)").isBlank }
        }
    }

    /// The fields for a day that something happened on.
    private static let pastDays = ["fait_le", "saisi_le", "notifie_le", "envoyee_le", "contestee_le", "le"]

    /// As many grievances as one answer has rows for.
    static let grievanceLimit = 8

    private var firstBlank: String? {
        let grievances = filledRows.map { "grief_\($0)" }
        return (grievances + ["conteste_par", "texte", "signataire", "mediateur", "objet"]).first { name in
            values[name] != nil && value(name).isBlank
        }
    }

    private var names: [String] { values.keys.sorted() }

    private func value(_ name: String) -> String { values[name]?.first ?? "" }
}

extension ActDraft.Trouble {
    /// The same trouble, its fields under the names that they have moved to.
    fileprivate func moved(by names: [String: String]) -> Self {
        guard case .unreadable(let faults) = self else { return self }
        return .unreadable(Dictionary(faults.map { (names[$0.key] ?? $0.key, $0.value) }) { first, _ in first })
    }
}
