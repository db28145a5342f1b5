/// The text of a code as bytes, with the bytes that correct what is read wrongly (ISO/IEC 18004, 7.4 to 7.6).
enum QRCodewords {
    /// Mode, length, text, filling; dealt to blocks, each with its correction; and block by block in turn.
    static func of(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        let data = filled(bytes, version)
        let short = data.count / version.blocks
        let longer = data.count % version.blocks
        var start = 0
        let blocks = (0..<version.blocks).map { index -> [UInt8] in
            let length = short + (index >= version.blocks - longer ? 1 : 0)
            defer { start += length }
            return Array(data[start..<start + length])
        }
        let corrections = blocks.map { ReedSolomon.correction(of: $0, count: version.correction) }
        return inTurn(blocks) + inTurn(corrections)
    }

    /// The text as the code begins with it, and what fills it up.
    static func filled(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        var bits = [(4, 4), (bytes.count, version.lengthBits)].flatMap { value, count in
            (0..<count).reversed().map { value >> $0 & 1 }
        }
        bits += bytes.flatMap { byte in (0..<8).reversed().map { Int(byte) >> $0 & 1 } }
        bits += Array(repeating: 0, count: min(4, version.capacity * 8 - bits.count))
        bits += Array(repeating: 0, count: (8 - bits.count % 8) % 8)
        var data = stride(from: 0, to: bits.count, by: 8).map { place in
            UInt8(bits[place..<place + 8].reduce(0) { $0 << 1 | $1 })
        }
        let room = version.capacity - data.count
        data += (0..<room).map { $0.isMultiple(of: 2) ? 0xEC : 0x11 }
        return data
    }

    private static func inTurn(_ blocks: [[UInt8]]) -> [UInt8] {
        let longest = blocks.map(\.count).max() ?? 0
        return (0..<longest).flatMap { place in blocks.compactMap { place < $0.count ? $0[place] : nil } }
    }
}
