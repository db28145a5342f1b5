import Complaints
import Pages
import Registry

/// The acts that concern another case file than their own, or make one.
extension ActTable {
    /// Reads one of them; nil for any other noun. - Throws: as `read`.
    func readRelated(_ noun: String, on id: CaseFile.ID, _ sent: ActForm, _ version: Int) async throws -> AskedAct? {
        switch Act(noun: noun) {
        case .link: try await pair(on: id, sent, version) { try $0.link(with: $1, $2, $3) }
        case .unlink: try await pair(on: id, sent, version) { try $0.unlink(from: $1, $2, $3) }
        case .split: try await split(id, sent, version)
        default: nil
        }
    }

    private func pair(
        on id: CaseFile.ID,
        _ sent: ActForm,
        _ version: Int,
        _ rule: @escaping @Sendable (CaseFile, ReceptionReference, String, Signature) throws -> Event
    ) async throws -> AskedAct {
        let ((dossier, reason), unreadable) = try sent.reading {
            (try $0.text("dossier").trimmed.uppercased(), try $0.text("motif"))
        }
        var faults = unreadable
        let other = try await visitor.register.findOpen(dossier)
        if other == nil { faults["dossier"] = faults["dossier"] ?? .unknown }
        guard let other, faults.isEmpty else {
            // What is wrong besides is told of a case file that nothing is known of.
            let nobody = ReceptionReference(year: 0, ordinal: 1)
            let besides = try await objection(to: { try rule($0, nobody, reason, $1) }, on: id, version)
            throw ActForm.Unreadable(faults: faults, besides: besides)
        }
        return .pair(other, { try rule($0, $1, reason, $2) }, version: version)
    }

    private func split(_ id: CaseFile.ID, _ sent: ActForm, _ version: Int) async throws -> AskedAct {
        let file = try await visitor.register.caseFile(id)
        let ((subject, text), unreadable) = try sent.reading { (try $0.text("objet"), try $0.text("reclamation")) }
        var faults = unreadable
        let chosen = Set(sent.form.values("pieces"))
        let files = file.dividableFiles.filter { chosen.contains($0.id) }
        if files.count < chosen.count { faults["pieces"] = .choice }
        let part = ComplaintPart(subject: subject, text: text, files: files)
        guard faults.isEmpty else {
            let besides = try await objection(
                to: { file, signature in
                    _ = try file.original(of: part, signature)
                    return try file.split(into: file.reception.reference, signature)
                },
                on: id,
                version
            )
            throw ActForm.Unreadable(faults: faults, besides: besides)
        }
        return .split(part, version: version)
    }
}
