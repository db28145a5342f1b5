internal import Mail

/// What mail systems report in the form made for it (RFC 3464).
enum DeliveryStatus {
    /// One report for each recipient; the first block of fields is about the mail as a whole.
    static func reports(_ status: [UInt8], about messageID: String?) -> [ReadMail.DeliveryReport] {
        blocks(status).compactMap { block in
            let recipient = block["original-recipient"].flatMap(address) ?? block["final-recipient"].flatMap(address)
            let status = block["status"].flatMap { StatusCode.first(in: HeaderText.utf8($0)) }
            let said = block["action"].map(word) ?? ""
            guard !said.isEmpty || (recipient != nil && status != nil) else { return nil }
            return ReadMail.DeliveryReport(
                recipient: recipient,
                action: action(said, status),
                status: status,
                diagnostic: block["diagnostic-code"].flatMap(diagnostic),
                originalMessageID: messageID
            )
        }
    }

    /// At most a hundred of them.
    private static func blocks(_ status: [UInt8]) -> [HeaderBlock] {
        var blocks: [HeaderBlock] = []
        var rest = status[...]
        while !rest.isEmpty, blocks.count < 101 {
            let (block, end) = HeaderBlock.read(rest)
            if !block.fields.isEmpty { blocks.append(block) }
            // A line of nonsense is passed over.
            rest =
                end > rest.startIndex
                ? rest[end...] : rest[(rest.firstIndex(of: .lineFeed).map { $0 + 1 } ?? rest.endIndex)...]
        }
        return blocks
    }

    /// One of the five that there are; what else is said has failed, unless its code says otherwise.
    private static func action(_ word: String, _ status: String?) -> String {
        if ["failed", "delayed", "delivered", "relayed", "expanded"].contains(word) { return word }
        switch status?.first {
        case "2": return "delivered"
        case "4": return "delayed"
        default: return "failed"
        }
    }

    private static func word(_ value: [UInt8]) -> String {
        let text = CleanText.line(HeaderText.utf8(value)).lowercased()
        return String(text.prefix { $0.isLetter || $0 == "-" }.prefix(40))
    }

    /// `rfc822; jean@exemple.fr`, or the address alone.
    private static func address(_ value: [UInt8]) -> String? {
        let text = HeaderText.utf8(value)
        let rest = text.firstIndex(of: ";").map { text[text.index(after: $0)...] } ?? text[...]
        let address = HeaderValue.address(Array(rest.utf8))
        return address.contains("@") ? address : nil
    }

    private static func diagnostic(_ value: [UInt8]) -> String? {
        let text = CleanText.line(HeaderText.utf8(value))
        let kind = text.prefix { $0 != ";" }
        let words = kind.count < text.count && kind.count <= 20 ? text.dropFirst(kind.count + 1) : text[...]
        let clean = String(words).trimmedOfBlanks
        return clean.isEmpty ? nil : String(clean.prefix(1_000))
    }
}

/// The codes by which mail systems say what went wrong (RFC 3463).
enum StatusCode {
    /// The first `class.subject.detail` of a text.
    static func first(in text: String) -> String? {
        for word in text.split(whereSeparator: { !$0.isASCII || !($0.isNumber || $0 == ".") }).prefix(200) {
            let parts = word.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 3, ["2", "4", "5"].contains(parts[0]),
                parts[1...].allSatisfy({ (1...3).contains($0.count) })
            else { continue }
            return String(word)
        }
        return nil
    }
}
