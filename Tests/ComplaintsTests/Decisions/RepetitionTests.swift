import Complaints
import TestSupport
import Testing

@Suite struct `An act with documents, sent again` {
    private typealias Act = (CaseFile, [FileSummary], Signature) throws -> Event

    /// Sent again, a document is staged anew and has another identifier.
    private func document(_ id: String, digest: String = "00") -> FileSummary {
        FileSummary(id: id, name: "lettre.pdf", type: "application/pdf", length: 1, digest: digest)
    }

    private func expectOneAct(_ story: Story, _ act: Act) throws {
        var story = story
        let seen = story.file.version
        story.apply(try act(story.file, [document("1")], story.signature()))
        #expect(story.file.isRepeated(seen: seen, story.signature()) { try act($0, [document("2")], $1) })
        let other = document("2", digest: "01")
        #expect(!story.file.isRepeated(seen: seen, story.signature()) { try act($0, [other], $1) })
    }

    // Shows: F-10
    @Test func `is one act where it belongs to a mediation`() throws {
        var story = Story()
        try story.lead(to: .inMediation)
        let (day, procedure) = (story.instant.civilDate, story.procedure)
        try expectOneAct(story) { file, files, signature in
            try file.reply(MediationReply(sentOn: day, text: "", files: files), signature)
        }
        let accepted = { (file: CaseFile, files: [FileSummary], signature: Signature) throws -> Event in
            let notice = MediatorNotice(kind: .accepted, on: day, text: "Dossier complet", files: files)
            return try file.recordNotice(notice, procedure: procedure, signature)
        }
        try expectOneAct(story, accepted)
        story.apply(try accepted(story.file, [], story.signature()))
        try expectOneAct(story) { file, files, signature in
            let later = day.adding(days: 200)
            return try file.prolongMediation(.init(until: later, reason: "Litige complexe", files: files), signature)
        }
    }

    // Shows: F-10
    @Test func `is one act where it contests a requalification, or records what was done`() throws {
        var story = Story()
        try story.lead(to: .requalified)
        let day = story.instant.civilDate
        try expectOneAct(story) { file, files, signature in
            try file.contest(Contest(by: "Noé", on: day, text: "Si", files: files), signature)
        }
        story = Story()
        try story.lead(to: .registered)
        try expectOneAct(story) { file, files, signature in
            try file.record(Measure(text: "Appel", doneOn: day, files: files), signature)
        }
    }
}
