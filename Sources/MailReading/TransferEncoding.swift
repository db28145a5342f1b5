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
        for byte in bytes {
            let value = base64Values[Int(byte)]
            if value < 64 {
                bits = bits << 6 | UInt32(value)
                count += 1
                if count == 4 {
                    decoded.append(UInt8(truncatingIfNeeded: bits >> 16))
                    decoded.append(UInt8(truncatingIfNeeded: bits >> 8))
                    decoded.append(UInt8(truncatingIfNeeded: bits))
                    (bits, count) = (0, 0)
                }
            } else if byte == .equals {
                flush()
            } else if !byte.isBlank {
                isSound = false
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

    /// RFC 2045 §6.7: blanks at the end of a line are no part of it; a `=` that makes no sense stands for itself.
    static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], isSound: Bool) {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var isSound = true
        var index = bytes.startIndex
        /// Where blanks that may be the last of their line begin.
        var blanks = 0
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if byte == .space || byte == .tab {
                decoded.append(byte)
                continue
            }
            if byte == .lineFeed || byte == .carriageReturn, decoded.count > blanks {
                decoded.removeLast(decoded.count - blanks)
            }
            if byte != .equals {
                decoded.append(byte)
            } else if let pair = hexadecimalPair(bytes, index) {
                decoded.append(pair)
                index += 2
            } else if let next = softBreak(bytes, index) {
                index = next
            } else {
                decoded.append(byte)
                isSound = false
            }
            blanks = decoded.count
        }
        if decoded.count > blanks { decoded.removeLast(decoded.count - blanks) }
        return (decoded, isSound)
    }

    private static func hexadecimalPair(_ bytes: ArraySlice<UInt8>, _ index: Int) -> UInt8? {
        guard index + 1 < bytes.endIndex, let high = bytes[index].hexadecimal, let low = bytes[index + 1].hexadecimal
        else {
            return nil
        }
        return high << 4 | low
    }

    /// Where the line goes on; nil where there is something else than blanks before its end.
    private static func softBreak(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int? {
        var index = start
        while index < bytes.endIndex, bytes[index] == .space || bytes[index] == .tab { index += 1 }
        guard index < bytes.endIndex else { return index }
        if bytes[index] == .lineFeed { return index + 1 }
        guard bytes[index] == .carriageReturn else { return nil }
        return index + 1 < bytes.endIndex && bytes[index + 1] == .lineFeed ? index + 2 : index + 1
    }

    /// From its `begin` line, or from the first one, to `end`.
    static func uuencode(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], isSound: Bool) {
        var decoded: [UInt8] = []
        var isSound = true
        var lines = LineReader(bytes)
        while let range = lines.next()?.content {
            let line = bytes[range]
            if line.isEmpty || (decoded.isEmpty && line.starts(with: "begin ".utf8)) { continue }
            if line.elementsEqual("end".utf8) { break }
            guard let first = line.first, (0x20...0x60).contains(first) else {
                isSound = false
                continue
            }
            var count = Int((first &- 0x20) & 0x3F)
            let values = line.dropFirst().map { UInt32(($0 &- 0x20) & 0x3F) }
            for start in stride(from: 0, to: values.count, by: 4) where count > 0 {
                let four = (0..<4).map { start + $0 < values.count ? values[start + $0] : 0 }
                let bits = four[0] << 18 | four[1] << 12 | four[2] << 6 | four[3]
                for shift in [UInt32(16), 8, 0].prefix(count) {
                    decoded.append(UInt8(truncatingIfNeeded: bits >> shift))
                }
                count -= 3
            }
            if count > 0 { isSound = false }
        }
        return (decoded, isSound)
    }
}
