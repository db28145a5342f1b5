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
        var named: [String] = []
        for value in form.values(FormEntry.kept) {
            let id = NamedDocument(value).id
            // Named twice, it is one document all the same.
            if !named.contains(id) { named.append(id) }
        }
        files = try await register.uploads(named, ownedBy: id)
        isGone = files.count < named.count
        areAllKept = !form.hasDocuments && !isGone
        self.form = form
        self.register = register
    }

    /// Keeps what came now. One that cannot be taken stops the act: here, unlike at the public counter, somebody can mend
    /// it at once, and the file must not lack a piece that its writer thinks is in it.
    ///
    /// - Returns: what is wrong with one of them, if anything. - Throws: `StorageError`.
    mutating func keep() async throws -> FieldFault? {
        if isGone { return .fileGone }
        if let refused = form.refused.first(where: { $0.field == FormEntry.documents }) {
            return FieldFault(refused.reason)
        }
        guard files.count + fresh.count <= DocumentLimits.ours.count else { return .file }
        for file in fresh {
            do {
                files.append(try await register.stage(file, for: nil))
            } catch  where !(error is StorageError) {
                return .fileUnkept
            }
        }
        areAllKept = true
        return nil
    }

    /// Those that are here and those that came now, as the rules see them before these are kept.
    var asSent: [FileSummary] { files + fresh.map(FileSummary.init) }

    /// Those that came with this round.
    private var fresh: [FormFile] { form.files.filter { $0.field == FormEntry.documents } }

    /// What was typed, with the documents that wait for the form to be sent again.
    var typed: [String: [String]] {
        var typed = form.typed
        typed[FormEntry.kept] = files.map { "\($0.id) \($0.name)" }
        return typed
    }
}

extension FieldFault {
    /// The same for every form that staff fill.
    init(_ reason: RefusedFile.Reason) {
        self =
            switch reason {
            case .empty: .fileEmpty
            case .tooLarge, .tooMany, .caseFull: .file
            case .unkept, .noRoom: .fileUnkept
            case .kind: .fileKind
            }
    }
}

extension FileSummary {
    /// A document that came and is not kept yet, as the rules see it.
    fileprivate init(_ file: FormFile) {
        self.init(
            id: "",
            name: file.name.display,
            type: file.kind.contentType,
            length: file.size,
            digest: hexadecimal(file.digest)
        )
    }
}
