import Complaints
import Pages
import Registry

/// The public form on its way through its rounds: what was typed, which files came, what is wrong.
struct ComplaintSheet: Sendable {
    /// The form's token, which is its identifier too.
    var envoi: String
    let draft: ComplaintDraft
    /// Its documents; the complaint is received without those that were not taken (S-33).
    var tray = DocumentTray()
    /// What must be said above the form.
    var notice: ComplaintFormPage.Notice?
    /// An empty form has no mistakes yet.
    var isFresh = false

    /// Whether it must be shown again before it goes on: never for a file that was refused for what it is (S-33).
    var isToMend: Bool { !mistakes.isEmpty }

    private var mistakes: [String: String] {
        var mistakes = isFresh ? [:] : draft.mistakes
        if tray.hasUnkept { mistakes[FormEntry.documents] = "mistake.unkept" }
        if !tray.gone.isEmpty { mistakes[FormEntry.documents] = "mistake.gone" }
        return mistakes
    }

    private var entry: FormEntry {
        FormEntry(
            values: draft.values,
            mistakes: mistakes,
            received: tray.files,
            refused: tray.missing,
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
    /// A file that was set aside, as the pages take it.
    init(_ file: RefusedFile) {
        let reason: Reason =
            switch file.reason {
            case .empty: .empty
            case .tooLarge: .tooLarge
            case .tooMany: .tooMany
            case .unkept: .unkept
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
