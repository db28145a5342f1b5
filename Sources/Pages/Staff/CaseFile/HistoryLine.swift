import Complaints

/// One line of the history: what happened, when, by whose hand.
struct HistoryLine: Sendable {
    let at: String
    /// For machines and for those who compare clocks.
    let universal: String
    let by: String
    let what: String
    /// A text that was given with it, as written.
    let detail: String?
    /// What a mail system said of a letter, to unfold.
    let reply: String?
    /// Whether a judgement takes the person for a consumer; what it changes of conflicts of interest, or passes over
    ///
    let notes: [String]
}

extension HistoryLine {
    /// Every entry of a file, oldest first.
    static func lines(
        of file: CaseFile,
        for officer: Officer,
        names: [String: String],
        relatives: CaseRelatives,
        press: Press
    ) -> [HistoryLine] {
        let showsMediation = file.showsMediation(to: officer)
        var conflict = ConflictNotes(names: names, press: press)
        return file.entries.map { entry in
            let notes =
                [entry.event.consumerWords(press)].compactMap(\.self) + conflict.notes(on: entry)
                + entry.templateWords(press)
            let secret =
                entry.event.isMediation && !showsMediation
                ? "staff.history.reserved"
                : relatives.tells(entry.event) ? nil : "staff.history.rapprochement.reserved"
            return HistoryLine(entry, notes: notes, names: names, relatives, secret: secret, press: press)
        }
    }

    private init(
        _ entry: Entry,
        notes: [String],
        names: [String: String],
        _ relatives: CaseRelatives,
        secret: String?,
        press: Press
    ) {
        self.notes = notes
        at = FrenchDates.short(entry.at)
        universal = FrenchDates.universal(entry.at)
        by = entry.hand(names, press)
        what =
            if case .amended(let amendment) = entry.event {
                entry.words(of: amendment, press)
            } else { press.words("staff.history.\(entry.event.sentence)", entry.event.holes(names, relatives, press)) }
        let words = secret.map { press.words($0) } ?? entry.event.details(relatives, press)
        detail = words.nonEmpty
        reply = entry.event.reply
    }
}

extension Entry {
    /// Which templates its text began from, in which version.
    fileprivate func templateWords(_ press: Press) -> [String] {
        templates.map { press.words("staff.history.template", ["name": $0.name, "version": String($0.version)]) }
    }

    /// Who did it, by name.
    func hand(_ names: [String: String], _ press: Press) -> String {
        if let officer { return names[officer] ?? officer }
        return press.words(isBySystem ? "staff.hand.system" : "staff.hand.complainant")
    }
}

extension Event {
    /// The reason or the message that came with it, and when the complaint is now known to have been sent.
    fileprivate func details(_ relatives: CaseRelatives, _ press: Press) -> String {
        let sent = sending.map { sending in
            press.words("staff.history.sent", ["date": FrenchDates.short(sending.on), "proof": sending.proof])
        }
        return [detail(press).nonEmpty, sent, arrival(relatives, press)].compactMap(\.self).joined(separator: "\n")
    }

    /// What a judgement takes the person for, consumer or not; nil where it leaves that out.
    fileprivate func consumerWords(_ press: Press) -> String? {
        guard case .qualified(let judgement) = self, let consumer = judgement.consumer else { return nil }
        return press.words("staff.history.consumer", ["consumer": press.words("consumer.\(consumer.rawValue)")])
    }

    /// How what staff entered had come.
    private func arrival(_ relatives: CaseRelatives, _ press: Press) -> String? {
        guard let reception = beginning, let transcription = reception.transcription else { return nil }
        let arrived = press.words(
            "staff.history.arrived",
            ["date": FrenchDates.short(transcription.arrivedOn)]
        )
        let agreed = transcription.isAgreed ? press.words("staff.history.agreed") : nil
        let sent = reception.sentOn.map { day in
            press.words(
                "staff.history.sent",
                ["date": FrenchDates.short(day), "proof": transcription.proof]
            )
        }
        let trace = transcription.trace.nonEmpty.map { press.words("staff.history.trace", ["number": $0]) }
        let former = reception.takeover?.told(press) ?? []
        let third = transcription.thirdParty?.told(press) ?? []
        let whole = transcription.partOf.map { other in
            press.words("staff.history.part-of", ["other": relatives.identifier(of: other)])
        }
        return ([arrived, sent, trace, agreed, whole].compactMap(\.self) + third + former).joined(separator: "\n")
    }

    /// What a mail system said of the letter that it is about, to the letter.
    fileprivate var reply: String? {
        switch self {
        case .letterIssued(let issue) where issue.way == .email: issue.trace.nonEmpty
        case .letterReturned(let back): back.words.nonEmpty
        default: nil
        }
    }

    private var sending: Sending? {
        switch self {
        case .qualified(let judgement): judgement.sending
        case .amended(let amendment): amendment.sending
        default: nil
        }
    }

    /// Which sentence tells it; a judgement's names the theme, where there is one, and a letter's return the post.
    fileprivate var sentence: String {
        switch self {
        case .qualified(let judgement) where judgement.theme != nil: "\(kind.rawValue).theme"
        case .letterReturned(let back) where back.cause != nil: "\(kind.rawValue).poste"
        default: kind.rawValue
        }
    }

    /// What the sentence of the event names.
    fileprivate func holes(_ names: [String: String], _ relatives: CaseRelatives, _ press: Press) -> [String: String] {
        let name = { (account: String) in names[account] ?? account }
        return switch self {
        case .received(let reception):
            [
                "reference": reception.reference.description,
                "channel": press.words("channel.\(reception.channel.rawValue)"),
            ]
        case .takenOver(let reception):
            [
                "reference": reception.reference.description,
                "number": reception.takeover?.number.description ?? "",
            ]
        case .qualified(let judgement):
            [
                "nature": press.words("nature.\(judgement.nature.rawValue)"),
                "theme": judgement.theme.map { press.words("theme.\($0.rawValue)") } ?? "",
            ]
        case .registered(let registration): ["number": registration.number.description]
        case .assigned(let assignment): ["name": name(assignment.handler)]
        case .recused(let recusal): ["name": name(recusal.officer)]
        case .restricted(let restriction):
            [
                "ground": press.words("restriction.\(restriction.ground.rawValue)"),
                "names": restriction.readerWords(names, press),
            ]
        case .measureRecorded(let measure): ["date": FrenchDates.short(measure.doneOn)]
        case .extended(let extra): ["date": FrenchDates.long(extra.due)]
        case .answered(let answer): ["outcome": press.words("outcome.\(answer.outcome.rawValue)")]
        case .letterIssued(let issue):
            ["letter": press.words("letter.\(issue.kind.rawValue)"), "way": issue.wayWords(press)]
        case .letterDelivered(let delivery):
            ["letter": press.words("letter.\(delivery.kind.rawValue)"), "date": FrenchDates.short(delivery.on)]
        case .letterReturned(let back):
            [
                "letter": press.words("letter.\(back.kind.rawValue)"),
                "cause": back.cause.map { press.words("retour.\($0.rawValue)") } ?? "",
                "date": back.on.map { FrenchDates.short($0) } ?? "",
            ]
        case .contestDecided(let decision): ["decision": press.words("contest.\(decision.result.rawValue)")]
        case .split, .linked, .unlinked, .misplaced: ["other": other.map(relatives.identifier) ?? ""]
        case .satisfactionRecorded(let answer):
            ["answer": answer.words(press), "way": press.words("channel.\(answer.way.rawValue)")]
        case .completionRequested, .completed, .measuresDispensed, .referred, .mediatorWrote, .mediatorAnswered,
            .mediationProlonged, .mediationEnded, .contested, .closed, .reopened, .withdrawn, .abandoned, .amended,
            .noted, .restrictionLifted:
            [:]
        }
    }

    /// The reason or the message that came with the event; empty where the story above shows it in full.
    private func detail(_ press: Press) -> String {
        switch self {
        case .qualified(let judgement): judgement.reason
        case .completionRequested(let request): request.message
        case .registered(let registration): registration.asItIs
        case .assigned(let assignment): assignment.override
        case .recused(let recusal): recusal.reason
        case .restricted(let restriction): restriction.words
        case .extended(let extra): extra.reason
        case .measuresDispensed(let reason), .closed(let reason), .reopened(let reason), .withdrawn(let reason),
            .abandoned(let reason), .noted(let reason), .restrictionLifted(let reason):
            reason.text
        case .letterIssued where reply != nil: press.words("staff.letter.taken")
        case .letterIssued(let issue):
            issue.way == .registeredPost && !issue.trace.isBlank
                ? press.words("staff.history.trace", ["number": issue.trace]) : issue.trace
        case .referred(let referral): referral.subject
        case .mediationEnded(let outcome): outcome.text
        case .mediatorWrote(let notice): press.words("notice.\(notice.kind.rawValue)")
        case .mediationProlonged(let prolongation): FrenchDates.long(prolongation.until)
        case .contestDecided(let decision): decision.reason
        case .linked(let link), .unlinked(let link): link.reason
        case .satisfactionRecorded(let answer): answer.detail(press)
        case .received, .takenOver, .completed, .measureRecorded, .answered, .amended, .mediatorAnswered, .contested,
            .letterDelivered, .letterReturned, .split, .misplaced:
            ""
        }
    }
}

extension Satisfaction {
    /// What the person added, and why it takes the place of an earlier one.
    fileprivate func detail(_ press: Press) -> String {
        let corrected = correction.nonEmpty.map { press.words("staff.history.satisfaction.again", ["reason": $0]) }
        return [text.nonEmpty, corrected].compactMap(\.self).joined(separator: "\n")
    }
}

extension LetterIssue {
    /// By which way, and the day where somebody said it.
    fileprivate func wayWords(_ press: Press) -> String {
        let words = press.words("way.\(way.rawValue)")
        guard let on else { return words }
        return press.words("staff.history.issued.on", ["way": words, "date": FrenchDates.short(on)])
    }
}
