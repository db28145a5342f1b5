import Complaints

extension ActDraft {
    /// One thing that is wrong.
    struct Objection: Sendable {
        /// The field that mends it; nil where none of the form can.
        let field: String?
        /// The code of the refusal, or what is wrong with the field.
        let code: String
        /// What is said beside that field.
        let words: String
        /// What is said where the page has no such field.
        let alone: String
    }

    /// Everything that is wrong.
    func objections(_ press: Press) -> [Objection] {
        switch trouble {
        case .refused(let refusal): objections(to: refusal, press)
        case .unreadable(let faults, let besides):
            objections(to: faults, press)
                + (besides.map { objections(to: $0, press) } ?? [])
                .filter { objection in !faults.keys.contains { $0 == objection.field } }
        case .unfinished, .previewed, .begun, .overtaken, .expired, .oversized, .cutShort, .unavailable: []
        }
    }

    /// The mistakes to show beside their field, by field name.
    func mistakes(_ press: Press) -> [String: String] {
        let placed = objections(press).compactMap { objection in objection.field.map { ($0, objection.words) } }
        return Dictionary(placed) { "\($0) \($1)" }
    }

    private func objections(to faults: [String: FieldFault], _ press: Press) -> [Objection] {
        let alone = press.words("staff.fault.summary")
        return faults.sorted { $0.key < $1.key }.map { field, fault in
            Objection(
                field: field,
                code: "champ-\(fault.rawValue)",
                words: press.words(fault, in: field),
                alone: alone
            )
        }
    }

    private func objections(to refusal: Refusal, _ press: Press) -> [Objection] {
        refusal.each.flatMap { refusal in
            let (fields, alone) = (fields(behind: refusal), press.words(refusal))
            let code = refusal.code
            guard !fields.isEmpty else { return [Objection(field: nil, code: code, words: alone, alone: alone)] }
            return fields.map {
                Objection(field: $0, code: code, words: words(refusal, at: $0, press), alone: alone)
            }
        }
    }

    /// What is said beside a field; of texts, each its own.
    private func words(_ refusal: Refusal, at field: String, _ press: Press) -> String {
        switch refusal {
        case .textMissing where act == .complete: press.words("staff.fault.complements")
        case .textMissing: press.words(needsTextOnly(field) ? "staff.fault.texte" : "staff.fault.texte-ou-piece")
        case .forbiddenWording:
            press.words(ForbiddenWording.first(in: value(field)).map { .forbiddenWording($0) } ?? refusal)
        default: press.words(refusal)
        }
    }

    /// Whether a document would not do in place of the text.
    private func needsTextOnly(_ field: String) -> Bool {
        field != "texte" || ![Act.recordNotice, .replyToMediator, .contest, .amend].contains(act)
    }

    /// What is to be said above the form.
    func summary(_ press: Press) -> String? {
        switch trouble {
        case .refused(let refusal): press.words(refusal)
        case .unreadable(let faults, let besides):
            ([press.words("staff.fault.summary")]
                + (besides?.each ?? []).filter { !isStandIn($0, for: faults) }.map { press.words($0) })
                .joined(separator: " ")
        default: trouble.circumstance(press)
        }
    }

    /// Whether a refusal is about fields that could not be read, and so about what stood in for them.
    private func isStandIn(_ refusal: Refusal, for faults: [String: FieldFault]) -> Bool {
        let fields = fields(behind: refusal)
        return !fields.isEmpty && fields.allSatisfy { faults[$0] != nil }
    }

    /// What the page is called that shows it: whoever hears pages learns first that something is wrong, or to be read.
    func titled(_ title: String, _ press: Press) -> String {
        if case .previewed(let letter, _) = trouble {
            return press.words(letter == nil ? "staff.title.letterless" : "staff.title.preview", ["title": title])
        }
        return press.title(title, isWrong: summary(press) != nil)
    }

    /// The fields that a refusal is about; none where no field of the form can mend it.
    func fields(behind refusal: Refusal) -> [String] {
        switch refusal {
        case .textMissing: blanks
        case .forbiddenWording: printed.filter { ForbiddenWording.first(in: value($0)) != nil }
        case .leftToComplete: worded.filter { TemplateHole.isIn(value($0)) }
        case .several(let each): each.flatMap { fields(behind: $0) }
        default: field(behind: refusal).map { [$0] } ?? []
        }
    }

    private func field(behind refusal: Refusal) -> String? {
        switch refusal {
        case .reasonTooShort:
            switch act {
            case .register: "en_l_etat"
            case .assign: "derogation"
            case .restrict: "precision"
            default: "motif"
            }
        case .lacking: "en_l_etat"
        case .nothingAsked: "message"
        case .conflictOfInterest, .othersMayHandle: "gestionnaire"
        case .noReaderMayHandle, .managementShutOut: "lecteurs"
        case .noGrievance: "grief_1"
        case .groundMissing(let grievance): "motif_\(grievance)"
        case .consumerStatusMissing: "consommateur"
        case .dateNotLater: "nouvelle_date"
        case .dateNotEarlier: "envoyee_le"
        case .proofMissing: "preuve_envoi"
        case .reasonNotFresh: "motif"
        case .tooManyDocuments: act == .split ? "pieces" : "piece_jointe"
        case .unknownOfficer:
            switch act {
            case .assign: "gestionnaire"
            case .recuse: "agent"
            case .restrict: "lecteurs"
            default: "mis_en_cause"
            }
        case .postalNumberImpossible: "numero"
        case .dateImpossible, .dayBeforeComplaint, .letterWrittenLater, .letterLeftLater, .letterCameBackLater:
            Self.pastDays.first { values[$0] != nil }
        case .replyDueTooEarly: "reponse_due"
        case .alreadyLinked, .notLinked: "dossier"
        case .notAllowed, .notAtThisStage, .notQualified, .mediatorMissing, .fileIncomplete, .unknownLetter,
            .alreadyContested, .anotherMustDecide, .noMediationDelay, .mediatorExpired, .barred, .textMissing,
            .stillWaiting, .forbiddenWording, .sentAfterArrival, .agreementMissing, .discontentEnded, .notInvited,
            .leftToComplete, .thirdPartyMissing, .thirdPartyDayImpossible, .letterNotPosted,
            .invitationImpossible, .restricted, .notRestricted, .several:
            nil
        }
    }

    /// The same draft, its grievances in the first rows: what the rules call the second is then the second one shown. Rows
    /// that were sent with nothing written in them come behind, with what was ticked there.
    var compact: ActDraft {
        guard act == .answer else { return self }
        let names = ["grief", "decision", "motif", "solution"]
        let rowNames = Set(names.flatMap { name in (1...Self.grievanceLimit).map { "\(name)_\($0)" } })
        var compact = values.filter { !rowNames.contains($0.key) }
        var moved: [String: String] = [:]
        for (index, row) in (filledRows + sentRows.filter { !filledRows.contains($0) }).enumerated() {
            for name in names where values["\(name)_\(row)"] != nil {
                compact["\(name)_\(index + 1)"] = values["\(name)_\(row)"]
                moved["\(name)_\(row)"] = "\(name)_\(index + 1)"
            }
        }
        return with(compact, trouble.moved(by: moved))
    }

    /// The rows of grievances in which something was written; a decision alone is nothing.
    var filledRows: [Int] {
        (1...Self.grievanceLimit).filter { row in
            ["grief", "motif", "solution"].contains { !value("\($0)_\(row)").isBlank }
        }
    }

    /// The rows of grievances that the form had.
    var sentRows: [Int] {
        (1...Self.grievanceLimit).filter { row in
            ["grief", "decision", "motif", "solution"].contains { values["\($0)_\(row)"] != nil }
        }
    }

    /// The fields for a day that something happened on.
    private static let pastDays = [
        "fait_le", "saisi_le", "notifie_le", "envoyee_le", "contestee_le", "partie_le", "le",
    ]

    /// As many grievances as one answer has rows for.
    static let grievanceLimit = 8

    /// The texts that the act needs and that are blank; where a document would do, only while there is none.
    private var blanks: [String] {
        // Any field would do for these two: the one for words stands for all.
        if act == .complete || act == .amend { return ["texte"] }
        if act == .split { return ["reclamation"] }
        let grievances = filledRows.map { "grief_\($0)" }
        let others = ["conteste_par", "texte", "signataire", "mediateur", "objet"].filter { values[$0] != nil }
        return (grievances + others).filter { value($0).isBlank && (kept.isEmpty || needsTextOnly($0)) }
    }

    /// The fields whose words reach a letter.
    private var printed: [String] {
        switch act {
        case .complete: ["nom", "prenom", "adresse"]
        case .amend: ["adresse", "representant_nom", "representant_adresse"]
        default: values.keys.sorted()
        }
    }

    /// The fields whose words somebody writes for a letter.
    private var worded: [String] {
        let rows = filledRows.flatMap { row in ["grief", "motif", "solution"].map { "\($0)_\(row)" } }
        return ["message", "motif", "texte", "signataire"] + rows
    }

    private func value(_ name: String) -> String { values[name]?.first ?? "" }
}

extension ActDraft.Trouble {
    /// The same trouble, its fields under the names that they have moved to.
    fileprivate func moved(by names: [String: String]) -> Self {
        guard case .unreadable(let faults, let besides) = self else { return self }
        let moved = Dictionary(faults.map { (names[$0.key] ?? $0.key, $0.value) }) { first, _ in first }
        return .unreadable(moved, besides: besides)
    }
}

extension Press {
    /// What makes a field impossible to read; of a decision, what there is to choose.
    fileprivate func words(_ fault: FieldFault, in field: String) -> String {
        guard fault == .choice else { return words("staff.fault.\(fault.rawValue)") }
        if field == "lettres" { return words("staff.fault.choix.lettres") }
        return words(field.hasPrefix("decision") ? "staff.fault.choix.decision" : "staff.fault.choix")
    }
}
