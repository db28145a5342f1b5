import Mail
import MailReading
import Testing

@Suite("A mail is read")
struct MailReaderTests {
    @Test("even where it has no byte")
    func empty() {
        #expect(MailReader.read([]) == ReadMail())
    }
}
