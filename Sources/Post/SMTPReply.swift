/// The last reply of a relay that is about the letter, kept line by line as it comes (RFC 5321 §4.2).
struct SMTPReply {
    private(set) var code: Int?
    private var lines: [Substring] = []
    private var isComplete = true

    /// One line: three digits, then `-` where more follow, then words.
    mutating func hear(_ line: UnsafeRawBufferPointer) {
        let text = String(decoding: line, as: UTF8.self)
        // 221 is the answer to QUIT, which libcurl says also after a no.
        guard !text.hasPrefix("221") else { return }
        if isComplete { lines = [text.prefix(3)] }
        code = Int(text.prefix(3))
        isComplete = text.dropFirst(3).first != "-"
        lines.append(text.dropFirst(4))
    }

    /// Whether it refuses something, for now or for good.
    var isNo: Bool { code.map { $0 >= 400 } ?? false }

    /// The whole reply on one line, its code once, without addresses.
    func text(hiding envelope: Envelope) -> String {
        LoggedText.clean(lines.joined(separator: " "), hiding: envelope)
    }
}
