import Complaints

/// The letters of a mediation, and what was decided on whether it is a complaint.
extension PieceWriter {
    /// The mediator's letters and ours, of every mediation of the file, oldest first. Only for those who may read them.
    func mediation() -> [LaterPiece] {
        file.entries.compactMap { entry in
            switch entry.event {
            case .mediatorWrote(let notice):
                let title = dated("notice.\(notice.kind.rawValue)", notice.on)
                let asked = notice.replyDue.map { fact("staff.fact.reply", FrenchDates.short($0)) }
                return piece(title, entry, notice.text, [asked].compactMap(\.self), notice.files)
            case .mediatorAnswered(let reply):
                return piece(dated("staff.later.replied", reply.sentOn), entry, reply.text, [], reply.files)
            case .mediationProlonged(let prolongation):
                let title = press.words("staff.later.prolonged", ["date": FrenchDates.short(prolongation.until)])
                return piece(title, entry, prolongation.reason, [], prolongation.files)
            default: return nil
            }
        }
    }

    /// Every judgement on whether it is a complaint, and every contest of one, oldest first. Nothing where it was never
    /// judged to be none: the history says the rest.
    func judgements() -> [LaterPiece] {
        guard file.qualificationHistory.requalifications > 0 else { return [] }
        return file.entries.compactMap { entry in
            switch entry.event {
            case .qualified(let judgement):
                let title = press.words("nature.\(judgement.nature.rawValue)")
                let consumer = judgement.consumer.map {
                    fact("staff.fact.consumer", press.words("consumer.\($0.rawValue)"))
                }
                return piece(title, entry, judgement.reason, [consumer].compactMap(\.self), [])
            case .contested(let contest):
                let by = fact("staff.fact.contested", contest.by)
                return piece(dated("staff.later.contested", contest.on), entry, contest.text, [by], contest.files)
            case .contestDecided(let decision):
                let title = press.words("contest.\(decision.result.rawValue)")
                return piece(title, entry, decision.reason, facts(of: decision), [])
            default: return nil
            }
        }
    }

    /// What the letter of the decision said besides its reason.
    private func facts(of decision: ContestDecision) -> [CaseHeading.Fact] {
        let alone = decision.isAlone ? fact("staff.fact.alone", press.words("staff.later.alone")) : nil
        let recourse = decision.recourse.map { fact("staff.fact.recourse", $0.line(press)) }
        return [alone, recourse].compactMap(\.self)
    }

    /// How often it was judged and contested, for those judgements.
    func counts() -> [CaseHeading.Fact] {
        let counts = file.qualificationHistory
        let told = [
            ("judgements", counts.judgements), ("requalifications", counts.requalifications),
            ("contests", counts.contests), ("maintained", counts.maintained), ("reinstated", counts.reinstated),
        ]
        return told.filter { $0.1 > 0 }.map { fact("staff.fact.\($0.0)", FrenchNumbers.whole($0.1)) }
    }

    private func dated(_ key: String, _ day: CivilDate) -> String {
        press.words("staff.later.dated", ["what": press.words(key), "date": FrenchDates.short(day)])
    }

    private func fact(_ term: String, _ value: String) -> CaseHeading.Fact {
        CaseHeading.Fact(term: press.words(term), value: value)
    }
}
