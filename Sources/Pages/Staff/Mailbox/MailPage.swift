import Complaints

/// One mail that came: its words as they were read, what came with it, what became of it and why; and where somebody sorts it
/// otherwise.
public struct MailPage: Page {
    public static let template = "staff/mail"
    public static var script: PageScript? { .staff }

    /// A run of its text.
    struct Passage: Sendable {
        let text: String
        /// Whether it repeats an earlier message: it is folded, never cut.
        let isQuoted: Bool
    }

    /// A file that came with it.
    struct File: Sendable {
        let path: String
        let name: String
        let size: String
    }

    /// A link to a case.
    struct Dossier: Sendable {
        let path: String
        let identifier: String
    }

    /// One line of what was done with it.
    struct Line: Sendable {
        let at: String
        let by: String
        let what: String
    }

    let frame: StaffFrame
    let listPath = Path.mails
    let title: String
    /// Who wrote it, and when it came.
    let heading: String
    let standing: String
    let why: String?
    let done: String?
    let facts: [CaseHeading.Fact]
    let dossier: Dossier?
    let suggested: Dossier?
    let passages: [Passage]
    let hasPassages: Bool
    let files: [File]
    let hasFiles: Bool
    /// Its bytes as they came; nil where they were too many to keep.
    let original: File?
    let form: ActForm?
    let history: [Line]
    let hasHistory: Bool

    /// - Parameters:
    ///   - draft: what was sent and not done.
    ///   - isDone: whether it was just sorted.
    public init(_ mail: MailView, signedIn: SignedIn, draft: MailDraft? = nil, isDone: Bool = false, press: Press) {
        let summary = mail.summary
        title = summary.title(press)
        frame = StaffFrame(
            title: press.title(title, isWrong: draft != nil),
            section: .receptions,
            signedIn: signedIn,
            press: press
        )
        heading = press.heading(of: summary, from: mail.reading?.sender?.address ?? "")
        (standing, why) = (summary.standing(press), summary.why(press))
        done = isDone ? press.words("staff.courriels.done") : nil
        facts = mail.facts(press)
        dossier = summary.dossier.map { Dossier(path: Path.caseFile($0), identifier: $0) }
        suggested = mail.suggested.map { Dossier(path: Path.caseFile($0), identifier: $0) }
        passages = (mail.reading?.passages ?? []).filter { !$0.text.isBlank }
            .map { Passage(text: $0.text, isQuoted: $0.isQuoted) }
        hasPassages = !passages.isEmpty
        files = mail.files.enumerated().map { index, file in
            File(
                path: Path.mailFile(summary.id, index + 1),
                name: file.name,
                size: FrenchNumbers.fileSize(file.length)
            )
        }
        hasFiles = !files.isEmpty
        original = mail.length.map { length in
            File(
                path: Path.mailOriginal(summary.id),
                name: press.words("staff.courriels.original"),
                size: FrenchNumbers.fileSize(length)
            )
        }
        let mayAct = signedIn.officer.mayReceive && (mail.isLoose || mail.isMessage)
        form = mayAct ? ActForm(sorting: mail, draft, token: signedIn.token, press: press) : nil
        history = mail.acts.map { act in
            let sort = press.words("staff.courriels.tri.\(act.sort.rawValue)")
            let what = press.words("staff.courriels.history", ["sort": sort])
            let place = act.dossier.map {
                press.words("staff.courriels.history.dossier", ["what": what, "dossier": $0])
            }
            return Line(at: FrenchDates.short(act.at), by: act.name, what: place ?? what)
        }
        hasHistory = !history.isEmpty
    }
}

extension MailView {
    /// What is known beside the words.
    fileprivate func facts(_ press: Press) -> [CaseHeading.Fact] {
        let sender = reading?.sender.map { $0.name.isBlank ? $0.address : "\($0.name) <\($0.address)>" } ?? ""
        let report = (reading?.reports ?? []).map(\.words).filter { !$0.isBlank }.joined(separator: "\n")
        return [
            ("from", sender), ("sent", reading?.sentAt.map { FrenchDates.long($0) } ?? ""), ("report", report),
        ].filter { !$0.1.isBlank }
            .map { CaseHeading.Fact(term: press.words("staff.courriels.fact.\($0.0)"), value: $0.1) }
    }
}

extension ActForm {
    /// What the mail is, by somebody's word.
    fileprivate init(sorting mail: MailView, _ draft: MailDraft?, token: String, press: Press) {
        let faults = draft?.trouble.mistakes(press) { refusal in refusal == .textMissing ? ["tri"] : [] } ?? [:]
        let pen = FormPen(press: press, noun: "tri", values: draft?.values, mistakes: faults)
        let possible = mail.isMessage ? [.message] : MailSort.byHand.filter { $0 != mail.summary.sort }
        let sorts = possible.map {
            (value: $0.rawValue, label: press.words("staff.courriels.tri.\($0.rawValue)"))
        }
        let fields = [
            pen.radios("tri", sorts, value: mail.isMessage ? MailSort.message.rawValue : nil),
            pen.line("dossier", value: mail.suggested ?? "", optional: !mail.isMessage),
        ]
        let words = draft?.trouble.words(press) { refusal in refusal == .textMissing ? ["tri"] : [] }
        self.init(
            id: "tri",
            title: press.words(mail.isMessage ? "staff.courriels.act.tri.ailleurs" : "staff.courriels.act.tri"),
            leads: [
                press.words(mail.isMessage ? "staff.courriels.act.tri.ailleurs.lead" : "staff.courriels.act.tri.lead")
            ],
            warning: nil,
            path: "\(Path.mail(mail.summary.id))/tri",
            token: token,
            version: nil,
            hasFiles: false,
            groups: [],
            fields: fields,
            caution: nil,
            send: press.words("staff.courriels.act.tri.send"),
            reread: nil,
            preview: nil,
            add: nil,
            trouble: draft.flatMap { _ in ActForm.Trouble(words, beside: fields) },
            isOpen: draft != nil
        )
    }
}

extension Press {
    /// Who wrote a mail, and when it came: also above its words, where they are laid on a case.
    public func heading(of mail: MailSummary, from address: String) -> String {
        let sender = address.isEmpty ? words("staff.courriels.nobody") : address
        return words("staff.courriels.heading", ["sender": sender, "date": FrenchDates.long(mail.keptAt)])
    }
}
