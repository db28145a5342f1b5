import Complaints
import HTTPTypes
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `What the follow-up pages show` {
    /// What only the staff is to read: whatever page has one of these shows too much.
    private enum Canary: String, CaseIterable {
        case note = "Zqx1note"
        case measure = "Zqx2action"
        case piece = "Zqx3piece.pdf"
        case recusal = "Zqx4recusation"
        case amendment = "Zqx5rectification"
        case completion = "Zqx6appel"
        case referral = "Zqx7saisine"
        case mediator = "Zqx8mediateur.pdf"
        case reply = "Zqx9reponse"
        case otherName = "Zqx13autre"
        case otherText = "Zqx14texte"
    }

    private let day = CivilDate("2026-11-23")

    private func file(_ name: Canary, _ register: Register) async throws -> FileSummary {
        let bytes = Array("%PDF-1.7".utf8)
        let upload = StagedAttachment(
            name: name.rawValue,
            type: "application/pdf",
            length: bytes.count,
            digest: String(repeating: "0", count: 64)
        )
        return try await register.stage(upload, for: nil) { $0 == 0 ? bytes : nil }
    }

    private typealias Step = (files: [FileSummary], decide: @Sendable (CaseFile, Signature) throws -> Event)

    /// Everything that staff does in a long case, step by step, up to the answer.
    private func handling(_ piece: FileSummary) throws -> [Step] {
        let day = try #require(day)
        let procedure = Story.procedure
        return [
            ([], { try $0.note(Canary.note.rawValue, $1) }),
            ([], { try $0.requestCompletion("Quelle session ?", rule: .standard, $1) }),
            ([], { try $0.complete(Completion(text: Canary.completion.rawValue), $1) }),
            ([], { try $0.amend(Amendment(text: Canary.amendment.rawValue), $1) }),
            ([], { try $0.qualify(Qualification(nature: .complaint, implicated: ["a"]), among: Story.staff, $1) }),
            (
                [],
                { try $0.recuse("formateur-7", among: Story.staff, reason: Canary.recusal.rawValue, $1) }
            ),
            ([], { try $0.register(as: RegisterNumber(year: 2026, ordinal: 1), rule: .standard, $1) }),
            ([], { try $0.assign(to: Story.manager.id, among: Story.staff, $1) }),
            (
                [piece], { try $0.record(Measure(text: Canary.measure.rawValue, doneOn: day, files: [piece]), $1) }
            ),
            ([], { try $0.answer(Story.answer, procedure: procedure, $1) }),
        ]
    }

    /// And what belongs to a mediation.
    private func mediating(_ paper: FileSummary) throws -> [Step] {
        let day = try #require(day)
        let procedure = Story.procedure
        return [
            (
                [],
                { file, signature in
                    let referral = Referral(
                        byComplainant: true,
                        mediator: "Médiation Exemple",
                        on: day,
                        subject: Canary.referral.rawValue
                    )
                    return try file.refer(referral, procedure: procedure, signature)
                }
            ),
            (
                [paper],
                { file, signature in
                    let notice = MediatorNotice(kind: .accepted, on: day, text: "Reçu", files: [paper])
                    return try file.recordNotice(notice, procedure: procedure, signature)
                }
            ),
            ([], { try $0.reply(MediationReply(sentOn: day, text: Canary.reply.rawValue, files: []), $1) }),
        ]
    }

    // Shows: S-50
    @Test(arguments: Engine.available)
    func `is nothing that the staff keeps, nor anybody's name or account, nor another case, at any point of a long one`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let follower = try await site.follower()
            var other = Story.original
            other.lastName = Canary.otherName.rawValue
            other.text = Canary.otherText.rawValue
            try await site.books.receive(other)
            let register = site.books.register
            let (piece, paper) = (try await file(.piece, register), try await file(.mediator, register))
            for (step, act) in (try handling(piece) + mediating(paper)).enumerated() {
                try await register.change(
                    follower.caseFile,
                    by: .officer(Story.manager),
                    attaching: act.files,
                    act.decide
                )
                for path in ["/suivi/dossier", "/suivi/dossier/ajouts", "/suivi/dossier/retrait"] {
                    let page = try await follower.get(path)
                    #expect([200, 303].contains(page.status), "\(step): \(path)")
                    for canary in Canary.allCases {
                        #expect(!page.text.contains(canary.rawValue), "\(step), \(path): \(canary)")
                    }
                    for officer in Story.staff where officer.id.count > 1 {
                        #expect(!page.text.contains(officer.id), "\(step), \(path): \(officer.id)")
                    }
                }
            }
            let file = try await follower.file
            #expect(file.stage == .inMediation && file.entries.count == 14)
            let shown = try await follower.get().text
            #expect(shown.contains("En médiation") && shown.contains("REC-2026-0001"))
        }
    }
}
