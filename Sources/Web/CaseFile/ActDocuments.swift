import Complaints
import Pages
import Registry
import Storage

/// The documents of an act's form: those that an earlier round kept with it, and those that come with this one. Like the
/// public form's, they wait with the server and not in the browser, so that a letter read over loses none.
struct ActDocuments: Sendable {
    /// Those that are here, the earlier ones first.
    private(set) var files: [FileSummary]
    /// Whether everything that came with the form is here.
    private(set) var areAllKept: Bool
    private let isGone: Bool
    private let form: FormData
    private let register: Register

    /// The earlier ones; those that were ticked off are left out, and go by themselves within a day.
    init(_ form: FormData, of id: CaseFile.ID, _ register: Register) async throws {
        let named = form.values(FormEntry.kept).map { NamedDocument($0).id }
        files = try await register.uploads(named, ownedBy: id)
        isGone = files.count < named.count
        areAllKept = form.documents.isEmpty && !isGone
        self.form = form
        self.register = register
    }

    /// Keeps what came now. One that cannot be taken stops the act: here, unlike at the public counter, somebody can mend
    /// it at once, and the file must not lack a piece that its writer thinks is in it.
    ///
    /// - Throws: `ActForm.Mistake`; `StorageError`.
    mutating func keep() async throws {
        let field = FormEntry.documents
        if isGone { throw ActForm.Mistake(field: field, fault: .fileGone) }
        if let refused = form.refused.first(where: { $0.field == field }) {
            throw ActForm.Mistake(field: field, fault: FieldFault(refused.reason))
        }
        let fresh = form.files.filter { $0.field == field }
        guard files.count + fresh.count <= DocumentLimits.ours.count else {
            throw ActForm.Mistake(field: field, fault: .file)
        }
        for file in fresh {
            do {
                files.append(try await register.stage(file, for: nil))
            } catch  where !(error is StorageError) {
                throw ActForm.Mistake(field: field, fault: .fileUnkept)
            }
        }
        areAllKept = true
    }

    /// What was typed, with the documents that wait for the form to be sent again.
    var typed: [String: [String]] {
        var typed = form.typed
        typed[FormEntry.kept] = files.map { "\($0.id) \($0.name)" }
        return typed
    }
}

extension FieldFault {
    fileprivate init(_ reason: RefusedFile.Reason) {
        self =
            switch reason {
            case .empty: .fileEmpty
            case .tooLarge, .tooMany: .file
            case .unkept: .fileUnkept
            case .kind: .fileKind
            }
    }
}
