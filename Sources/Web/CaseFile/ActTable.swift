import Complaints
import HTTPTypes
import Hummingbird
import Logging
import Pages
import Registry
import Storage

/// An act as its form asks for it, read and ready to be done, or to be read over.
enum AskedAct: Sendable {
    /// What happens to each of two case files, by the mark of the other one.
    typealias Pairing = @Sendable (CaseFile, ReceptionReference, Signature) throws -> Event

    /// Entry in the register, as it is for that reason.
    case enter(asItIs: String, version: Int)
    /// Any other, with its documents, and the templates that its text began from.
    case change(Acts.Decide, attaching: [FileSummary], begunFrom: [TemplateMark], version: Int)
    /// One that is of another case file too.
    case pair(CaseFile.ID, Pairing, version: Int)
    /// A part of it is received apart.
    case split(ComplaintPart, version: Int)
}

/// Where an act's form becomes a change of the case file.
struct ActTable: Sendable {
    let visitor: any StaffHand
    /// When it is done.
    let now: Instant

    /// Reads what a noun means, and keeps the documents that came with it.
    ///
    /// - Parameter documents: those of the form, as soon as they are known, also where the act is refused.
    /// - Throws: whatever `ActFailure` knows; 404 for a noun of no act.
    func read(
        _ noun: String,
        on id: CaseFile.ID,
        _ form: FormData,
        _ documents: inout ActDocuments?
    ) async throws -> AskedAct {
        var brought = try await ActDocuments(form, of: id, visitor.register)
        defer { documents = brought }
        let sent = ActForm(form: form, files: brought.asSent)
        let version = try sent.version
        if noun == "inscription" {
            let (reason, faults) = try sent.reading { try $0.text("en_l_etat") }
            guard faults.isEmpty else { throw ActForm.Unreadable(faults: faults) }
            return .enter(asItIs: reason, version: version)
        }
        if let asked = try await readRelated(noun, on: id, sent, version) { return asked }
        let circumstances = try await visitor.circumstances(of: id)
        // Read once before the documents have their identifiers, so that everything that is wrong is told at once.
        var (read, faults) = try sent.reading { try Acts.decide(noun, $0, circumstances) }
        guard let read else { throw HTTPError(.notFound) }
        faults[FormEntry.documents] = try await brought.keep()
        guard faults.isEmpty else {
            throw ActForm.Unreadable(faults: faults, besides: try await objection(to: read, on: id, version))
        }
        let files = brought.files
        guard let decide = try Acts.decide(noun, ActForm(form: form, files: files), circumstances) else {
            throw HTTPError(.notFound)
        }
        let templates = try await begun(noun, form)
        return .change(decide, attaching: files, begunFrom: templates, version: version)
    }

    /// The templates that the form says its text began from; what it says of others is not looked at.
    private func begun(_ noun: String, _ form: FormData) async throws -> [TemplateMark] {
        guard let act = Act(noun: noun), LetterTemplate.acts.contains(act) else { return [] }
        return try await visitor.register.templateMarks(form.values("parti_de"), for: act)
    }

    /// What the rules would say of a form that cannot be read to its end; nothing where the file is no longer the one
    /// that the form was made from: that is told first.
    func objection(to decide: Acts.Decide, on id: CaseFile.ID, _ version: Int) async throws -> Refusal? {
        let file = try await visitor.register.caseFile(id)
        guard file.version == version else { return nil }
        do {
            _ = try decide(file, Signature(by: visitor.author, at: now))
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    /// Does it.
    ///
    /// - Parameter read: the digest of the letter that was read over before, as the form has it; nil where none was.
    /// - Throws: whatever `ActFailure` knows.
    func perform(_ act: AskedAct, on id: CaseFile.ID, havingRead read: String?) async throws -> CaseFile {
        let (register, author) = (visitor.register, visitor.author)
        return switch act {
        case .enter(let reason, let version):
            try await register.enter(id, asItIs: reason, by: author, expecting: version, havingRead: read)
        case .change(let decide, let files, let templates, let version):
            try await register.change(
                id,
                by: author,
                expecting: version,
                attaching: files,
                havingRead: read,
                begunFrom: templates,
                decide
            )
        case .pair(let other, let decide, let version):
            try await register.change(id, with: other, by: author, expecting: version, decide)
        case .split(let part, let version):
            try await register.split(part, off: id, by: author, expecting: version)
        }
    }

    /// The letter that it would send now, nil where it sends none; does nothing. - Throws: as `perform` would.
    func preview(_ act: AskedAct, on id: CaseFile.ID) async throws -> LetterPreview? {
        let (register, author) = (visitor.register, visitor.author)
        return switch act {
        case .enter(let reason, let version):
            try await register.previewEntering(id, asItIs: reason, by: author, expecting: version)
        case .change(let decide, _, _, let version):
            try await register.preview(id, by: author, expecting: version, decide)
        case .pair, .split: nil
        }
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
        case Register.Failure.otherLetter(let letter): self.init(.previewed(letter, isOther: true), .conflict)
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
