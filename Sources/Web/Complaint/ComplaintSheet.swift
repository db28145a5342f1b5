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
    /// What must be said above the form.
    var notice: ComplaintFormPage.Notice?
    /// An empty form has no mistakes yet.
    var isFresh = false

    private var entry: FormEntry {
        FormEntry(
            values: draft.values,
            mistakes: isFresh ? [:] : draft.mistakes,
            received: files,
            refused: refused.map(RefusedDocument.init),
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

    /// Everything as typed, to read again before it is sent.
    func recap(_ procedure: Procedure, _ press: Press) -> RecapPage {
        RecapPage(procedure: procedure, submission: envoi, entry: entry, limits: .ours, press: press)
    }
}

extension RefusedDocument {
    fileprivate init(_ file: RefusedFile) {
        let reason: Reason =
            switch file.reason {
            case .empty: .empty
            case .tooLarge: .tooLarge
            case .tooMany: .tooMany
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
