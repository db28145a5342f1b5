/// The transfer encoding that leaves most of a French text legible (RFC 2045 §6.7).
extension TransferEncoding {
    /// Blanks at the end of a line are no part of it; a `=` that makes no sense stands for itself.
    static func quotedPrintable(_ slice: ArraySlice<UInt8>) -> (bytes: [UInt8], isSound: Bool) {
        slice.withUnsafeBufferPointer { bytes in
            var decoded: [UInt8] = []
            decoded.reserveCapacity(bytes.count)
            var isSound = true
            var index = 0
            // What is decoded up to the blanks that may be the last of their line.
            var settled = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if byte == .space || byte == .tab {
                    decoded.append(byte)
                    continue
                }
                if byte == .lineFeed || byte == .carriageReturn { decoded.removeLast(decoded.count - settled) }
                if byte != .equals {
                    decoded.append(byte)
                } else if let pair = pair(bytes, index) {
                    decoded.append(pair)
                    index += 2
                } else if let next = softBreak(bytes, index) {
                    index = next
                } else {
                    decoded.append(byte)
                    isSound = false
                }
                settled = decoded.count
            }
            decoded.removeLast(decoded.count - settled)
            return (decoded, isSound)
        }
    }

    private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8? {
        guard index + 1 < bytes.count, let high = bytes[index].hexadecimal, let low = bytes[index + 1].hexadecimal
        else {
            return nil
        }
        return high << 4 | low
    }

    /// Where the line goes on; nil where there is something else than blanks before its end.
    private static func softBreak(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var index = start
        while index < bytes.count, bytes[index] == .space || bytes[index] == .tab { index += 1 }
        guard index < bytes.count else { return index }
        if bytes[index] == .lineFeed { return index + 1 }
        guard bytes[index] == .carriageReturn else { return nil }
        return index + 1 < bytes.count && bytes[index + 1] == .lineFeed ? index + 2 : index + 1
    }
}
