public import Complaints

/// A letter to read or to print, its address where the window of a DL envelope is, and what to do with it.
public struct LetterPage: Page {
    public static let template = "staff/letter"
    public static var script: PageScript? { .staff }

    let frame: StaffFrame
    let casePath: String
    let identifier: String
    let kind: String
    let state: String
    let mark: String
    let fate: LetterFate?
    /// The e-mail address that it goes to, or went to.
    let address: String?
    /// That it should be posted, and that the file has no address to post it to.
    let unaddressed: Unaddressed?
    /// What was just done, for a moment.
    let done: String?
    /// What was written for a letter that has left meanwhile.
    let lost: LostDraft?
    /// Why this reader may not say that it went, nor send it (R-23).
    let barred: String?
    /// The letter itself.
    var sheet: Sheet
    /// How to say that it went by post or by hand; nil once it is gone, or where the reader may not.
    let handOver: ActForm?
    let sendAgain: ActForm?
    /// How to say what the post brought back of it; nil where the post has it not.
    let bringBack: ActForm?
    /// What was kept of it on paper.
    var pieces: [LetterPieces]
    /// That it goes by post, where the server sends no e-mail and so offers no second try.
    let unmailed: String?

    /// What to do where there is no postal address.
    struct Unaddressed: Sendable {
        /// What the file lacks.
        let words: String
        /// Where to lay the address on the file; nil for those who may not.
        let path: String?
    }

    /// - Parameters:
    ///   - letter: which one, and where it is.
    ///   - subject: its subject line.
    ///   - text: what a person reads, as kept.
    ///   - caseFile: whose it is; gives the address.
    ///   - mailIsSet: whether the server can send mail.
    ///   - today: the day that is proposed as the one on which it left.
    ///   - limits: which documents its forms take.
    ///   - draft: what was sent for one of its forms and was not recorded.
    ///   - done: what was just done with it.
    public init(
        letter: LetterLine,
        subject: String,
        text: String,
        caseFile: CaseFile,
        procedure: Procedure,
        signedIn: SignedIn,
        mailIsSet: Bool = true,
        today: CivilDate,
        limits: DocumentLimits,
        draft: LetterDraft? = nil,
        done: LetterDone? = nil,
        press: Press
    ) {
        let name = press.words("letter.\(letter.kind.rawValue)")
        identifier = caseFile.identifier
        let title = "\(name), \(caseFile.identifier)"
        let heading = press.title(title, isWrong: draft != nil)
        frame = StaffFrame(title: heading, section: nil, signedIn: signedIn, press: press)
        casePath = Path.caseFile(caseFile.identifier)
        kind = name
        state = letter.stateWords(press)
        mark = letter.mark.rawValue
        fate = letter.fate(press)
        address = letter.address.map { press.words("staff.letter.address", ["address": $0]) }
        unaddressed = Unaddressed(letter, of: caseFile, mailIsSet, for: signedIn.officer, press)
        sheet = Sheet(of: letter, subject, text, mailIsSet, caseFile: caseFile, procedure: procedure, press: press)
        let forms = LetterForms(
            letter: letter,
            file: caseFile,
            token: signedIn.token,
            today: today,
            limits: limits,
            draft: draft,
            press: press
        )
        let mayIssue = caseFile.acts(for: signedIn.officer).contains(.issueLetter)
        handOver = mayIssue && letter.state.mayBeCarried ? forms.handOver() : nil
        bringBack = mayIssue && letter.way?.isPosted == true ? forms.bringBack() : nil
        pieces = LetterPieces.all(of: letter.id, in: caseFile, press: press)
        barred = caseFile.bars(signedIn.officer) ? press.words("staff.case.barred") : nil
        self.done = done.flatMap { $0.words(of: letter, press) }
        let mayResend = caseFile.mayResend(signedIn.officer) && letter.state.mayBeSentAgain
        sendAgain = mayResend && mailIsSet ? forms.sendAgain() : nil
        let shown = [(LetterDone.handedOver, handOver), (.sentAgain, sendAgain), (.broughtBack, bringBack)]
        let isThere = shown.contains { $0.0 == draft?.form && $0.1 != nil }
        lost = isThere ? nil : draft.map { LostDraft($0.act, press: press) }
        unmailed = mayResend && !mailIsSet ? press.words("staff.letter.unmailed") : nil
    }
}

extension LetterDone {
    /// What is said of it; nil once it is over: the page's address may be read again when a letter that was sent again
    /// has left long since, or has failed once more.
    fileprivate func words(of letter: LetterLine, _ press: Press) -> String? {
        self == .sentAgain && letter.state != .waiting ? nil : press.words("staff.done.\(rawValue)")
    }
}

extension LetterPage.Unaddressed {
    /// Nil where the letter need not be posted, or where the file says to which address.
    init?(
        _ letter: LetterLine,
        of file: CaseFile,
        _ mailIsSet: Bool,
        for officer: Officer,
        _ press: Press
    ) {
        guard letter.isToBePosted(mailIsSet), file.completed.paperAddress.isBlank else { return nil }
        words = press.words(file.email == nil ? "staff.letter.unaddressed.neither" : "staff.letter.unaddressed")
        let mayAmend = file.acts(for: officer).contains(.amend)
        path = mayAmend ? "\(Path.caseFile(file.identifier))#acte-\(Act.amend.noun ?? "")" : nil
    }
}

extension LetterLine {
    /// Whether it is on its way to an envelope, and so needs an address: the server will not send it by itself.
    fileprivate func isToBePosted(_ mailIsSet: Bool) -> Bool {
        switch state {
        case .paper, .failed: true
        case .waiting, .held: !mailIsSet
        case .issued: false
        }
    }
}

extension LetterPage.Sheet {
    /// A letter that is kept, as it stands on its page.
    init(
        of letter: LetterLine,
        _ subject: String,
        _ text: String,
        _ mailIsSet: Bool,
        caseFile: CaseFile,
        procedure: Procedure,
        press: Press
    ) {
        self.init(
            subject: subject,
            text: text,
            writtenOn: letter.createdAt.civilDate,
            files: caseFile.files(joinedTo: letter.id).map { FileLine($0, press: press) },
            wasUnaddressed: caseFile.asWritten(letter.id)?.completed.paperAddress.isBlank == true
                || caseFile.wasBroughtBack(letter.id),
            caseFile: caseFile,
            procedure: procedure,
            isToBePosted: letter.isToBePosted(mailIsSet),
            press: press
        )
    }
}

extension CaseFile {
    /// The file as it was when a letter of its was written; nil where it has no such letter.
    fileprivate func asWritten(_ letter: String) -> CaseFile? {
        guard let last = entries.firstIndex(where: { $0.letters.contains { $0.id == letter } }) else { return nil }
        return CaseFile(id: id, entries: Array(entries[...last]))
    }

    /// Documents that go with a letter: those of the answer that it gives, which a reopened case may have several of.
    fileprivate func files(joinedTo letter: String) -> [FileSummary] {
        let entry = entries.first { $0.letters.contains { $0.id == letter } }
        guard case .answered(let answer) = entry?.event else { return [] }
        return answer.files
    }
}
