import Complaints

/// Writes the forms of a case file's acts.
struct ActForms {
    let file: CaseFile
    let signedIn: SignedIn
    /// The accounts that may sign in.
    let staff: [Officer]
    /// Accounts that may be given the case, with their names, in the order of the names.
    let assignable: [(id: String, name: String)]
    /// Accounts that the complaint may name: those that may sign in, and those already named; likewise.
    let colleagues: [(id: String, name: String)]
    let today: CivilDate
    let procedure: Procedure
    /// The version in force today: whose mediator an answer names.
    let inForce: Procedure
    let missing: [Completeness.Item]
    /// Whether the server can send mail.
    let mailIsSet: Bool
    /// The file's letters that have not gone, but for those that a relay takes in a moment.
    let unsent: [LetterLine]
    /// Which documents are taken.
    let limits: DocumentLimits
    /// The other case files that this one names, as the reader knows them.
    let relatives: CaseRelatives
    /// The templates that are proposed.
    let templates: [LetterTemplate]
    let draft: ActDraft?
    /// What was done while the draft was written, where it comes back for that.
    let meanwhile: Meanwhile?
    let press: Press

    /// What an act's form consists of, besides what all forms share.
    struct Body {
        var leads: [String] = []
        var warning: String?
        var groups: [ActForm.Group] = []
        var fields: [Field]
        var caution: String?
        var canAdd = false
    }

    /// The form of an act; nil for the handing over of a letter, which is done on the letter.
    func form(for act: Act) -> ActForm? {
        guard let noun = act.noun else { return nil }
        let sent = draft?.act == act ? draft : nil
        let pen = FormPen(press: press, noun: noun, values: sent?.values, mistakes: sent?.mistakes(press) ?? [:])
        var body = body(of: act, pen)
        if let place = body.fields.firstIndex(where: \.isUpload), let kept = pen.kept(sent?.kept ?? []) {
            body.fields.insert(kept, at: place)
        }
        let choice = TemplateChoice(act, templates, sent, press)
        let all = [choice?.field].compactMap(\.self) + body.groups.flatMap(\.fields) + body.fields
        let preview = sent.flatMap { ActPreview($0, self) }
        return ActForm(
            id: noun,
            title: press.words("staff.act.\(noun)"),
            leads: body.leads,
            warning: body.warning,
            path: Path.act(noun, of: file.identifier),
            token: signedIn.token,
            version: sent?.seen ?? String(file.version),
            hasFiles: all.contains(where: \.isUpload),
            groups: body.groups,
            fields: body.fields,
            caution: body.caution,
            send: press.words("staff.act.\(noun).send"),
            reread: act.mayCallForLetter ? press.words("staff.preview.ask") : nil,
            preview: preview,
            add: body.canAdd ? press.words("staff.form.reponse.add") : nil,
            trouble: ActForm.Trouble(sent, sent.flatMap { _ in meanwhile }, in: all, press: press),
            isOpen: sent != nil,
            templates: choice,
            begunFrom: sent?.begunFrom ?? [],
            begun: sent?.words(onBeginning: press),
            isFolded: preview?.sheet != nil
        )
    }

    private func body(of act: Act, _ pen: FormPen) -> Body {
        switch act {
        case .qualify: qualification(pen)
        case .contest: contest(pen)
        case .decideContest: contestDecision(pen)
        case .requestCompletion: completionRequest(pen)
        case .complete: completion(pen)
        case .register: registration(pen)
        case .assign: assignment(pen)
        case .recuse: recusal(pen)
        case .restrict: restriction(pen)
        case .recordMeasure: measure(pen)
        case .dispenseWithMeasures, .reopen, .withdraw, .abandon, .liftRestriction: reason(pen)
        case .extend: holdingReply(pen)
        case .answer: answer(pen)
        case .refer: referral(pen)
        case .recordNotice: notice(pen)
        case .replyToMediator: mediationReply(pen)
        case .prolongMediation: prolongation(pen)
        case .recordMediation: mediationOutcome(pen)
        case .close: closing(pen)
        case .recordSatisfaction: satisfaction(pen)
        case .amend: amendment(pen)
        case .split: splitting(pen)
        case .link: linking(pen)
        case .unlink: unlinking(pen)
        case .note: note(pen)
        case .issueLetter: Body(fields: [])
        }
    }

    /// The values of an enumeration with their names from the catalogue.
    func options<Code: RawRepresentable>(_ codes: [Code], _ family: String) -> [(value: String, label: String)]
    where Code.RawValue == String {
        codes.map { ($0.rawValue, press.words("\(family).\($0.rawValue)")) }
    }

    private func reason(_ pen: FormPen) -> Body {
        Body(leads: [press.words("staff.act.\(pen.noun).lead")], fields: [pen.area("motif", rows: 3)])
    }
}
