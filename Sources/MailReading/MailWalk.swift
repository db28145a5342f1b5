internal import Mail

/// Goes through the parts of a mail: what is text to read, what is kept as a file, and what is a report.
struct MailWalk {
    /// The most bytes of text that are read; what is longer is a file as well, whole.
    static let mostText = 512 << 10
    /// Likewise for the lines of a text, which is a thousand pages.
    static let mostLines = 50_000

    let subject: String
    private(set) var lines: [ReadingLine] = []
    private(set) var files: [ReadMail.File] = []
    private(set) var troubles: Set<ReadMail.Trouble> = []
    private(set) var isTextCut = false
    /// What mail systems report, one block of fields after another.
    private(set) var statuses: [[UInt8]] = []
    /// The headers of the mail that a report is about.
    private(set) var original: HeaderBlock?
    private var room = mostText
    /// How many files others have found before.
    private var filesBefore = 0

    init(subject: String) { self.subject = subject }

    /// What a part holds, with all that is within it. - Parameter isWhole: whether it is the mail itself.
    mutating func take(_ part: MailPart, isWhole: Bool = false, isShown: Bool = false) {
        switch part.type.name {
        case _ where part.children.isEmpty: takeLeaf(part, isWhole: isWhole, isShown: isShown)
        case "multipart/alternative": takeAlternative(part.children)
        case "multipart/related": takeRelated(part)
        default:
            if part.type.name == "multipart/encrypted" { troubles.insert(.encrypted) }
            for child in part.children { take(child) }
        }
    }

    // MARK: Text

    /// One text in several forms: the plain one, unless it only says that there is another. Their files are all kept.
    private mutating func takeAlternative(_ parts: [MailPart]) {
        var forms: [(lines: [ReadingLine], isPlain: Bool)] = []
        for part in parts {
            var walk = inner()
            walk.take(part)
            if !walk.lines.trimmed.isEmpty { forms.append((walk.lines, part.type.name == "text/plain")) }
            takeAllButText(of: walk)
        }
        let plain = forms.first { $0.isPlain && !$0.lines.saysNothing }
        // RFC 2046 §5.1.4: the last is the richest.
        if let form = plain ?? forms.last(where: { !$0.isPlain }) ?? forms.last { append(form.lines) }
    }

    /// A text and what it shows.
    private mutating func takeRelated(_ part: MailPart) {
        let start = part.type.parameter("start")?.trimmedOfBlanks
        let isStart = { (child: MailPart) in
            start != nil && child.headers["content-id"].map { HeaderText.utf8($0).trimmedOfBlanks } == start
        }
        let root = part.children.firstIndex(where: isStart) ?? 0
        for (index, child) in part.children.enumerated() { take(child, isShown: index != root) }
    }

    private func inner() -> MailWalk {
        var walk = MailWalk(subject: subject)
        walk.room = room
        walk.filesBefore = filesBefore + files.count
        return walk
    }

    private mutating func takeAllButText(of walk: MailWalk) {
        files += walk.files
        troubles.formUnion(walk.troubles)
        isTextCut = isTextCut || walk.isTextCut
        statuses += walk.statuses
        original = original ?? walk.original
    }

    private mutating func append(_ more: [ReadingLine]) {
        let more = more.trimmed
        guard !more.isEmpty else { return }
        if !lines.isEmpty { lines.append(ReadingLine(text: "")) }
        lines += more
        room -= more.reduce(0) { $0 + $1.text.utf8.count + 1 }
    }

    private mutating func takeText(_ part: MailPart) {
        let (bytes, isSound) = part.content
        if !isSound { troubles.insert(.damagedEncoding) }
        let isHTML = part.type.name == "text/html"
        let begun = Self.beginning(bytes, isHTML ? 2 * room : room, lines: isHTML ? nil : Self.mostLines)
        let (text, trouble) = Charset(part.type.parameter("charset")).text(begun)
        if let trouble { troubles.insert(trouble) }
        let clean = CleanText.lines(text)
        let page = isHTML ? HTMLText.lines(clean, most: Self.mostLines) : (.of(plain(part, clean)), false)
        if begun.count < bytes.count || page.isCut {
            isTextCut = true
            files.append(file(part, bytes, isInline: false))
        }
        append(QuotedHistory(page.lines, subject: subject).lines)
    }

    /// The lines as they were before a program broke them.
    private func plain(_ part: MailPart, _ text: String) -> String {
        guard part.type.parameter("format")?.lowercased() == "flowed" else { return text }
        return FlowedText(deletesSpace: part.type.parameter("delsp")?.lowercased() == "yes").joined(text)
    }

    /// The first bytes and lines, up to the end of a line, of a word, or at least of a character.
    private static func beginning(_ bytes: [UInt8], _ room: Int, lines: Int?) -> [UInt8] {
        var most = min(max(0, room), bytes.count)
        if let lines, let end = bytes[..<most].lazy.indices.filter({ bytes[$0] == .lineFeed }).dropFirst(lines).first {
            most = end
        }
        guard most < bytes.count else { return bytes }
        let last = bytes[max(0, most - 2_000)..<most]
        if let end = last.lastIndex(of: .lineFeed) ?? last.lastIndex(of: .space) { return Array(bytes[..<end]) }
        while most > 0, bytes[most] & 0xC0 == 0x80 { most -= 1 }
        return Array(bytes[..<most])
    }

    // MARK: Files

    private mutating func takeLeaf(_ part: MailPart, isWhole: Bool, isShown: Bool) {
        let type = part.type.name
        let disposition = part.disposition
        let isText = type == "text/plain" || type == "text/html"
        if isText, isWhole || !(isShown || disposition?.isAttachment == true || part.fileName != nil) {
            return takeText(part)
        }
        let (bytes, isSound) = part.content
        if !isSound { troubles.insert(.damagedEncoding) }
        if type.hasPrefix("message/"), type.hasSuffix("delivery-status") {
            statuses.append(bytes)
            return
        }
        if original == nil, Self.holdsHeaders.contains(type) {
            original = HeaderBlock.read(bytes[...]).block
        }
        if Self.isSealed(part.type) { troubles.insert(.encrypted) }
        let isPicture = type.hasPrefix("image/")
        files.append(file(part, bytes, isInline: isShown || (isPicture && disposition?.isInline == true)))
    }

    /// The types in which a mail comes back, or its headers alone.
    private static let holdsHeaders: Set<String> = [
        "message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global", "message/global-headers",
    ]

    /// Whether S/MIME has closed a text in: sealed it, or signed it so that only who reads S/MIME reads it.
    private static func isSealed(_ type: ContentType) -> Bool {
        (type.name == "application/pkcs7-mime" || type.name == "application/x-pkcs7-mime")
            && type.parameter("smime-type")?.lowercased() != "certs-only"
    }

    private func file(_ part: MailPart, _ bytes: [UInt8], isInline: Bool) -> ReadMail.File {
        let type = part.type.name
        let name = FileLabel.given(part.fileName) ?? FileLabel.made(type, filesBefore + files.count + 1)
        return ReadMail.File(name: name, type: type, bytes: bytes, isInline: isInline)
    }

}

extension [ReadingLine] {
    /// Whether a text says no more than that it stands in HTML.
    fileprivate var saysNothing: Bool {
        let text = map(\.text).joined(separator: " ").lowercased()
        guard text.utf8.count <= 400, text.holds("html") else { return false }
        let excuses = [
            "ne lit pas", "ne peut pas", "ne supporte pas", "ne prend pas", "ne gère pas", "n'affiche pas",
            "n\u{2019}affiche pas", "au format html", "version html", "en html", "does not support", "doesn't support",
            "cannot", "can't", "html email", "html format", "html version", "html message", "to view", "view this",
        ]
        return text.holds(any: excuses)
    }
}
