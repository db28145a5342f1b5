import Complaints
import Pages
import Registry
import Storage

/// The documents of a form that is sent in as many rounds as it takes: those kept with it, those that were not taken, and
/// those that an earlier round kept and that are there no more.
struct FormDocuments: Sendable {
    /// Kept with the form, those of earlier rounds among them.
    private(set) var files: [FileSummary] = []
    /// Not taken, each with its reason (S-33).
    private(set) var refused: [RefusedFile] = []
    /// The names of what the form says was kept, and is no more.
    private(set) var gone: [FileName] = []

    /// How many of them earlier rounds kept.
    private var keptBefore = 0
    /// How long the documents are that the case holds already, in bytes.
    private var held: [Int] = []

    /// Before any was looked for: what was refused on its way in is known.
    init(refused: [RefusedFile] = []) { self.refused = refused }

    /// Those that earlier rounds kept, of a form that is not looked at.
    init(kept files: [FileSummary]) {
        self.files = files
        keptBefore = files.count
    }

    /// Those of a form by which none can be found any more.
    init(lostWith form: FormData) { gone = form.values(FormEntry.kept).map { NamedDocument($0).name } }

    /// Whether a form brings documents, or says that some are kept with it.
    static func areNamed(in form: FormData) -> Bool {
        !form.files.isEmpty || form.fields.contains { [FormEntry.kept, "retirer"].contains($0.name) }
    }

    /// Those that this round brought.
    var fresh: ArraySlice<FileSummary> { files.dropFirst(keptBefore) }

    /// Whether one could not be kept here: another time it may be.
    var hasUnkept: Bool { refused.contains { $0.reason == .unkept } }

    /// What is wrong with them on a form that staff fill, the server's own fault before any other; nil where all come along.
    var fault: FieldFault? {
        let faults = refused.map { FieldFault($0.reason) }
        return faults.first { $0 == .fileUnkept } ?? faults.first ?? (gone.isEmpty ? nil : .fileGone)
    }

    /// Everything that does not come along.
    var missing: [RefusedDocument] { RefusedDocument.all(refused: refused, gone: gone) }

    /// Gives them up: what is kept was received with another form's words, and must be chosen again for these.
    mutating func leave() {
        gone = files.map { FileName($0.name) }
        files = []
    }

    /// Puts them in order: those taken back go, those that came are kept.
    ///
    /// - Parameter caseFile: the case that they are for, where there is one: it holds so many and no more (S-38).
    init(
        _ form: FormData,
        _ submission: Submission,
        for caseFile: CaseFile.ID? = nil,
        _ register: Register
    ) async throws {
        let dropped = Set(form.values("retirer"))
        try await register.unstage(Array(dropped), of: submission)
        let kept = try await register.staged(for: submission).filter { !dropped.contains($0.id) }
        gone = form.values(FormEntry.kept).map(NamedDocument.init).filter { named in
            !dropped.contains(named.id) && !kept.contains { $0.id == named.id || $0.name == named.name.display }
        }.map(\.name)
        files = kept
        keptBefore = kept.count
        refused = form.refused
        if let caseFile, form.hasDocuments {
            held = try await register.lengths(of: caseFile)
        }
        try await stage(form, submission, register)
    }

    private mutating func stage(_ form: FormData, _ submission: Submission, _ register: Register) async throws {
        for file in form.files where file.field == FormEntry.documents {
            guard files.count < DocumentLimits.ours.count else {
                refused.append(RefusedFile(field: file.field, name: file.name, reason: .tooMany))
                continue
            }
            if files.contains(where: { $0.digest == hexadecimal(file.digest) && $0.name == file.name.display }) {
                continue
            }
            guard DocumentQuota.allows(lengths: held + files.map(\.length) + [file.size]) else {
                refused.append(RefusedFile(field: file.field, name: file.name, reason: .caseFull))
                continue
            }
            do {
                files.append(try await register.stage(file, for: submission))
            } catch  where !(error is StorageError) {
                refused.append(RefusedFile(field: file.field, name: file.name, reason: .unkept))
            }
        }
    }
}

/// A document that a form says was kept with it: its identifier, a space, its name.
struct NamedDocument {
    let id: String
    let name: FileName

    init(_ value: String) {
        let parts = value.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        id = String(parts[0])
        name = FileName(parts.count > 1 ? String(parts[1]) : "")
    }
}
