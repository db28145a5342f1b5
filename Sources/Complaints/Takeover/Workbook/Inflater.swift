/// Unpacks deflated bytes (RFC 1951), no further than a limit.
struct Inflater {
    /// Why it stops.
    enum Mistake: Error, Equatable {
        /// The bytes are not deflated ones, or end too early.
        case broken
        /// There would be more than the limit.
        case tooLarge
    }

    /// A code of Huffman's: how many words there are of each length, and what they stand for, in order.
    private struct Code {
        private var counts = [Int](repeating: 0, count: 16)
        private var symbols: [Int] = []

        init(_ lengths: ArraySlice<UInt8>) {
            for length in lengths { counts[Int(length)] += 1 }
            counts[0] = 0
            for length in 1...15 {
                for (symbol, own) in lengths.enumerated() where Int(own) == length { symbols.append(symbol) }
            }
        }

        func read(_ inflater: inout Inflater) throws(Mistake) -> Int {
            var (code, first, index) = (0, 0, 0)
            for length in 1...15 {
                code |= try inflater.bits(1)
                let count = counts[length]
                if code - count < first { return symbols[index + code - first] }
                index += count
                first = (first + count) << 1
                code <<= 1
            }
            throw .broken
        }
    }

    /// How many blocks there may be whatever comes of them, and how much every further one must put out: each costs time,
    /// and one that puts nothing out costs its sender a few bits.
    private static let (freeBlocks, leastOfBlock) = (10_000, 256)

    private let bytes: ArraySlice<UInt8>
    private let limit: Int
    private var position: Int
    private var held = 0
    private var heldBits = 0
    private var output: [UInt8] = []

    private init(_ bytes: ArraySlice<UInt8>, limit: Int) {
        self.bytes = bytes
        self.limit = limit
        position = bytes.startIndex
    }

    /// The unpacked bytes.
    static func inflate(_ bytes: ArraySlice<UInt8>, limit: Int) throws(Mistake) -> [UInt8] {
        var inflater = Inflater(bytes, limit: limit)
        var (isLast, blocks) = (false, 0)
        while !isLast {
            blocks += 1
            guard blocks <= freeBlocks + inflater.output.count / leastOfBlock else { throw .broken }
            isLast = try inflater.bits(1) == 1
            switch try inflater.bits(2) {
            case 0: try inflater.stored()
            case 1: try inflater.block(fixedLiterals, fixedDistances)
            case 2: try inflater.dynamic()
            default: throw .broken
            }
        }
        return inflater.output
    }

    private mutating func bits(_ count: Int) throws(Mistake) -> Int {
        while heldBits < count {
            guard position < bytes.endIndex else { throw .broken }
            held |= Int(bytes[position]) << heldBits
            position += 1
            heldBits += 8
        }
        let value = held & ((1 << count) - 1)
        held >>= count
        heldBits -= count
        return value
    }

    private mutating func put(_ byte: UInt8) throws(Mistake) {
        guard output.count < limit else { throw .tooLarge }
        output.append(byte)
    }

    private mutating func stored() throws(Mistake) {
        (held, heldBits) = (0, 0)
        guard position + 4 <= bytes.endIndex else { throw .broken }
        let length = Int(bytes[position]) | Int(bytes[position + 1]) << 8
        let check = Int(bytes[position + 2]) | Int(bytes[position + 3]) << 8
        position += 4
        guard length == ~check & 0xFFFF, position + length <= bytes.endIndex else { throw .broken }
        for byte in bytes[position..<position + length] { try put(byte) }
        position += length
    }

    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1_025, 1_537, 2_049, 3_073,
        4_097,
        6_145, 8_193, 12_289, 16_385, 24_577,
    ]

    private mutating func block(_ literals: Code, _ distances: Code) throws(Mistake) {
        while true {
            let symbol = try literals.read(&self)
            if symbol < 256 {
                try put(UInt8(symbol))
                continue
            }
            if symbol == 256 { return }
            guard symbol - 257 < Self.lengthBases.count else { throw .broken }
            let length = Self.lengthBases[symbol - 257] + (try bits(Self.lengthBits[symbol - 257]))
            let way = try distances.read(&self)
            guard way < Self.distanceBases.count else { throw .broken }
            let distance = Self.distanceBases[way] + (try bits(way < 4 ? 0 : way / 2 - 1))
            guard distance <= output.count else { throw .broken }
            for _ in 0..<length { try put(output[output.count - distance]) }
        }
    }

    private static let fixedLiterals = Code(
        ([UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112) + [UInt8](repeating: 7, count: 24)
            + [UInt8](repeating: 8, count: 8))[...]
    )
    private static let fixedDistances = Code([UInt8](repeating: 5, count: 30)[...])
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    private mutating func dynamic() throws(Mistake) {
        let literals = try bits(5) + 257
        let distances = try bits(5) + 1
        let codes = try bits(4) + 4
        guard literals <= 286 else { throw .broken }
        var short = [UInt8](repeating: 0, count: 19)
        for place in Self.order.prefix(codes) { short[place] = UInt8(try bits(3)) }
        let code = Code(short[...])
        var lengths: [UInt8] = []
        while lengths.count < literals + distances {
            let symbol = try code.read(&self)
            switch symbol {
            case 0...15: lengths.append(UInt8(symbol))
            case 16:
                guard let last = lengths.last else { throw .broken }
                lengths += [UInt8](repeating: last, count: try bits(2) + 3)
            case 17: lengths += [UInt8](repeating: 0, count: try bits(3) + 3)
            default: lengths += [UInt8](repeating: 0, count: try bits(7) + 11)
            }
        }
        guard lengths.count == literals + distances, lengths[256] > 0 else { throw .broken }
        try block(Code(lengths[..<literals]), Code(lengths[literals...]))
    }
}
