import Complaints
import Pages
import Registry
import Storage

/// The documents of a form that may take several rounds: what is kept for it, what was not taken, and what is no more.
struct DocumentTray: Sendable {
    /// Files kept for the form.
    var files: [FileSummary] = []
    /// Files that were not taken, each with its reason.
    var refused: [RefusedFile] = []
    /// Names of files that the form says were kept, and that are no more.
    var gone: [FileName] = []

    init() {}

    /// Puts the documents of a form in order: those taken back go, those that came are kept, and of those that an earlier
    /// round kept and that are there no more the names are told.
    init(_ form: FormData, of submission: Submission, in register: Register) async throws {
        let dropped = Set(form.values("retirer"))
        try await register.unstage(Array(dropped), of: submission)
        let kept = try await register.staged(for: submission).filter { !dropped.contains($0.id) }
        files = kept
        refused = form.refused
        gone = form.values("piece_gardee").map(NamedDocument.init).filter { named in
            !dropped.contains(named.id) && !kept.contains { $0.id == named.id || $0.name == named.name.display }
        }.map(\.name)
        for file in form.files where file.field == FormEntry.documents { try await keep(file, submission, register) }
    }

    /// Whether a file could not be kept here: another time it may be.
    var hasUnkept: Bool { refused.contains { $0.reason == .unkept } }

    /// What is to be said of the documents that are not here.
    var missing: [RefusedDocument] {
        refused.map(RefusedDocument.init) + gone.map { RefusedDocument(name: $0.display, reason: .gone) }
    }

    /// Keeps what was uploaded, once.
    private mutating func keep(_ file: FormFile, _ submission: Submission, _ register: Register) async throws {
        guard files.count < DocumentLimits.ours.count else {
            refused.append(RefusedFile(field: file.field, name: file.name, reason: .tooMany))
            return
        }
        if files.contains(where: { $0.digest == hexadecimal(file.digest) && $0.name == file.name.display }) { return }
        do {
            files.append(try await register.stage(file, for: submission))
        } catch  where !(error is StorageError) {
            refused.append(RefusedFile(field: file.field, name: file.name, reason: .unkept))
        }
    }
}

/// A document that a form says was kept with it: its identifier, a space, its name.
private struct NamedDocument {
    let id: String
    let name: FileName

    init(_ value: String) {
        let parts = value.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        id = String(parts[0])
        name = FileName(parts.count > 1 ? String(parts[1]) : "")
    }
}
