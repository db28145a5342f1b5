/// One of the sizes of a code, as far as ours may grow, with what its level M holds (ISO/IEC 18004, table 9).
struct QRVersion: Sendable {
    /// 1 to 20.
    let number: Int

    /// Modules along a side.
    var size: Int { 17 + 4 * number }
    /// Correction codewords of each block.
    var correction: Int { Self.corrections[number - 1] }
    /// Blocks that the codewords are dealt to.
    var blocks: Int { Self.blockCounts[number - 1] }
    /// Codewords of text, all blocks together.
    var capacity: Int { codewords - correction * blocks }
    /// Bits that say how long a text is.
    var lengthBits: Int { number < 10 ? 8 : 16 }

    /// Codewords in all: what is left of the square by the patterns that every code has.
    var codewords: Int {
        let marks = centres.isEmpty ? 0 : centres.count * centres.count - 3
        let alignment = marks * 25 - (centres.count > 2 ? (centres.count - 2) * 10 : 0)
        let taken = 3 * 64 + 2 * 15 + 1 + 2 * (size - 16) + alignment + (number >= 7 ? 36 : 0)
        return (size * size - taken) / 8
    }

    /// Where the alignment patterns have their middles, across and down; three of the crossings are the finders'.
    var centres: [Int] {
        guard number > 1 else { return [] }
        let count = number / 7 + 2
        let step = (number * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        return [6] + (1..<count).reversed().map { size - 7 - (count - 1 - $0) * step }.sorted()
    }

    /// The smallest that holds so many bytes; nil where none of ours does.
    static func smallest(for bytes: Int) -> QRVersion? {
        (1...20).lazy.map(QRVersion.init).first { 4 + $0.lengthBits + bytes * 8 <= $0.capacity * 8 }
    }

    private static let corrections = [
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
    ]
    private static let blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]
}
