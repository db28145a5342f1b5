public import Complaints

/// The letters to post: each on a sheet of its own, to be printed together, and one form that says which were posted.
public struct PostingPage: Page {
    public static let template = "staff/posting"
    public static var script: PageScript? { .staff }

    /// One of them, as it is kept.
    public struct Letter: Sendable {
        let line: LetterLine
        let subject: String
        let text: String
        let caseFile: CaseFile
        let procedure: Procedure
        let scans: [String: FileScan]

        /// - Parameters:
        ///   - scans: what a virus scanner said of the documents of its case.
        public init(
            _ line: LetterLine,
            subject: String,
            text: String,
            of caseFile: CaseFile,
            under procedure: Procedure,
            scans: [String: FileScan]
        ) {
            self.line = line
            self.subject = subject
            self.text = text
            self.caseFile = caseFile
            self.procedure = procedure
            self.scans = scans
        }
    }

    /// What was just recorded: how many, and how many of those that were ticked were not.
    public struct Done: Sendable {
        let count: Int
        let others: Int

        public init(count: Int, others: Int) {
            self.count = count
            self.others = others
        }
    }

    /// One sheet, with the way to its letter.
    struct Sheet: Sendable {
        let letterPath: String
        let title: String
        let unaddressed: LetterPage.Unaddressed?
        let sheet: LetterPage.Sheet
    }

    let frame: StaffFrame
    let done: String?
    /// Why nothing was recorded, where there is no form to say it in.
    let refused: String?
    /// Nil where there is nothing to post.
    let form: ActForm?
    /// That there are more than the page shows.
    let more: String?
    /// None where what was sent is shown again: whoever says that letters are posted has read them.
    let sheets: [Sheet]
    let hasSheets: Bool

    /// - Parameters:
    ///   - letters: those that the reader may say posted, the oldest first.
    ///   - isWhole: whether these are all.
    ///   - mailIsSet: whether the server can send mail.
    ///   - today: the day that is proposed as the one on which they left.
    ///   - draft: what was sent and was not recorded.
    ///   - done: what was just recorded.
    public init(
        _ letters: [Letter],
        isWhole: Bool,
        signedIn: SignedIn,
        mailIsSet: Bool,
        today: CivilDate,
        draft: ActDraft? = nil,
        done: Done? = nil,
        press: Press
    ) {
        let title = press.words("staff.posting.title")
        frame = StaffFrame(
            title: press.title(title, isWrong: draft != nil),
            section: nil,
            signedIn: signedIn,
            press: press
        )
        self.done = done?.words(press)
        form = letters.isEmpty ? nil : ActForm(posting: letters, signedIn, today, draft, press)
        refused = form == nil ? draft?.summary(press) : nil
        more = isWhole ? nil : press.words("staff.posting.more", ["count": FrenchNumbers.whole(letters.count)])
        sheets = draft == nil ? letters.map { Sheet($0, mailIsSet, signedIn.officer, press) } : []
        hasSheets = !sheets.isEmpty
    }
}

extension PostingPage.Letter {
    /// « Réponse, REC-2026-0007, Noé D’Àrçy ».
    fileprivate func title(_ press: Press) -> String {
        [press.words("letter.\(line.kind.rawValue)"), caseFile.identifier, caseFile.completed.fullName]
            .filter { !$0.isBlank }.joined(separator: ", ")
    }
}

extension PostingPage.Sheet {
    fileprivate init(_ letter: PostingPage.Letter, _ mailIsSet: Bool, _ officer: Officer, _ press: Press) {
        let (line, file) = (letter.line, letter.caseFile)
        letterPath = Path.letter(line.id)
        title = letter.title(press)
        unaddressed = LetterPage.Unaddressed(line, of: file, mailIsSet, for: officer, press)
        var sheet = LetterPage.Sheet(
            of: line,
            letter.subject,
            letter.text,
            mailIsSet,
            caseFile: file,
            procedure: letter.procedure,
            press: press
        )
        sheet.files = ScanWriter(scans: letter.scans, press: press)(sheet.files)
        self.sheet = sheet
    }
}

extension PostingPage.Done {
    fileprivate func words(_ press: Press) -> String {
        let noted = press.count(count, "staff.done.postees")
        return others <= 0 ? noted : "\(noted) \(press.count(others, "staff.done.postees.others"))"
    }
}

extension ActForm {
    /// Which were posted, and on which day: by ordinary post, all of them.
    fileprivate init(
        posting letters: [PostingPage.Letter],
        _ signedIn: SignedIn,
        _ today: CivilDate,
        _ draft: ActDraft?,
        _ press: Press
    ) {
        let noun = "postees"
        let pen = FormPen(press: press, noun: noun, values: draft?.values, mistakes: draft?.mistakes(press) ?? [:])
        let options = letters.map { letter in
            let holes = ["letter": letter.title(press), "date": FrenchDates.short(letter.line.createdAt.civilDate)]
            return (value: letter.line.id, label: press.words("staff.posting.option", holes))
        }
        let fields = [
            pen.ticks("lettres", options, values: [], optional: false),
            pen.line("partie_le", type: "date", value: today.description),
        ]
        self.init(
            id: noun,
            title: press.words("staff.act.postees"),
            leads: [press.words("staff.act.postees.lead")],
            warning: nil,
            path: Path.letters,
            token: signedIn.token,
            version: nil,
            hasFiles: false,
            groups: [],
            fields: fields,
            caution: nil,
            send: press.words("staff.act.postees.send"),
            reread: nil,
            preview: nil,
            add: nil,
            trouble: ActForm.Trouble(draft, in: fields, press: press),
            isOpen: true
        )
    }
}
