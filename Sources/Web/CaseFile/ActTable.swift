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
    /// When it is done.
    let now: Instant

    /// Does what a noun means. - Throws: whatever `ActFailure` knows; 404 for a noun of no act.
    func perform(_ noun: String, on id: CaseFile.ID, _ form: FormData) async throws -> CaseFile {
        let sent = ActForm(form: form, files: form.files.filter { $0.field == "piece_jointe" }.map(FileSummary.init))
        let version = try sent.version
        if noun == "inscription" {
            let (reason, faults) = try sent.reading { try $0.text("en_l_etat") }
            guard faults.isEmpty else { throw ActForm.Unreadable(faults: faults) }
            return try await visitor.register.enter(id, asItIs: reason, by: visitor.author, expecting: version)
        }
        let circumstances = try await visitor.circumstances(of: id)
        // Read once before files are kept, so that nothing is kept for a form that cannot be read.
        var (read, faults) = try sent.reading { try Acts.decide(noun, $0, circumstances) }
        guard let read else { throw HTTPError(.notFound) }
        if let refused = form.refused.first(where: { $0.field == "piece_jointe" }) {
            faults[refused.field] = FieldFault(refused.reason)
        }
        guard faults.isEmpty else {
            throw ActForm.Unreadable(faults: faults, besides: try await objection(to: read, on: id, version))
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

    /// What the rules would say of a form that cannot be read to its end; nothing where the file is no longer the one
    /// that the form was made from: that is told first.
    private func objection(to decide: Acts.Decide, on id: CaseFile.ID, _ version: Int) async throws -> Refusal? {
        let file = try await visitor.register.caseFile(id)
        guard file.version == version else { return nil }
        do {
            _ = try decide(file, Signature(by: visitor.author, at: now))
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    /// Keeps the documents that came with a form. One that cannot be taken stops the act: here, unlike at the public
    /// counter, somebody can mend it at once, and the file must not lack a piece that its writer thinks is in it.
    private func stage(_ form: FormData) async throws -> [FileSummary] {
        var files: [FileSummary] = []
        for file in form.files where file.field == "piece_jointe" {
            do {
                files.append(try await visitor.register.stage(file, for: nil))
            } catch  where !(error is StorageError) {
                throw ActForm.Unreadable(faults: [file.field: .fileUnkept])
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
        case let form as ActForm.Unreadable:
            let isUnkept = form.faults.values.contains(.fileUnkept)
            self.init(
                .unreadable(form.faults, besides: form.besides),
                isUnkept ? .serviceUnavailable : .unprocessableContent
            )
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
            case .unkept: .fileUnkept
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
