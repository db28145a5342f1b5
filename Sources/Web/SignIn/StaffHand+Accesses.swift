import Complaints
import Logging
import Pages
import Registry

extension StaffHand {
    /// Records what they do with a case file, where the answer lets them, or what they are refused (S-62).
    ///
    /// - Throws: `StorageError` where that cannot be written: whatever leaves the house waits for it.
    func record(
        _ kind: AccessKind,
        _ outcome: AccessOutcome = .done,
        of id: CaseFile.ID?,
        detail: String = ""
    ) async throws {
        guard reads || kind == .refused else { return }
        // What a program fetches nobody has read yet.
        let handles = token == nil && !officer.roles.isDisjoint(with: Act.complete.roles)
        let detail = AccessEntry.detail(detail, by: token)
        try await register.recordAccess(kind, outcome, of: id, by: account.id, detail: detail, handles: handles)
    }

    /// The same of what is only shown, or refused: where it cannot be written, the page is not kept back for it. The
    /// server's log then says so, and not of what. Of a case that is closed to them nothing is shown, and nothing noted but
    /// the refusal.
    func note(_ kind: AccessKind, _ outcome: AccessOutcome = .done, of id: CaseFile.ID?, detail: String = "") async {
        await keepGoing { try await record(kind, outcome, of: id, detail: detail) }
    }

    /// The same of all the case files that one page shows something of.
    func note(_ kind: AccessKind, ofEach ids: [CaseFile.ID]) async {
        guard reads, !ids.isEmpty else { return }
        await keepGoing {
            let detail = AccessEntry.detail("", by: token)
            try await register.recordAccesses(kind, of: ids, by: account.id, detail: detail)
        }
    }

    private func keepGoing(_ recording: () async throws -> Void) async {
        do {
            try await recording()
        } catch Register.Failure.restricted {
        } catch is CancellationError {
            // What would have been shown could not be read.
        } catch {
            Logger(label: "doleances").error("access not recorded", metadata: ["error": .kind(of: error)])
        }
    }
}

extension StaffHand {
    /// Records that they were refused an act that their roles, or their part in the case, do not allow; nothing for any
    /// other cause.
    func noteRefusal(_ error: any Error, of act: String, on id: CaseFile.ID) async {
        guard let refusal = error as? Refusal, refusal.each.contains(where: { $0 == .notAllowed || $0 == .barred })
        else { return }
        await note(.refused, .refused, of: id, detail: act)
    }

    /// Records that they were refused a page, or what was sent to it, by their roles or since the case is closed to them:
    /// the case file that its address is of, and the act; nothing for any other cause, such as a form that is not theirs.
    /// Nothing else of the address is kept: anybody may have written it.
    ///
    /// - Parameters:
    ///   - path: the address, without what follows `?`.
    ///   - books: those of no reader. In their own, a letter or a document of a case that is closed to them is none.
    func noteRefusal(_ cause: any Error, at path: String, in books: Register) async {
        let segments = path.split(separator: "/").map(String.init)
        let isOfPiece = Self.isOfPiece(segments)
        switch cause {
        case is StaffDoor.Refused, Register.Failure.restricted: break
        case Register.Failure.unknown where isOfPiece: break
        default: return
        }
        let id = try? await Self.caseFile(at: segments, in: books)
        if case Register.Failure.unknown = cause, id == nil { return }
        let act = segments.count == 3 ? Act(noun: segments[2])?.noun : nil
        await note(.refused, .refused, of: id, detail: act ?? "")
    }

    /// The case file that an address is of, whether it is its own, its copy's for auditors, a document's or a letter's.
    private static func caseFile(at segments: [String], in books: Register) async throws -> CaseFile.ID? {
        guard let last = segments.last, segments.count > 1 else { return nil }
        switch "/" + segments[0] {
        case Path.cases: return try await books.find(segments[1])
        case Path.attachments: return try await books.attachment(segments[1]).caseFile
        case Path.letters: return try await books.letter(segments[1]).caseFile
        case Path.audit: return try await books.find(last)
        default: return nil
        }
    }

    /// Whether an address is of a letter or a document.
    private static func isOfPiece(_ segments: [String]) -> Bool {
        segments.first.map { [Path.attachments, Path.letters].contains("/" + $0) } ?? false
    }
}
