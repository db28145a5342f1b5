/// Reads `multipart/form-data` (RFC 7578) as it arrives: bytes in, events out, no waiting, and never more held than a
/// part's headers or one delimiter. However the body is cut up, the events say the same.
public struct MultipartParser: Sendable {
    /// What the bytes so far amount to.
    public enum Event: Sendable, Equatable {
        /// A part begins.
        case begin(PartHead)
        /// The next bytes of the part's content, never empty.
        case content([UInt8])
        /// The part is complete.
        case end
    }

    private enum State {
        case preamble
        case content
        case delimiter
        case head
        case epilogue
    }

    /// The blanks allowed between a boundary and its line end: RFC 2046 lets gateways add some, nobody does.
    private static let padding = 64

    private let limits: FormLimits
    private let delimiter: DelimiterSearch
    private let hyphens = DelimiterSearch(Array("\r\n--".utf8))
    private let headEnd = DelimiterSearch(Array("\r\n\r\n".utf8))
    private var state = State.preamble
    /// A line end that the client did not send stands first, so that the first boundary is found like the others.
    private var pending: [UInt8] = Array("\r\n".utf8)
    private var cursor = 0
    /// Up to where a part's headers are known not to end, so that headers sent byte by byte cost no more.
    private var searched = 0
    private var preamble = 0
    private var parts = 0

    /// A parser for one body.
    public init(boundary: Boundary, limits: FormLimits = FormLimits()) {
        self.limits = limits
        delimiter = DelimiterSearch(Array("\r\n--".utf8) + boundary.characters)
    }

    /// Takes in the next bytes and appends what they amount to; what was read before a mistake is there all the same.
    public mutating func consume(_ bytes: some Sequence<UInt8>, into events: inout [Event]) throws(MalformedForm) {
        if case .epilogue = state { return }
        pending.append(contentsOf: bytes)
        while try step(&events) {}
        pending.removeFirst(cursor)
        searched = max(0, searched - cursor)
        cursor = 0
    }

    /// Says that the body is over. - Throws: `.truncated` where its closing boundary has not been seen.
    public func finish() throws(MalformedForm) {
        guard case .epilogue = state else { throw .truncated }
    }

    /// Where the body broke off within a part: the content that was held back because it might have begun a boundary.
    var heldBack: [UInt8] {
        guard case .content = state else { return [] }
        let held = pending[cursor...]
        let begun = (0...held.count).first { delimiter.delimiter.starts(with: held.dropFirst($0)) } ?? held.count
        return Array(held.prefix(begun))
    }

    /// One step forward; false where more bytes are needed.
    private mutating func step(_ events: inout [Event]) throws(MalformedForm) -> Bool {
        switch state {
        case .preamble: try skipPreamble()
        case .content: readContent(&events)
        case .delimiter: try readDelimiter()
        case .head: try readHead(&events)
        case .epilogue: skipEpilogue()
        }
    }

    /// Text before the first boundary is passed over; a line that begins like a boundary and is another's is not: the
    /// parts that it opens would be lost without a word.
    private mutating func skipPreamble() throws(MalformedForm) -> Bool {
        let found = hyphens.first(in: pending, from: cursor)
        let skipped = (found ?? max(cursor, pending.count - hyphens.delimiter.count + 1)) - cursor
        preamble += skipped
        guard preamble <= limits.head else { throw .preambleTooLong }
        cursor += skipped
        guard found != nil else { return false }
        let line = pending[cursor...].prefix(delimiter.delimiter.count)
        guard delimiter.delimiter.starts(with: line) else { throw .delimiter }
        guard line.count == delimiter.delimiter.count else { return false }
        passDelimiter()
        return true
    }

    private mutating func readContent(_ events: inout [Event]) -> Bool {
        let found = delimiter.first(in: pending, from: cursor)
        // Without a delimiter in sight, the last bytes may be the beginning of one.
        let end = found ?? max(cursor, pending.count - delimiter.delimiter.count + 1)
        if end > cursor { events.append(.content(Array(pending[cursor..<end]))) }
        cursor = end
        guard found != nil else { return false }
        events.append(.end)
        passDelimiter()
        return true
    }

    private mutating func passDelimiter() {
        cursor += delimiter.delimiter.count
        state = .delimiter
    }

    /// After a boundary: two hyphens close the body; blanks and CRLF open a part; nothing else is allowed.
    private mutating func readDelimiter() throws(MalformedForm) -> Bool {
        let rest = pending[cursor...]
        if rest.starts(with: [.hyphen, .hyphen]) {
            state = .epilogue
            return true
        }
        if rest.count == 1, rest.first == .hyphen { return false }
        let padding = rest.prefix(while: \.isBlank).count
        guard padding <= Self.padding else { throw .delimiter }
        let line = rest.dropFirst(padding).prefix(2)
        guard Array("\r\n".utf8).starts(with: line) else { throw .delimiter }
        guard line.count == 2 else { return false }
        // The CRLF stays: a part without header lines is then an empty line at once, found like any other end.
        cursor += padding
        searched = cursor
        state = .head
        return true
    }

    private mutating func readHead(_ events: inout [Event]) throws(MalformedForm) -> Bool {
        let found = headEnd.first(in: pending, from: max(cursor, searched))
        searched = max(0, pending.count - headEnd.delimiter.count + 1)
        guard (found ?? pending.count - 3) - cursor - 2 <= limits.head else { throw .headTooLong }
        guard let found else { return false }
        parts += 1
        guard parts <= limits.parts else { throw .tooManyParts }
        guard found > cursor else { throw .head }
        events.append(.begin(try PartHead(pending[(cursor + 2)..<found])))
        cursor = found + headEnd.delimiter.count
        state = .content
        return true
    }

    private mutating func skipEpilogue() -> Bool {
        cursor = pending.count
        return false
    }
}
