public import Complaints

/// A case file as one story from top to bottom, with its next act always in the same place.
public struct CasePage: Page {
    public static let template = "staff/case"
    public static var script: PageScript? { .staff }

    let frame: StaffFrame
    let heading: CaseHeading
    /// What was just done, for a moment.
    let done: String?
    /// A form's words that could not be kept otherwise: the act is no longer possible.
    let lost: LostDraft?
    var content: Content
    /// Who looked at it last; nil for those to whom that is not shown.
    private(set) var accesses: CaseAccesses?
    /// A picture beside the forms, where one was asked for.
    var beside: Beside?

    /// What the file holds, and what may be done with it.
    struct Content: Sendable {
        /// How often the file was judged and contested, as a list of facts.
        struct Counts: Sendable {
            let facts: [CaseHeading.Fact]
        }

        /// Why this reader may do nothing here but note; one paragraph each.
        let barred: [String]
        let isBarred: Bool
        var next: NextAct
        var others: [ActForm]
        let hasOthers: Bool
        var original: OriginalStory
        var additions: [LaterPiece]
        let hasAdditions: Bool
        var measures: [LaterPiece]
        let lacksMeasures: Bool
        let dispensed: String?
        /// What an older register says was done; nil where there was none.
        let formerMeasure: String?
        var answer: AnswerStory?
        /// What an older register says was answered; nil where there was none, or where it was answered here.
        let formerAnswer: String?
        let isUnanswered: Bool
        var mediation: MediationStory?
        var judgements: [LaterPiece]
        let hasJudgements: Bool
        let counts: Counts
        let letters: [LetterRow]
        let hasLetters: Bool
        let history: [HistoryLine]
    }

    /// - Parameters:
    ///   - names: every account of the provider, with its name.
    ///   - staff: the accounts of the provider that may sign in.
    ///   - nameable: those whom the complaint may name besides.
    ///   - letters: the file's letters, oldest first.
    ///   - mailIsSet: whether the server can send mail.
    ///   - procedure: the version that the case was received under, for what it holds to be complete.
    ///   - inForce: the version of today, for its mediator.
    ///   - limits: which documents its forms take.
    ///   - relatives: the other case files that this one names, as the reader knows them.
    ///   - templates: those that acts may begin from.
    ///   - draft: what was sent for an act that was not done.
    ///   - done: the act that was just done.
    ///   - isEntered: whether the file was just made by entering what had come.
    public init(
        caseFile: CaseFile,
        signedIn: SignedIn,
        names: [String: String],
        staff: [Officer],
        nameable: [Officer] = [],
        letters: [LetterLine],
        mailIsSet: Bool,
        today: CivilDate,
        procedure: Procedure,
        inForce: Procedure,
        limits: DocumentLimits,
        relatives: CaseRelatives = CaseRelatives(),
        templates: [LetterTemplate] = [],
        draft: ActDraft? = nil,
        done: Act? = nil,
        isEntered: Bool = false,
        press: Press
    ) {
        let history = HistoryLine.lines(
            of: caseFile,
            for: signedIn.officer,
            names: names,
            relatives: relatives,
            press: press
        )
        let forms = ActForms(
            file: caseFile,
            signedIn: signedIn,
            staff: staff,
            assignable: names.people(among: Set(staff.filter(\.mayHandle).map(\.id))),
            colleagues: names.people(among: caseFile.implicated.union((staff + nameable).map(\.id))),
            today: today,
            procedure: procedure,
            inForce: inForce,
            missing: procedure.completeness.missing(from: caseFile.completed),
            mailIsSet: mailIsSet,
            unsent: letters.filter { $0.needsSomebody(mailIsSet: mailIsSet) },
            limits: limits,
            relatives: relatives,
            templates: templates,
            draft: draft?.compact.joined(with: caseFile.qualification),
            meanwhile: Meanwhile(draft, on: caseFile, history, for: signedIn.officer, press: press),
            press: press
        )
        let allowed = forms.allowed
        heading = CaseHeading(forms, names: names)
        self.done = caseFile.words(done, isEntered: isEntered, press)
        lost = draft.flatMap { allowed.contains($0.act) ? nil : LostDraft($0, forms.meanwhile, press: press) }
        content = Content(forms, allowed: allowed, names: names, letters: letters, history: history)
        let title = "\(heading.identifier), \(heading.person)"
        frame = StaffFrame(
            title: draft?.titled(title, press) ?? title,
            section: caseFile.number == nil ? .receptions : .register,
            signedIn: signedIn,
            press: press
        )
    }
}

extension CasePage {
    /// The same page with who looked at the file last, for those who watch over that.
    ///
    /// - Parameters:
    ///   - entries: of the journal of accesses, the latest first.
    ///   - names: every account of the provider, with its name.
    public func showing(accesses entries: [AccessEntry], names: [String: String], press: Press) -> CasePage {
        var page = self
        page.accesses = CaseAccesses(entries, to: heading.identifier, names: names, press: press)
        return page
    }
}

extension [String: String] {
    /// Those accounts of a list of names, in the order of their names.
    fileprivate func people(among accounts: Set<String>) -> [(id: String, name: String)] {
        filter { accounts.contains($0.key) }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
            .map { (id: $0.key, name: $0.value) }
    }
}

extension CaseFile {
    /// What is said once an act was done, or the file was made by entering what had come.
    fileprivate func words(_ done: Act?, isEntered: Bool, _ press: Press) -> String? {
        guard !isEntered else {
            return press.words("staff.done.saisie", ["reference": reception.reference.description])
        }
        return done.flatMap(\.noun).map { press.words("staff.done.\($0)") }
    }
}

extension ActForms {
    /// The acts that the reader may do now, but for those that leave nothing to choose. What they wrote for one that is not
    /// offered, such as a decision that is another's, or giving up too early, is shown in its form, as any draft is.
    fileprivate var allowed: [Act] {
        file.acts(for: signedIn.officer).filter { act in
            if act == draft?.act { return true }
            switch act {
            case .decideContest: return othersDecide == nil
            case .assign: return hasHandlersToChoose
            case .recuse: return hasHandlersToSpare
            case .unlink: return !linkedOpenly.isEmpty
            case .abandon: return file.abandonable(after: procedure.completionWait).map { $0 <= today } ?? true
            default: return true
            }
        }
    }
}

extension CasePage.Content {
    fileprivate init(
        _ forms: ActForms,
        allowed: [Act],
        names: [String: String],
        letters: [LetterLine],
        history: [HistoryLine]
    ) {
        let (file, press) = (forms.file, forms.press)
        let officer = forms.signedIn.officer
        isBarred = file.bars(officer)
        barred =
            isBarred
            ? [press.words("staff.case.barred")]
                + (allowed.contains(.assign)
                    ? [press.words("staff.case.barred.\(forms.mayLiftConflict ? "alone" : "others")")] : []) : []
        next = NextAct(forms, allowed: allowed)
        let nextForm = next.form?.id
        others = allowed.compactMap { forms.form(for: $0) }.filter { $0.id != nextForm }
        hasOthers = !others.isEmpty
        original = OriginalStory(file, press: press)
        let pieces = PieceWriter(file: file, names: names, relatives: forms.relatives, press: press)
        additions = pieces.additions()
        hasAdditions = !additions.isEmpty
        measures = pieces.measures()
        dispensed = file.reasonForNoMeasure
        let takeover = file.reception.takeover
        formerMeasure = takeover?.saidMeasure(orSilence: measures.isEmpty && dispensed == nil, press)
        lacksMeasures = measures.isEmpty && dispensed == nil && formerMeasure == nil
        answer = AnswerStory(file, press: press)
        formerAnswer = answer == nil ? takeover?.saidAnswer(press) : nil
        isUnanswered = answer == nil && (formerAnswer == nil || file.stage.awaitsAnswer)
        mediation = MediationStory(file, for: forms.signedIn.officer, pieces: pieces, press: press)
        judgements = pieces.judgements()
        hasJudgements = !judgements.isEmpty
        counts = Counts(facts: pieces.counts())
        self.letters = letters.map { LetterRow($0, press: press) }
        hasLetters = !letters.isEmpty
        self.history = history
    }
}
