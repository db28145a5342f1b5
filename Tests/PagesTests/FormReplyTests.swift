import Testing

@testable import Complaints
@testable import Pages

@Suite struct `The answer to a mail that asks for the form` {
    // Shows: R-02, S-71
    @Test func `has its addresses, answers that mail, says that it is automatic and keeps robots silent`() throws {
        let writer = LetterTestPost.writer(try Press())
        let composed = writer.compose(LetterSamples.formReply, under: StaffStory.procedure)
        #expect(composed.recipient == LetterSamples.formReply.recipient)
        for path in [Path.complaint, Path.leaflet, Path.procedure] { #expect(composed.unwrapped.contains(path)) }
        let message = String(decoding: composed.message, as: UTF8.self)
        #expect(message.contains("Auto-Submitted: auto-replied") && message.contains("X-Auto-Response-Suppress: All"))
        #expect(message.contains("In-Reply-To: <demande@exemple.fr>"))
    }

    // Shows: S-71
    @Test func `answers no mail by name that has none`() throws {
        let reply = FormReply(
            id: "a",
            recipient: "a@exemple.fr",
            answers: "<b>\r\nBcc: c@d.fr",
            instant: LetterSamples.formReply.instant
        )
        let composed = LetterTestPost.writer(try Press()).compose(reply, under: StaffStory.procedure)
        let message = String(decoding: composed.message, as: UTF8.self)
        #expect(!message.contains("In-Reply-To") && !message.contains("Bcc"))
    }
}
