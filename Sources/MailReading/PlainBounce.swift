internal import Mail

/// Reports of mail systems that have a form of their own: qmail, Exim, older Exchange, Postfix, Sendmail and many more.
struct PlainBounce {
    private let headers: HeaderBlock
    private let subject: String
    private let text: String
    /// Up to where the mail that came back begins.
    private let lines: ArraySlice<Substring>
    /// Whether the mail that came back is a part of it, or stands in its text.
    private let holdsOriginal: Bool
    /// Its identifier.
    private let original: String?

    /// - Parameters:
    ///   - text: all that is to be read in the mail.
    ///   - original: the headers of the mail that came back, where it is a part.
    ///   - messageID: the identifier of the mail that came back, where a header says so.
    init(_ headers: HeaderBlock, _ text: String, original: HeaderBlock?, messageID: String?) {
        self.headers = headers
        self.text = String(text.utf8.prefix(100_000)) ?? String(text.prefix(10_000))
        subject = headers["subject"].map { HeaderText.words($0).lowercased() } ?? ""
        let all = self.text.split(separator: "\n", omittingEmptySubsequences: false)
        lines = all.prefix(400).prefix { !BounceWords.beginsOriginal($0) }
        let inText = Self.messageID(in: all)
        holdsOriginal = original != nil || inText != nil
        self.original = original == nil ? inText ?? messageID : messageID
    }

    /// Nothing where the mail does not come from a mail system.
    var reports: [ReadMail.DeliveryReport] {
        guard comesFromSystem, let action else { return [] }
        return recipients.map { recipient, reason in
            ReadMail.DeliveryReport(
                recipient: recipient,
                action: action,
                status: StatusCode.first(in: reason),
                diagnostic: reason.isEmpty ? nil : String(reason.prefix(1_000)),
                originalMessageID: original
            )
        }
    }

    /// A report has no sender to answer, is from who delivers mail, or bears a subject of theirs and the mail that came
    /// back. Whoever sends a report on, or answers it, has « RE: » or « TR: » before its subject.
    private var comesFromSystem: Bool {
        let robot = headers["auto-submitted"].map { HeaderText.utf8($0).lowercased() } ?? ""
        if robot.holds("vacation") || headers["x-autoreply"] != nil { return false }
        if isFromDaemon || headers["x-failed-recipients"] != nil { return true }
        if headers["return-path"].map(HeaderValue.address) == "" { return true }
        return holdsOriginal && subject.begins(with: BounceWords.subjects)
    }

    private var isFromDaemon: Bool {
        let path = headers["return-path"].map { HeaderValue.address($0).lowercased() } ?? ""
        if path == "mailer-daemon" || path.begins(with: ["mailer-daemon@"]) { return true }
        return BounceWords.isDaemon(headers["from"].map { HeaderText.words($0).lowercased() } ?? "")
    }

    /// Whether it says that something failed, or is late; nil where it says neither. What a daemon sends with a mail that
    /// came back, or with the code of a refusal, has failed in whatever language.
    private var action: String? {
        let whole = (subject + "\n" + lines.joined(separator: "\n").prefix(4_000)).lowercased()
        if whole.holds(any: BounceWords.late) { return "delayed" }
        if whole.holds(any: BounceWords.failed) { return "failed" }
        guard isFromDaemon else { return nil }
        return holdsOriginal || ReplyCode.refuses(whole) ? "failed" : nil
    }

    /// Those that failed, each with what is said below or beside it.
    private var recipients: [(String?, String)] {
        let marked = self.marked
        if let named = named(among: marked), !named.isEmpty { return named }
        return marked.isEmpty ? unmarked : marked
    }

    /// The first address that stands anywhere in the text; none where a report says no more than that. Whoever is no
    /// daemon, and has no sender to answer, may have written of other things that did not arrive.
    private var unmarked: [(String?, String)] {
        guard isFromDaemon || holdsOriginal || subject.begins(with: BounceWords.subjects) else { return [] }
        let others = ["from", "to"].compactMap { headers[$0].map { HeaderText.utf8($0).lowercased() } }
        let address = lines.prefix(60).lazy.filter { Separator.field(String($0).trimmedOfBlanks) == nil }
            .flatMap { $0.split(whereSeparator: BounceWords.separates) }
            .map { $0.drop { $0 == "." || $0 == "-" } }
            .map { $0.last == "." ? $0.dropLast() : $0 }
            .first { word in
                let small = word.lowercased()
                return Self.isAddress(word) && !BounceWords.isDaemon(small) && !others.contains { $0.holds(small) }
            }
        return [(address.map { String($0) }, whole)]
    }

    /// All that is said, or as much as a report needs.
    private var whole: String {
        let words = lines.lazy.map { String($0.prefix(1_000)).trimmedOfBlanks }.filter { !$0.isEmpty }
        return String(words.prefix(200).joined(separator: " ").prefix(4_000))
    }

    /// What Exim and Gmail say beside the text.
    private func named(among marked: [(String?, String)]) -> [(String?, String)]? {
        guard let header = headers["x-failed-recipients"] else { return nil }
        let found = HeaderText.utf8(header).split { $0 == "," || $0.isWhitespace }.filter { $0.contains("@") }
        let reasons = Dictionary(marked.map { ($0.0?.lowercased() ?? "", $0.1) }) { first, _ in first }
        let others = marked.isEmpty ? whole : ""
        return found.prefix(100).map { (String($0.prefix(320)), reasons[$0.lowercased()] ?? others) }
    }

    /// Addresses at the beginning of a line, `<jean@exemple.fr>:` or indented.
    private var marked: [(String?, String)] {
        var found: [(recipient: String, reason: String)] = []
        for line in lines {
            if let (address, rest) = Self.address(at: line) {
                if !found.contains(where: { $0.recipient == address }), found.count < 100 {
                    found.append((address, rest))
                }
            } else if !found.isEmpty, !line.isEmpty {
                let last = found.count - 1
                guard found[last].reason.utf8.count < 1_000 else { continue }
                let words = String(line).trimmedOfBlanks
                found[last].reason += (found[last].reason.isEmpty ? "" : " ") + words
            }
        }
        return found.map { ($0.recipient, $0.reason) }
    }

    private static func address(at line: Substring) -> (String, rest: String)? {
        let words = line.drop { $0.isWhitespace || "<*>[\"".contains($0) }
        let address = words.prefix { !$0.isWhitespace && !"<>:;,()]\"".contains($0) }
        guard line.utf8.count <= 1_000, isAddress(address) else { return nil }
        let isMarked = line.first == "<" || line.first?.isWhitespace == true
        let after = words.dropFirst(address.count).drop { ">]\"".contains($0) }
        guard isMarked || after.isEmpty || after.first == ":" || after.hasPrefix(" on ") else { return nil }
        return (String(address), String(after.drop { $0 == ":" || $0.isWhitespace }).trimmedOfBlanks)
    }

    private static func isAddress(_ word: Substring) -> Bool {
        word.utf8.count <= 320 && word.split(separator: "@", omittingEmptySubsequences: false).count == 2
            && word.first != "@" && word.contains(".") && word.last != "." && word.last != "@"
    }

    /// The Message-ID among the headers of the mail that came back, which stand in the text.
    private static func messageID(in lines: [Substring]) -> String? {
        let line = lines.first { $0.prefix(40).drop { $0 == " " || $0 == ">" }.lowercased().hasPrefix("message-id:") }
        return line.flatMap {
            HeaderValue.messageIDs(Array($0.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst())).first
        }
    }
}
