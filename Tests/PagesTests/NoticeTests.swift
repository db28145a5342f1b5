import Complaints
import Testing

@testable import Pages

@Suite struct `A notice about the way into a case` {
    // Shows: S-43, S-49
    @Test(arguments: Notice.Kind.allCases)
    func `has nothing in it that anybody wrote, and is answered by no robot`(
        kind: Notice.Kind
    ) throws {
        let press = try Press()
        let notice = try #require(LetterSamples.notices.first { $0.kind == kind })
        let composed = LetterTestPost.writer(press).compose(notice, under: StaffStory.procedure)
        #expect(composed.recipient == notice.recipient)
        #expect(composed.headers.contains("Auto-Submitted: auto-replied"))
        for words in ["Noé", "Caméra", "⟦", "{{"] { #expect(!composed.unwrapped.contains(words), "\(words)") }
        let link = "/suivi/acces/\(notice.link)"
        #expect(composed.text.contains(link) == (kind == .secretLink))
        // What was only said has no reference.
        #expect(composed.unwrapped.contains("2026-R-") == (kind != .spokenAlert))
        #expect(composed.text.contains("/oral/\(notice.link)") == (kind == .spokenAlert))
    }
}
