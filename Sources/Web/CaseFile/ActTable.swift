import Complaints
import HTTPTypes
import Hummingbird
import Logging
import Pages
import Registry
import Storage

/// Where an act's form becomes a change of the case file.
struct ActTable: Sendable {
    let visitor: StaffVisitor

    /// Does what a noun means. - Throws: whatever `ActFailure` knows; 404 for a noun of no act.
    func perform(_ noun: String, on id: CaseFile.ID, _ form: FormData) async throws -> CaseFile {
        let read = ActForm(form: form, files: [])
        let version = try read.version
        if noun == "inscription" {
            let reason = try read.text("en_l_etat")
            return try await visitor.register.enter(id, asItIs: reason, by: visitor.author, expecting: version)
        }
        let circumstances = try await visitor.circumstances(of: id)
        // Read once without the files, so that nothing is kept for a form that cannot be read.
        guard try Acts.decide(noun, read, circumstances) != nil else {
            throw HTTPError(.notFound)
        }
        let files = try await stage(form)
        guard let decide = try Acts.decide(noun, ActForm(form: form, files: files), circumstances) else {
            throw HTTPError(.notFound)
        }
        return try await visitor.register.change(
            id,
            by: visitor.author,
            expecting: version,
            attaching: files,
            decide
        )
    }

    /// Keeps the documents that came with a form. One that cannot be taken stops the act: here, unlike at the public
    /// counter, somebody can mend it at once, and the file must not lack a piece that its writer thinks is in it.
    private func stage(_ form: FormData) async throws -> [FileSummary] {
        if let refused = form.refused.first(where: { $0.field == "piece_jointe" }) {
            throw ActForm.Mistake(field: refused.field, fault: FieldFault(refused.reason))
        }
        var files: [FileSummary] = []
        for file in form.files where file.field == "piece_jointe" {
            do {
                files.append(try await visitor.register.stage(file, for: nil))
            } catch  where !(error is StorageError) {
                throw ActForm.Mistake(field: file.field, fault: .fileUnkept)
            }
        }
        return files
    }
}

/// Why an act was not done, where its page can say so beside the words that were typed.
struct ActFailure: Sendable {
    let trouble: ActDraft.Trouble
    let status: HTTPResponse.Status

    /// Nil for an error that is none of an act's own. One of the database's is told to whoever runs the server: its page
    /// has no reference.
    init?(_ error: any Error, _ logger: Logger) {
        switch error {
        case let refusal as Refusal: self.init(.refused(refusal), .unprocessableContent)
        case let mistake as ActForm.Mistake:
            let status: HTTPResponse.Status =
                mistake.fault == .fileUnkept ? .serviceUnavailable : .unprocessableContent
            self.init(.unreadable([mistake.field: mistake.fault]), status)
        case Register.Failure.changedMeanwhile: self.init(.overtaken, .conflict)
        case is StorageError:
            logger.error("act not done", metadata: ["error": .kind(of: error)])
            self.init(.unavailable, .serviceUnavailable)
        default: return nil
        }
    }

    private init(_ trouble: ActDraft.Trouble, _ status: HTTPResponse.Status) {
        self.trouble = trouble
        self.status = status
    }
}

extension FieldFault {
    fileprivate init(_ reason: RefusedFile.Reason) {
        self =
            switch reason {
            case .empty: .fileEmpty
            case .tooLarge, .tooMany: .file
            case .unkept, .noRoom: .fileUnkept
            case .kind: .fileKind
            }
    }
}
