import Complaints
import Testing

@testable import Pages

@Suite struct `A notice about an account` {
    // Shows: S-55
    @Test(arguments: AccountNotice.Kind.allCases)
    func `has the link and how long it is good, names nobody, and is answered by no robot`(
        kind: AccountNotice.Kind
    ) throws {
        let press = try Press()
        let notice = try #require(LetterSamples.accountNotices.first { $0.kind == kind })
        let composed = LetterTestPost.writer(press).compose(notice, under: StaffStory.procedure)
        #expect(composed.recipient == notice.recipient)
        #expect(composed.headers.contains("Auto-Submitted: auto-generated"))
        #expect(composed.text.contains("/invitation/\(notice.link)"))
        #expect(composed.unwrapped.contains("26\u{A0}novembre 2026 à 10\u{A0}h\u{A0}00"))
        for words in ["Inès", "⟦", "{{"] { #expect(!composed.unwrapped.contains(words), "\(words)") }
    }
}
