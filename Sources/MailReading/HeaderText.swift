internal import Mail

/// Text of headers: encoded words (RFC 2047), also those that nobody should have written, and bytes that are no ASCII.
enum HeaderText {
    /// The words of a header such as a subject, on one line.
    static func words(_ header: [UInt8], _ troubles: inout Set<ReadMail.Trouble>) -> String {
        CleanText.line(pieces(header).map { text($0, &troubles) }.joined())
    }

    /// Likewise, where no trouble is told of them.
    static func words(_ header: [UInt8]) -> String {
        var troubles: Set<ReadMail.Trouble> = []
        return words(header, &troubles)
    }

    /// A header in which names stand beside addresses: names that were encoded become quoted strings, so that a comma in
    /// one separates nothing.
    static func structured(_ header: [UInt8], _ troubles: inout Set<ReadMail.Trouble>) -> String {
        var isQuoted = false
        var whole = ""
        for piece in pieces(header) {
            let text = CleanText.line(text(piece, &troubles))
            guard piece.charset != nil else {
                // The blanks of plain text are between names and addresses.
                let plain = Self.utf8(piece.bytes)
                whole += plain
                isQuoted = isWithinQuotes(plain, isQuoted)
                continue
            }
            let escaped = text.reduce(into: "") { $0 += $1 == "\"" || $1 == "\\" ? "\\\($1)" : String($1) }
            whole += isQuoted ? escaped : "\"\(escaped)\""
        }
        return whole
    }

    /// Likewise, where no trouble is told of a name.
    static func structured(_ header: [UInt8]) -> String {
        var troubles: Set<ReadMail.Trouble> = []
        return structured(header, &troubles)
    }

    /// Bytes of a header as they are: UTF-8, or else Windows-1252.
    static func utf8(_ header: [UInt8]) -> String { Charset.guess(header) }

    private static func isWithinQuotes(_ plain: String, _ before: Bool) -> Bool {
        var isQuoted = before
        var isEscaped = false
        for byte in plain.utf8 {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = isQuoted
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            }
        }
        return isQuoted
    }

    private static func text(_ piece: Piece, _ troubles: inout Set<ReadMail.Trouble>) -> String {
        guard let charset = piece.charset else { return utf8(piece.bytes) }
        let (text, trouble) = Charset(charset).text(piece.bytes)
        if let trouble { troubles.insert(trouble) }
        return text
    }

    /// What stands between two encoded words, or what was in one or more of them.
    struct Piece: Equatable {
        /// Nil for what was not encoded.
        let charset: String?
        var bytes: [UInt8]
    }

    /// Words beside each other of one charset are one: programs cut a letter of several bytes in two. Blanks between two
    /// words are no part of the text (RFC 2047 §6.2).
    static func pieces(_ header: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        var plain = header.startIndex
        var index = header.startIndex
        var words = WordFinder(header)
        while index + 1 < header.endIndex {
            guard header[index] == .equals, header[index + 1] == UInt8(ascii: "?"), let word = words.word(at: index)
            else {
                index += 1
                continue
            }
            let between = header[plain..<index]
            let isBetweenWords = pieces.last?.charset != nil && between.allSatisfy(\.isBlank)
            if !between.isEmpty, !isBetweenWords { pieces.append(Piece(charset: nil, bytes: Array(between))) }
            if isBetweenWords || between.isEmpty, let last = pieces.last, last.charset == word.charset {
                pieces[pieces.count - 1].bytes += word.bytes
            } else {
                pieces.append(Piece(charset: word.charset, bytes: word.bytes))
            }
            index = word.end
            plain = word.end
        }
        if plain < header.endIndex { pieces.append(Piece(charset: nil, bytes: Array(header[plain...]))) }
        return pieces
    }
}

/// Finds encoded words, in time that grows with the header only.
private struct WordFinder {
    let header: [UInt8]
    /// From where on no `?=` comes any more.
    private var barren = Int.max

    init(_ header: [UInt8]) { self.header = header }

    /// The word that begins at a `=?`; nil where it is none.
    mutating func word(at start: Int) -> (charset: String, bytes: [UInt8], end: Int)? {
        let mark = UInt8(ascii: "?")
        guard start < barren, let afterCharset = position(of: mark, from: start + 2, within: 80),
            afterCharset > start + 2, afterCharset + 2 < header.endIndex, header[afterCharset + 2] == mark
        else { return nil }
        let encoding = header[afterCharset + 1] | 0x20
        guard encoding == UInt8(ascii: "q") || encoding == UInt8(ascii: "b") else { return nil }
        let first = afterCharset + 3
        guard let last = end(from: first) else { return nil }
        // RFC 2231 §5: a language may follow the charset.
        let charset = String(decoding: header[(start + 2)..<afterCharset], as: UTF8.self).lowercased()
        let text = header[first..<last]
        let bytes = encoding == UInt8(ascii: "b") ? TransferEncoding.base64(text).bytes : Self.quoted(text)
        return (String(charset.prefix { $0 != "*" }), bytes, last + 2)
    }

    private func position(of byte: UInt8, from start: Int, within length: Int) -> Int? {
        guard start < header.endIndex else { return nil }
        return header[start..<min(start + length, header.endIndex)].firstIndex(of: byte)
    }

    private mutating func end(from start: Int) -> Int? {
        var index = start
        while index + 1 < header.endIndex {
            if header[index] == UInt8(ascii: "?"), header[index + 1] == .equals { return index }
            index += 1
        }
        barren = start
        return nil
    }

    private static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            index += 1
            if byte == .equals, index + 1 < text.endIndex, let high = text[index].hexadecimal,
                let low = text[index + 1].hexadecimal
            {
                decoded.append(high << 4 | low)
                index += 2
            } else {
                decoded.append(byte == UInt8(ascii: "_") ? .space : byte)
            }
        }
        return decoded
    }
}
