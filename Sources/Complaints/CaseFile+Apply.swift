extension CaseFile {
    /// A case file from its entries, oldest first. Nil when they do not begin with a reception.
    public init?(id: ID, entries: [Entry]) {
        guard let first = entries.first, let reception = first.event.beginning else { return nil }
        self.init(id: id, reception: reception, entry: first)
        for entry in entries.dropFirst() { apply(entry) }
    }

    /// Lays one more event on the file. Decides nothing: what the rules let through, happened.
    public mutating func apply(_ entry: Entry) {
        entries.append(entry)
        letters += entry.letters
        rememberRequalification(entry.event)
        if case .referred = entry.event { isAnswerPutOff = stage.awaitsAnswer }
        stage = stage(after: entry.event)
        if stage.isOpen { endedAt = nil }
        switch entry.event {
        case .received, .takenOver, .noted, .split, .linked, .unlinked, .misplaced: break
        case .qualified, .completed, .amended, .completionRequested: applyIntake(entry)
        case .registered, .assigned, .recused, .measureRecorded, .measuresDispensed, .extended: applyHandling(entry)
        case .restricted(let restriction): restrict(restriction)
        case .restrictionLifted: restriction = nil
        case .answered, .letterIssued: applyAnswer(entry)
        case .letterReturned(let back): takeBack(back)
        case .referred, .mediatorWrote, .mediatorAnswered, .mediationProlonged, .mediationEnded:
            applyMediation(entry.event)
        case .contested, .contestDecided: applyContest(entry.event)
        case .closed, .withdrawn, .abandoned: endedAt = entry.at
        case .satisfactionRecorded(let answer): satisfaction = answer
        case .reopened: break
        }
    }

    private func stage(after event: Event) -> Stage {
        switch event {
        case .received, .takenOver, .amended, .noted, .letterIssued, .recused, .mediatorAnswered, .mediationProlonged,
            .satisfactionRecorded, .restricted, .restrictionLifted, .letterReturned, .split, .linked, .unlinked,
            .misplaced:
            stage
        case .qualified(let qualification): stage(after: qualification)
        case .completionRequested: .incomplete
        case .completed: .received
        case .registered: .registered
        case .assigned, .measureRecorded, .measuresDispensed, .extended: stage == .registered ? .investigating : stage
        case .answered: .answered
        case .referred: .inMediation
        case .mediatorWrote(let notice): notice.kind == .inadmissible ? stageAfterMediation : stage
        case .mediationEnded: stageAfterMediation
        case .contested: .contested
        case .contestDecided(let decision):
            decision.result == .maintained ? .requalified : requalifiedFrom ?? .received
        case .closed: .closed
        case .reopened: number == nil ? .received : .investigating
        case .withdrawn: .withdrawn
        case .abandoned: .abandoned
        }
    }

    private var stageAfterMediation: Stage { isAnswerPutOff ? .investigating : .answered }

    /// A judgement that it is no complaint may be contested anew; a contest may put the file back where it stood.
    private mutating func rememberRequalification(_ event: Event) {
        guard case .qualified(let judgement) = event else { return }
        contest = nil
        contestDecision = nil
        if judgement.nature != .complaint, stage != .requalified { requalifiedFrom = stage }
    }

    private func stage(after qualification: Qualification) -> Stage {
        if qualification.nature != .complaint { return .requalified }
        guard stage == .requalified else { return stage }
        return number == nil ? .received : .investigating
    }

    private mutating func applyIntake(_ entry: Entry) {
        switch entry.event {
        case .qualified(let judgement):
            judge(judgement)
            if let sending = judgement.sending { count(from: sending) }
        case .completed(let completion):
            laterFiles += completion.files
            supplied.merge(completion.fields) { _, new in new }
        case .amended(let amendment):
            laterFiles += amendment.files
            supplied["courriel"] = amendment.email ?? supplied["courriel"]
            supplied["adresse"] = amendment.postalAddress ?? supplied["adresse"]
            supplied["telephone"] = amendment.telephone ?? supplied["telephone"]
            if let age = amendment.age { supplied.merge(age.fields) { _, new in new } }
            if let sending = amendment.sending { count(from: sending) }
        default: break
        }
    }

    private mutating func applyHandling(_ entry: Entry) {
        switch entry.event {
        case .registered(let registration): number = registration.number
        case .assigned(let assignment): give(assignment)
        case .recused(let recusal): exclude(recusal)
        case .measureRecorded(let measure): measures.append(measure)
        case .measuresDispensed(let reason): measuresDispensed = reason.text
        case .extended(let extra):
            extensions.append(extra)
            due.answer = Deadline(target: extra.until, due: extra.due)
        default: break
        }
    }

    private mutating func applyAnswer(_ entry: Entry) {
        switch entry.event {
        case .answered(let given):
            answer = given
            answeredAt = entry.at
            answerLeftAt = nil
        case .letterIssued(let issue):
            issued[issue.letter] = issue
            if issue.kind == .acknowledgement { acknowledgedAt = acknowledgedAt ?? issue.left(recordedAt: entry.at) }
            // The letter of an answer of before a reopening brings nobody the new one.
            if issue.kind == .answer, issue.letter == letters.last(where: { $0.kind == .answer })?.id {
                answerLeftAt = answerLeftAt ?? issue.left(recordedAt: entry.at)
            }
        default: break
        }
    }
}
