import Complaints
import Pages
import Registry

/// The public form on its way through its rounds: what was typed, which files came, what is wrong.
struct ComplaintSheet: Sendable {
    /// The form's token, which is its identifier too.
    var envoi: String
    var draft: ComplaintDraft
    /// Its documents; the complaint is received without those that were not taken (S-33).
    var documents = FormDocuments()
    /// Documents that an earlier round did not take, and how many more it had no room to name: nobody has mended that
    /// since, so every page up to the receipt goes on saying so.
    var unmended: [RefusedDocument] = []
    var othersUnmended = 0
    /// What must be said above the form.
    var notice: ComplaintFormPage.Notice?
    /// Where it comes from, as limits count it.
    var network: VisitorNetwork?
    /// An empty form has no mistakes yet.
    var isFresh = false

    /// Whether it must be shown again before it goes on: never for a file that was refused for what it is (S-33).
    var isToMend: Bool { !mistakes.isEmpty }

    private var mistakes: [String: String] {
        var mistakes = isFresh ? [:] : draft.mistakes
        if documents.hasUnkept { mistakes[FormEntry.documents] = "mistake.unkept" }
        if !documents.gone.isEmpty { mistakes[FormEntry.documents] = "mistake.gone" }
        return mistakes
    }

    /// Everything that does not come along, of this round and of those before, each name once.
    var unjoined: [RefusedDocument] {
        let now = documents.missing
        return unmended.filter { earlier in !now.contains { $0.name == earlier.name } } + now
    }

    /// Takes in what became of the documents of this round. What was refused before is forgotten where the same document
    /// has come in another form, such as `photo.pdf` for `photo.mov`.
    mutating func take(_ documents: FormDocuments) {
        self.documents = documents
        let stems = Set(documents.fresh.map { Self.stem($0.name) })
        unmended.removeAll { stems.contains(Self.stem($0.name)) }
    }

    /// A name without its extension, whatever its case.
    private static func stem(_ name: String) -> String {
        (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name).lowercased()
    }

    private func entry(_ notice: String?) -> FormEntry {
        FormEntry(
            values: draft.values,
            mistakes: mistakes,
            received: documents.files,
            refused: unjoined,
            othersRefused: othersUnmended,
            refusalNotice: notice,
            acceptsIncomplete: draft.acceptsIncomplete
        )
    }

    /// The form, to fill or to fill again.
    ///
    /// - Parameters:
    ///   - refusal: the sealed notice of what was refused, for the next round.
    ///   - hasRelay: whether letters can leave by e-mail.
    func form(
        _ procedure: Procedure,
        _ refusal: String?,
        hasRelay: Bool,
        _ press: Press
    ) -> ComplaintFormPage {
        ComplaintFormPage(
            procedure: procedure,
            submission: envoi,
            entry: entry(refusal),
            limits: .ours,
            notice: notice,
            hasRelay: hasRelay,
            press: press
        )
    }

    /// Everything as typed, to read again before it is sent, or sent again after a while.
    ///
    /// - Parameters:
    ///   - refusal: as for the form.
    ///   - wait: why it was not received just now.
    func recap(
        _ procedure: Procedure,
        _ refusal: String?,
        hasRelay: Bool,
        _ press: Press,
        wait: RecapPage.Wait? = nil
    ) -> RecapPage {
        RecapPage(
            procedure: procedure,
            submission: envoi,
            entry: entry(refusal),
            limits: .ours,
            wait: wait,
            hasRelay: hasRelay,
            press: press
        )
    }
}

extension RefusedDocument {
    /// Everything of one round that does not come along: what was set aside, and what is kept no more.
    static func all(refused: [RefusedFile], gone: [FileName]) -> [RefusedDocument] {
        refused.map(Self.init) + gone.map { Self(name: $0.display, reason: .gone) }
    }

    /// A file that was set aside, as the pages take it.
    init(_ file: RefusedFile) {
        let reason: Reason =
            switch file.reason {
            case .empty: .empty
            case .tooLarge: .tooLarge
            case .tooMany: .tooMany
            case .unkept: .unkept
            case .noRoom: .noRoom
            case .caseFull: .caseFull
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
