import Complaints

/// What a case file waits for, and when a person is kept waiting too long for it.
extension CaseFile {
    /// The most natural next act at this stage, whoever may do it; nil where nothing is awaited.
    ///
    /// - Parameter isAssignable: whether there is anybody to choose for it.
    func nextAct(missing: [Completeness.Item], isAssignable: Bool) -> Act? {
        switch stage {
        case .received:
            if qualification == nil { .qualify } else { missing.isEmpty ? .register : .requestCompletion }
        case .incomplete: .complete
        case .registered, .investigating:
            // What an older register says was never judged here.
            if qualification == nil {
                .qualify
            } else if handler == nil, isAssignable {
                .assign
            } else {
                missingPieces.contains(.measures) ? .recordMeasure : .answer
            }
        case .answered: missingPieces.isEmpty ? .close : .recordMeasure
        case .inMediation:
            if mediation.replyDue != nil {
                .replyToMediator
            } else {
                referral?.noticeDue != nil && mediation.acceptance == nil ? .recordNotice : .recordMediation
            }
        case .contested: .decideContest
        case .closed, .archived, .erased, .requalified, .abandoned, .withdrawn: nil
        }
    }

    /// Whole days since the complainant was last asked to complete; nil where nothing was asked.
    func daysSinceCompletionRequest(today: CivilDate) -> Int? {
        completionAskedOn?.days(until: today)
    }
}

extension CaseFile {
    /// The day it was last reopened, where an answer is awaited although one was given before.
    fileprivate var reopenedOn: CivilDate? {
        guard stage.awaitsAnswer, answer != nil else { return nil }
        return entries.last { $0.event.kind == .reopened }?.at.civilDate
    }
}

/// The place under the heading where the next act always is.
struct NextAct: Sendable {
    let title: String
    /// What to know about it: who does it, or why there is none.
    let words: [String]
    var form: ActForm?
}

extension NextAct {
    /// The next act as this officer sees it: the form where they may do it, else who may.
    init(_ forms: ActForms, allowed: [Act]) {
        let press = forms.press
        let isAssignable = forms.hasHandlersToChoose
        guard let next = forms.file.nextAct(missing: forms.missing, isAssignable: isAssignable) else {
            let stage = forms.file.stage.rawValue
            self.init(title: press.words("staff.next.none"), words: [press.words("staff.next.\(stage)")], form: nil)
            return
        }
        // What a mediation waits for is for those who follow it (R-46): the others read that it goes on.
        let isSecret = forms.file.stage == .inMediation && !forms.file.showsMediation(to: forms.signedIn.officer)
        let act = isSecret ? .recordMediation : next
        let title = press.words("staff.act.\(act.noun ?? "")")
        let waiting = Self.waiting(forms)
        if allowed.contains(act) {
            self.init(title: title, words: waiting, form: forms.form(for: act))
        } else if act == .decideContest, let others = forms.othersDecide {
            self.init(title: title, words: [others], form: nil)
        } else {
            let others = press.words("staff.next.others", ["roles": press.names(of: act.roles)])
            self.init(title: title, words: [others] + waiting, form: nil)
        }
    }

    private static func waiting(_ forms: ActForms) -> [String] {
        if forms.file.stage == .inMediation { return mediation(forms) + putOff(forms) }
        if let again = again(forms) { return [again] }
        guard forms.file.stage == .incomplete,
            let days = forms.file.daysSinceCompletionRequest(today: forms.today)
        else { return [] }
        let since = ["since": forms.press.since(days)]
        let wait = forms.procedure.completionWait
        if days >= wait.abandonment { return [forms.press.words("staff.next.abandonable", since)] }
        let later = forms.file.abandonable(after: wait).map { day in
            forms.press.words("staff.next.abandonable.later", ["day": FrenchDates.long(day)])
        }
        let now = forms.press.words(days >= wait.reminder ? "staff.next.remindable" : "staff.next.waiting", since)
        return [now] + [later].compactMap(\.self)
    }

    /// That an answer was given before a reopening, and that this has moved no due date (R-26, R-30).
    private static func again(_ forms: ActForms) -> String? {
        guard let answered = forms.file.answeredAt, let reopened = forms.file.reopenedOn else { return nil }
        let holes = [
            "answered": FrenchDates.long(answered.civilDate), "reopened": FrenchDates.long(reopened),
            "due": FrenchDates.long(forms.file.due.answer.due),
        ]
        return forms.press.words("staff.next.again", holes)
    }

    /// That the answer is still to be given once the mediation is over, and that its due date has not moved (R-26).
    private static func putOff(_ forms: ActForms) -> [String] {
        guard forms.file.isAnswerPutOff else { return [] }
        return [forms.press.words("staff.next.putoff", ["due": FrenchDates.long(forms.file.due.answer.due)])]
    }

    /// Everything that the mediation waits for, with its day, for those who may know of it (R-46).
    private static func mediation(_ forms: ActForms) -> [String] {
        guard forms.file.showsMediation(to: forms.signedIn.officer) else { return [] }
        return forms.file.mediationDues.map { due in
            let words = DueWords(due, today: forms.today, press: forms.press)
            return [words.words, words.date].compactMap(\.self).joined(separator: ", ")
        }
    }
}
