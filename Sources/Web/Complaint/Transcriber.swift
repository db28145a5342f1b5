import Complaints
import Registry

/// Where what staff enter is received, be it typed on a page or sent by a program of theirs.
struct Transcriber: Sendable {
    let site: Site
    let hand: any StaffHand

    /// Receives it once. - Throws: whatever `ActFailure` knows; `Register.Failure.differentSubmission`.
    func receive(
        _ form: FormData,
        _ documents: FormDocuments,
        _ submission: Submission
    ) async throws -> Register.Receipt {
        let known = try await hand.register.currentProcedure().knownStakeholders
        let draft = try TranscriptionDraft(form, documents, known: known)
        guard draft.faults.isEmpty else {
            let signature = Signature(by: hand.author, at: site.world.now())
            throw ActForm.Unreadable(faults: draft.faults, besides: draft.objection(signature))
        }
        let said = draft.transcription.discontent
        if let said { try await check(said, submission) }
        let receipt = try await hand.register.receive(draft.intake(submission, by: hand.author))
        if let said { try await hand.writeUp(said, as: receipt.caseFile) }
        return receipt
    }

    /// Refuses to write what was said a second time, but for the same form sent again.
    private func check(_ said: Discontent.ID, _ submission: Submission) async throws {
        do {
            guard try await hand.register.discontent(said).ending != nil else { return }
        } catch Register.Failure.restricted {
            // It was said in confidence to others, or a case came of it that is closed to them: they may end it no more, and
            // their words are kept.
        }
        guard try await hand.register.hasReceived(submission) else { throw Refusal.discontentEnded }
    }
}
