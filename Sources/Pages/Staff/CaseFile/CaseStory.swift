import Complaints

/// A document of the file: what it is called, how large it is, and that nobody vouches for it.
struct FileLine: Sendable {
    let id: String
    let path: String
    let name: String
    let kind: String
    let size: String
    /// What a virus scanner said of it.
    var scan: String
    /// Whether it found something.
    var isFlagged = false
    /// Whether every browser draws it by itself.
    let isPicture: Bool
    /// Where it is shown beside the forms of its case file; nil where it is only downloaded.
    var besidePath: String?

    init(_ file: FileSummary, press: Press) {
        id = file.id
        path = Path.attachment(file.id)
        name = file.name
        kind = press.kind(of: file)
        size = FrenchNumbers.fileSize(file.length)
        isPicture = ["image/jpeg", "image/png"].contains(file.type)
        scan = press.words("staff.file.unscanned")
    }
}

extension Press {
    /// What a document is, for people: `image`, `document PDF`.
    fileprivate func kind(of file: FileSummary) -> String {
        let type = file.type.prefix { $0 != ";" }
        let word =
            switch type {
            case "application/pdf": "pdf"
            case "text/plain": "text"
            case "message/rfc822": "mail"
            case _ where type.hasPrefix("image/"): "image"
            case _ where type.hasSuffix(".document"), _ where type.hasSuffix("opendocument.text"): "document"
            case _ where type.hasSuffix("sheet"): "sheet"
            default: "other"
            }
        return words("staff.file.kind.\(word)")
    }
}

/// The complaint exactly as it was written, and what the person said of themself.
struct OriginalStory: Sendable {
    /// Nil where somebody sent documents without a word.
    let text: String?
    /// What is said where there is no text.
    let wordless: String
    let facts: [CaseHeading.Fact]
    var files: [FileLine]
    let hasFiles: Bool
}

extension OriginalStory {
    init(_ file: CaseFile, press: Press) {
        let original = file.reception.original
        text = original.text.isBlank ? nil : original.text
        wordless = press.words(
            file.reception.takeover == nil ? "staff.case.original.wordless" : "staff.case.original.former"
        )
        let told: [(String, String)] =
            [
                ("subject", original.subject), ("person", original.fullName), ("email", original.email ?? ""),
                ("address", original.postalAddress), ("telephone", original.telephone),
                ("training", original.trainingAction), ("when", original.when ?? ""),
                ("expectation", original.expectation), ("payer", original.payer.map { press.words($0) } ?? ""),
            ] + press.facts(of: original.minor)
        facts = told.filter { !$0.1.isBlank }.map { key, value in
            CaseHeading.Fact(term: press.words("staff.fact.\(key)"), value: value)
        }
        files = original.files.map { FileLine($0, press: press) }
        hasFiles = !files.isEmpty
    }
}

/// Something laid beside the original later, an action or a solution: a text with its date, hand and documents.
struct LaterPiece: Sendable {
    let title: String
    let by: String
    let text: String?
    let facts: [CaseHeading.Fact]
    let hasFacts: Bool
    var files: [FileLine]
    let hasFiles: Bool
    /// That it is of another case file, and of which: it is folded, never cut; nil for all else.
    var misplaced: String?
}

/// What was decided on each grievance, and the words it was given in.
struct AnswerStory: Sendable {
    /// One grievance with its outcome.
    struct GrievanceLine: Sendable {
        let claim: String
        let outcome: String
        let ground: String?
        let remedy: String?
    }

    let outcome: String
    let givenOn: String
    let signatory: String
    let consumer: String?
    let grievances: [GrievanceLine]
    let text: String
    let recourses: [String]
    let hasRecourses: Bool
    var files: [FileLine]
    let hasFiles: Bool
}

extension AnswerStory {
    init?(_ file: CaseFile, press: Press) {
        guard let answer = file.answer, let answeredAt = file.answeredAt else { return nil }
        outcome = press.words("outcome.\(answer.outcome.rawValue)")
        givenOn = FrenchDates.short(answeredAt)
        signatory = answer.signatory
        consumer = answer.consumer.map { press.words("consumer.\($0.rawValue)") }
        grievances = answer.grievances.map { grievance in
            GrievanceLine(
                claim: grievance.claim,
                outcome: press.words("outcome.\(grievance.outcome.rawValue)"),
                ground: grievance.ground.isBlank ? nil : grievance.ground,
                remedy: grievance.remedy.isBlank ? nil : grievance.remedy
            )
        }
        text = answer.text
        recourses = answer.recourses.map { $0.line(press) }
        hasRecourses = !recourses.isEmpty
        files = answer.files.map { FileLine($0, press: press) }
        hasFiles = !files.isEmpty
    }
}

extension Recourse {
    /// One line for staff; the letter says it in full.
    func line(_ press: Press) -> String {
        switch self {
        case .consumerMediator(let mediator, let until):
            press.words("staff.recourse.consumer", ["mediator": mediator.name, "until": FrenchDates.long(until)])
        case .apprenticeshipMediator(let mediator):
            mediator.map { press.words("staff.recourse.apprenticeship.named", ["mediator": $0.name]) }
                ?? press.words("staff.recourse.apprenticeship")
        case .professionalMediation: press.words("staff.recourse.professional")
        case .cpfOperator: press.words("staff.recourse.cpf")
        case .dataProtection: press.words("staff.recourse.data")
        case .certifier: press.words("staff.recourse.certifier")
        }
    }
}
