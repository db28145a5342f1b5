public import Complaints

/// A letter to read or to print, its address where the window of a DL envelope is, and what to do with it.
public struct LetterPage: Page {
    public static let template = "staff/letter"

    let frame: StaffFrame
    let casePath: String
    let identifier: String
    let kind: String
    let state: String
    let mark: String
    let result: String?
    /// The e-mail address that it goes to, or went to.
    let address: String?
    /// That it should be posted, and that the file has no address to post it to.
    let unaddressed: Unaddressed?
    /// What was just done, for a moment.
    let done: String?
    /// What was written for a letter that has left meanwhile.
    let lost: LostDraft?
    /// Why this reader may not say that it went, nor send it.
    let barred: String?
    /// The letter itself; nil for those who may not know whose it is.
    var sheet: Sheet?
    /// How to say that it went by post or by hand; nil once it is gone, or where the reader may not.
    let handOver: ActForm?
    let sendAgain: ActForm?

    /// What to do where there is no postal address.
    struct Unaddressed: Sendable {
        /// Where to lay the address on the file; nil for those who may not.
        let path: String?
    }

    /// What is printed.
    struct Sheet: Sendable {
        /// Name and address of the provider, a line each.
        let sender: [String]
        /// Name and address of the person, a line each.
        let addressee: [String]
        let date: String
        let subject: String
        let passages: [LetterPassage]
        /// Documents that go with it.
        var files: [FileLine]
        let hasFiles: Bool
    }

    /// - Parameters:
    ///   - letter: which one, and where it is.
    ///   - subject: its subject line.
    ///   - text: what a person reads, as kept.
    ///   - caseFile: whose it is; gives the address.
    ///   - draft: what was sent for `remise` and was not recorded.
    ///   - done: what was just done with it.
    public init(
        letter: LetterLine,
        subject: String,
        text: String,
        caseFile: CaseFile,
        procedure: Procedure,
        signedIn: SignedIn,
        draft: LetterDraft? = nil,
        done: LetterDone? = nil,
        press: Press
    ) {
        let name = press.words("letter.\(letter.kind.rawValue)")
        identifier = caseFile.identifier
        let title = "\(name), \(caseFile.identifier)"
        frame = StaffFrame(
            title: draft == nil ? title : press.words("staff.title.error", ["title": title]),
            section: nil,
            signedIn: signedIn,
            press: press
        )
        casePath = Path.caseFile(caseFile.identifier)
        kind = name
        state = letter.stateWords(press)
        mark = letter.mark.rawValue
        let isOpen = signedIn.officer.readsIdentity
        result = isOpen ? letter.resultWords(press) : nil
        address = isOpen ? letter.address.map { press.words("staff.letter.address", ["address": $0]) } : nil
        unaddressed = isOpen ? Unaddressed(letter, of: caseFile, for: signedIn.officer) : nil
        let parts = LetterParts(text, subject: subject, press: press)
        sheet =
            isOpen
            ? Sheet(
                parts,
                of: letter,
                subject: subject,
                text: text,
                caseFile: caseFile,
                procedure: procedure,
                press: press
            )
            : nil
        let forms = LetterForms(letter: letter, file: caseFile, token: signedIn.token, draft: draft, press: press)
        let mayIssue = caseFile.acts(for: signedIn.officer).contains(.issueLetter)
        handOver = mayIssue && letter.state.mayBeCarried ? forms.handOver() : nil
        lost = handOver == nil ? draft.map { LostDraft($0.act, press: press) } : nil
        barred = caseFile.bars(signedIn.officer) ? press.words("staff.case.barred") : nil
        self.done = done.map { press.words("staff.done.\($0.rawValue)") }
        let mayResend = caseFile.mayResend(signedIn.officer) && letter.state.mayBeSentAgain
        sendAgain = mayResend ? forms.sendAgain() : nil
    }
}

extension LetterPage.Unaddressed {
    /// Nil where the letter need not be posted, or where the file says to which address.
    fileprivate init?(_ letter: LetterLine, of file: CaseFile, for officer: Officer) {
        guard letter.state == .paper || letter.state == .failed, file.completed.postalAddress.isBlank else {
            return nil
        }
        let acts = file.acts(for: officer)
        let act = [Act.complete, .amend].first { acts.contains($0) }
        path = act.flatMap(\.noun).map { "\(Path.caseFile(file.identifier))#acte-\($0)" }
    }
}

extension LetterPage.Sheet {
    /// From the kept text where it can be taken apart, else from what the file and the procedure say.
    fileprivate init(
        _ parts: LetterParts?,
        of letter: LetterLine,
        subject: String,
        text: String,
        caseFile: CaseFile,
        procedure: Procedure,
        press: Press
    ) {
        let person = caseFile.completed
        sender = parts?.sender ?? [procedure.provider.name] + procedure.provider.postalAddress.lines
        addressee = parts?.addressee.nonEmpty ?? [person.fullName] + person.postalAddress.lines
        date = parts?.date ?? FrenchDates.long(letter.createdAt.civilDate)
        self.subject = subject
        passages = LetterPassage.passages(of: parts?.body ?? text)
        files = caseFile.files(joinedTo: letter.id).map { FileLine($0, isMasked: false, press: press) }
        hasFiles = !files.isEmpty
    }
}

extension CaseFile {
    /// Documents that go with a letter: those of the answer that it gives, which a reopened case may have several of.
    fileprivate func files(joinedTo letter: String) -> [FileSummary] {
        let entry = entries.first { $0.letters.contains { $0.id == letter } }
        guard case .answered(let answer) = entry?.event else { return [] }
        return answer.files
    }
}

extension Array {
    /// Nil where there is nothing in it.
    fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
