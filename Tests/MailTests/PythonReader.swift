import Foundation
import Mail
import TestSupport
import Testing

/// What Python's `email` package makes of a letter: a reader that is not ours.
struct PythonReading: Decodable {
    let subject: String
    /// The names, by its decoder of encoded words.
    let fromName: String
    let toName: String
    /// The reader's name, by its newer parser of addresses, which puts a space between two encoded words.
    let shownName: String
    let toAddress: String
    let language: String
    let types: [String]
    let text: String
    let html: String
    let defects: Int

    /// Reads all the letters in one process.
    static func read(_ messages: [Message]) async throws -> [PythonReading] {
        let letters = try JSONEncoder().encode(messages.map { Data($0.bytes).base64EncodedString() })
        let outcome = try await Child.run(Python.path, ["-c", script], input: Array(letters))
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode([PythonReading].self, from: Data(outcome.output.utf8))
    }

    private static let script = """
        import base64, email, email.header, email.policy, email.utils, json, sys

        def name(mailbox):
            words, address = email.utils.parseaddr(mailbox)
            return str(email.header.make_header(email.header.decode_header(words)))

        def read(letter):
            letter = base64.b64decode(letter)
            raw = email.message_from_bytes(letter, policy=email.policy.compat32)
            message = email.message_from_bytes(letter, policy=email.policy.default)
            parts = list(message.iter_parts())
            return {
                "subject": message["subject"],
                "fromName": name(raw["from"]),
                "toName": name(raw["to"]),
                "shownName": message["to"].addresses[0].display_name,
                "toAddress": message["to"].addresses[0].addr_spec,
                "language": message["content-language"],
                "types": [message.get_content_type()] + [part.get_content_type() for part in parts],
                "text": parts[0].get_content(),
                "html": parts[1].get_content(),
                "defects": sum(len(x.defects) for x in [message, *parts]),
            }

        json.dump([read(letter) for letter in json.load(sys.stdin)], sys.stdout)
        """
}
