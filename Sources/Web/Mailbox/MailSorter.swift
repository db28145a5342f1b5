import Complaints
import Pages
import Registry

/// Does with a mail what somebody says that it is, on its page or by a program of theirs.
struct MailSorter: Sendable {
    let site: Site
    let hand: any StaffHand

    /// - Throws: `ActForm.Unreadable`; `Refusal`; `Register.Failure`.
    func sort(_ id: String, by form: ActForm) async throws {
        let ((sort, dossier), faults) = try form.reading {
            (try $0.choice("tri", MailSort.self), try $0.text("dossier").trimmed.uppercased())
        }
        guard faults.isEmpty else { throw ActForm.Unreadable(faults: faults) }
        switch sort {
        case .reception:
            let proof = french.words("staff.courriels.fact.sent")
            _ = try await hand.register.receiveMail(id, proof: proof, by: hand.officer)
        case .message: try await attach(id, to: dossier)
        case .toRead, .formRequest, .bounce, .automatic, .spam, .other:
            let ours = try await hand.register.ownAddresses(besides: site.ownAddresses)
            try await hand.register.moveMail(id, to: sort, besides: ours, by: hand.officer)
        case .unreadable: throw ActForm.Unreadable(faults: ["tri": .choice])
        }
    }

    private func attach(_ id: String, to dossier: String) async throws {
        let register = hand.register
        guard let file = try await register.findOpen(dossier) else {
            throw ActForm.Unreadable(faults: ["dossier": .unknown])
        }
        let record = try await register.mail(id).record
        let heading = french.heading(of: MailSummary(record), from: record.address)
        guard record.isMessage, let wrong = record.caseFile else {
            return try await register.attachMail(id, to: file, heading: heading, by: hand.officer)
        }
        guard wrong != file else { throw ActForm.Unreadable(faults: ["dossier": .same]) }
        let place = try await register.caseFile(wrong).reception.reference.description
        let moved = [heading, french.words("staff.courriels.moved", ["other": place])].joined(separator: " ")
        try await register.moveMessage(id, to: file, heading: moved, by: hand.officer)
    }

    /// What goes into the log is French.
    private var french: Press { site.press.speaking(.french) }
}
