/// How content was made fit for travel. Decoded by us: GMime 3.2.13 loses bytes of base64 that comes in pieces (fact K7).
enum TransferEncoding {
    case identity
    case base64
    case quotedPrintable
    case uuencode

    /// By its name in a header; what nobody knows is taken as it is.
    init(_ name: String) {
        let word = name.lowercased().drop { $0.isWhitespace }.prefix { !$0.isWhitespace && $0 != ";" && $0 != "(" }
        switch word {
        case "base64": self = .base64
        case "quoted-printable": self = .quotedPrintable
        case "uuencode", "x-uuencode", "x-uue", "uue": self = .uuencode
        default: self = .identity
        }
    }

    /// The bytes, and whether they were encoded as they should be. What is not is passed over, or taken as it stands.
    func decode(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], isSound: Bool) {
        switch self {
        case .identity: (Array(bytes), true)
        case .base64: Self.base64(bytes)
        case .quotedPrintable: Self.quotedPrintable(bytes)
        case .uuencode: Self.uuencode(bytes)
        }
    }

    /// Padding ends a run, not the whole: some programs put several one after another.
    static func base64(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], isSound: Bool) {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count / 4 * 3 + 3)
        var isSound = true
        var bits: UInt32 = 0
        var count = 0
        func flush() {
            if count == 1 { isSound = false }
            if count >= 2 { decoded.append(UInt8(truncatingIfNeeded: bits >> (count == 2 ? 4 : 10))) }
            if count == 3 { decoded.append(UInt8(truncatingIfNeeded: bits >> 2)) }
            (bits, count) = (0, 0)
        }
        base64Values.withUnsafeBufferPointer { values in
            for byte in bytes {
                let value = values[Int(byte)]
                if value < 64 {
                    bits = bits << 6 | UInt32(value)
                    count += 1
                    guard count == 4 else { continue }
                    decoded.append(UInt8(truncatingIfNeeded: bits >> 16))
                    decoded.append(UInt8(truncatingIfNeeded: bits >> 8))
                    decoded.append(UInt8(truncatingIfNeeded: bits))
                    (bits, count) = (0, 0)
                } else if byte == .equals {
                    flush()
                } else if !byte.isBlank {
                    isSound = false
                }
            }
        }
        flush()
        return (decoded, isSound)
    }

    private static let base64Values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, letter) in alphabet.utf8.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// From its `begin` line, or from the first one, to `end`.
    static func uuencode(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], isSound: Bool) {
        var decoded: [UInt8] = []
        var isSound = true
        var lines = LineReader(bytes)
        while let line = lines.next()?.content {
            if line.isEmpty || (decoded.isEmpty && bytes[line].starts(with: "begin ".utf8)) { continue }
            if bytes[line].elementsEqual("end".utf8) { break }
            if !decodeLine(bytes, line, into: &decoded) { isSound = false }
        }
        return (decoded, isSound)
    }

    /// Whether a line had as many letters as it says.
    private static func decodeLine(_ bytes: ArraySlice<UInt8>, _ line: Range<Int>, into decoded: inout [UInt8]) -> Bool
    {
        guard (0x20...0x60).contains(bytes[line.lowerBound]) else { return false }
        var left = Int((bytes[line.lowerBound] &- 0x20) & 0x3F)
        var index = line.lowerBound + 1
        while left > 0, index < line.upperBound {
            var bits: UInt32 = 0
            for letter in index..<(index + 4) {
                // Blanks at the end of a line are lost on the way.
                let value = letter < line.upperBound ? (bytes[letter] &- 0x20) & 0x3F : 0
                bits = bits << 6 | UInt32(value)
            }
            index += 4
            for shift in 0..<min(left, 3) {
                decoded.append(UInt8(truncatingIfNeeded: bits >> (16 - 8 * UInt32(shift))))
            }
            left -= 3
        }
        return left <= 0
    }
}
