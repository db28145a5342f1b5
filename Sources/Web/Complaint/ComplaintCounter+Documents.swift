import Complaints
import Pages
import Registry
import Storage

extension ComplaintCounter {
    /// Whether a form brings documents, or says that some are kept with it.
    func namesDocuments(_ form: FormData) -> Bool {
        !form.files.isEmpty || form.fields.contains { [FormEntry.kept, "retirer"].contains($0.name) }
    }

    /// Puts the documents of a form in order: those taken back go, those that came are kept, and of those that an earlier
    /// round kept and that are there no more the names are told.
    func gather(
        _ form: FormData,
        _ submission: Submission,
        _ sheet: inout ComplaintSheet,
        _ register: Register
    ) async throws {
        let dropped = Set(form.values("retirer"))
        try await register.unstage(Array(dropped), of: submission)
        let kept = try await register.staged(for: submission).filter { !dropped.contains($0.id) }
        sheet.gone = form.values(FormEntry.kept).map(NamedDocument.init).filter { named in
            !dropped.contains(named.id) && !kept.contains { $0.id == named.id || $0.name == named.name.display }
        }.map(\.name)
        sheet.files = try await stage(form, submission, kept, &sheet.refused, register)
        sheet.mend(with: sheet.files.dropFirst(kept.count))
    }

    /// Keeps what was uploaded, and answers with all the files of this form.
    private func stage(
        _ form: FormData,
        _ submission: Submission,
        _ kept: [FileSummary],
        _ refused: inout [RefusedFile],
        _ register: Register
    ) async throws -> [FileSummary] {
        var files = kept
        for file in form.files where file.field == FormEntry.documents {
            guard files.count < DocumentLimits.ours.count else {
                refused.append(RefusedFile(field: file.field, name: file.name, reason: .tooMany))
                continue
            }
            if files.contains(where: { $0.digest == hexadecimal(file.digest) && $0.name == file.name.display }) {
                continue
            }
            do {
                files.append(try await register.stage(file, for: submission))
            } catch  where !(error is StorageError) {
                refused.append(RefusedFile(field: file.field, name: file.name, reason: .unkept))
            }
        }
        return files
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
