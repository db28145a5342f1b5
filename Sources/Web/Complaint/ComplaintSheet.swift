import Complaints
import Pages
import Registry

/// The public form on its way through its rounds: what was typed, which files came, what is wrong.
struct ComplaintSheet: Sendable {
    /// The form's token, which is its identifier too.
    var envoi: String
    let draft: ComplaintDraft
    /// Files already kept for this form.
    var files: [FileSummary] = []
    /// Files that were not taken, each with its reason; the complaint is received all the same (S-33).
    var refused: [RefusedFile] = []
    /// Names of files that the form says were kept, and that are no more.
    var gone: [FileName] = []
    /// What must be said above the form.
    var notice: ComplaintFormPage.Notice?
    /// Where it comes from, as limits count it.
    var network: VisitorNetwork?
    /// An empty form has no mistakes yet.
    var isFresh = false

    /// Whether it must be shown again before it goes on: never for a file that was refused for what it is (S-33).
    var isToMend: Bool { !mistakes.isEmpty }

    /// Whether a file could not be kept here: another time it may be.
    var hasUnkept: Bool { refused.contains { $0.reason == .unkept } }

    private var mistakes: [String: String] {
        var mistakes = isFresh ? [:] : draft.mistakes
        if hasUnkept { mistakes[FormEntry.documents] = "mistake.unkept" }
        if !gone.isEmpty { mistakes[FormEntry.documents] = "mistake.gone" }
        return mistakes
    }

    private var entry: FormEntry {
        FormEntry(
            values: draft.values,
            mistakes: mistakes,
            received: files,
            refused: refused.map(RefusedDocument.init)
                + gone.map { RefusedDocument(name: $0.display, reason: .gone) },
            acceptsIncomplete: draft.acceptsIncomplete
        )
    }

    /// The form, to fill or to fill again.
    func form(_ procedure: Procedure, _ press: Press) -> ComplaintFormPage {
        ComplaintFormPage(
            procedure: procedure,
            submission: envoi,
            entry: entry,
            limits: .ours,
            notice: notice,
            press: press
        )
    }

    /// Everything as typed, to read again before it is sent, or sent again after a while.
    func recap(_ procedure: Procedure, _ press: Press, wait: RecapPage.Wait? = nil) -> RecapPage {
        RecapPage(procedure: procedure, submission: envoi, entry: entry, limits: .ours, wait: wait, press: press)
    }
}

extension RefusedDocument {
    /// A file that was set aside, as the pages take it.
    init(_ file: RefusedFile) {
        let reason: Reason =
            switch file.reason {
            case .empty: .empty
            case .tooLarge: .tooLarge
            case .tooMany: .tooMany
            case .unkept: .unkept
            case .noRoom: .noRoom
            case .kind(.notTaken): .kind
            case .kind(.contentDiffers): .contentDiffers
            }
        self.init(name: file.name.display, reason: reason)
    }
}

extension DocumentLimits {
    /// What the form states is what the server does.
    static let ours: DocumentLimits = {
        let limits = FormLimits()
        return DocumentLimits(
            extensions: FileKind.allCases.flatMap(\.extensions),
            count: limits.files,
            size: limits.file,
            total: limits.body
        )
    }()
}
