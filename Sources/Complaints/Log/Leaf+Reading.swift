extension Leaf {
    /// Reads a leaf; nil for any bytes that `bytes` would not have written.
    public init?(_ bytes: [UInt8]) {
        var fields = Fields(bytes)
        guard fields.next()?.elementsEqual(Self.format.utf8) == true,
            let seq = fields.next().flatMap(wholeNumber),
            let date = fields.next().flatMap(CivilDate.init(ascii:)),
            let kind = fields.next().flatMap({ LeafKind(rawValue: String(decoding: $0, as: UTF8.self)) }),
            let numberField = fields.next(),
            let commitment = fields.next().flatMap(base64Bytes), commitment.count == 32, fields.isAtEnd
        else { return nil }
        let number = registerNumber(numberField)
        let isNone = numberField.elementsEqual("-".utf8)
        guard kind == .registration ? number != nil : isNone else { return nil }
        self.init(seq: seq, date: date, kind: kind, number: number, commitment: commitment)
    }
}

/// The lines of a text, each ended by LF.
private struct Fields {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    /// The next line without its LF; nil when no LF is left.
    mutating func next() -> ArraySlice<UInt8>? {
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        defer { position = end + 1 }
        return bytes[position..<end]
    }
}

/// A number of 0 or more without leading zeroes.
func wholeNumber(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.count > 1 && bytes.first == UInt8(ascii: "0") ? nil : decimal(bytes)
}

/// `2026-0001`: four digits of year, then at least four of ordinal, more only when needed.
private func registerNumber(_ bytes: ArraySlice<UInt8>) -> RegisterNumber? {
    let at = bytes.startIndex
    guard (9...14).contains(bytes.count), bytes[at + 4] == UInt8(ascii: "-"), let year = decimal(bytes[at..<at + 4]),
        let ordinal = decimal(bytes[(at + 5)...]), year > 0, ordinal > 0,
        bytes.count == 9 || bytes[at + 5] != UInt8(ascii: "0")
    else { return nil }
    return RegisterNumber(year: year, ordinal: ordinal)
}
