/// The square of a code as it is drawn: the patterns that every code of its size has, then the codewords around them.
struct QRGrid: Sendable {
    let version: QRVersion
    private(set) var modules: [Bool]
    /// What no mask touches.
    private var isFixed: [Bool]

    init(version: QRVersion, codewords: [UInt8]) {
        self.version = version
        modules = Array(repeating: false, count: version.size * version.size)
        isFixed = modules
        drawTiming()
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
        drawAlignment()
        drawFormat(mask: 0)
        drawVersion()
        place(codewords)
    }

    private var size: Int { version.size }

    /// Turned over where the mask says so, and marked with it.
    func masked(_ mask: Int) -> QRGrid {
        var grid = self
        for place in modules.indices where !isFixed[place] && QRMask.turns(mask, place / size, place % size) {
            grid.modules[place].toggle()
        }
        grid.drawFormat(mask: mask)
        return grid
    }

    private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
        guard 0..<size ~= row, 0..<size ~= column else { return }
        modules[row * size + column] = isDark
        isFixed[row * size + column] = true
    }

    private mutating func drawTiming() {
        for place in 0..<size {
            fix(6, place, place.isMultiple(of: 2))
            fix(place, 6, place.isMultiple(of: 2))
        }
    }

    /// A finder around its middle, with the light rim that parts it from the rest.
    private mutating func drawFinder(_ row: Int, _ column: Int) {
        for down in -4...4 {
            for right in -4...4 {
                let ring = max(abs(down), abs(right))
                fix(row + down, column + right, ring != 2 && ring != 4)
            }
        }
    }

    private mutating func drawAlignment() {
        let (centres, last) = (version.centres, size - 7)
        for row in centres {
            for column in centres where ![[6, 6], [6, last], [last, 6]].contains([row, column]) {
                for down in -2...2 {
                    for right in -2...2 { fix(row + down, column + right, max(abs(down), abs(right)) != 1) }
                }
            }
        }
    }

    /// Twice fifteen bits of level and mask, and the module that is always dark (ISO/IEC 18004, 7.9).
    private mutating func drawFormat(mask: Int) {
        let bits = QRMask.format(mask)
        for bit in 0..<15 {
            let isDark = bits >> bit & 1 == 1
            let down = [0, 1, 2, 3, 4, 5, 7, 8][min(bit, 7)]
            let right = [7, 5, 4, 3, 2, 1, 0][max(bit - 8, 0)]
            if bit < 8 { fix(down, 8, isDark) } else { fix(8, right, isDark) }
            if bit < 8 { fix(8, size - 1 - bit, isDark) } else { fix(size - 15 + bit, 8, isDark) }
        }
        fix(size - 8, 8, true)
    }

    /// Twice eighteen bits of the size, from the seventh on (ISO/IEC 18004, 7.10).
    private mutating func drawVersion() {
        guard version.number >= 7 else { return }
        let remainder = (0..<12).reduce(version.number) { rest, _ in rest << 1 ^ (rest >> 11) * 0x1F25 }
        let bits = version.number << 12 | remainder
        for bit in 0..<18 {
            let (across, along) = (size - 11 + bit % 3, bit / 3)
            fix(along, across, bits >> bit & 1 == 1)
            fix(across, along, bits >> bit & 1 == 1)
        }
    }

    /// From the lower right corner, two columns at a time, up and down; the sixth column is the timing's.
    private mutating func place(_ codewords: [UInt8]) {
        var bit = 0
        for pair in stride(from: size - 1, to: 0, by: -2) {
            let right = pair <= 6 ? pair - 1 : pair
            let goesUp = (right + 1) & 2 == 0
            for line in 0..<size {
                let row = goesUp ? size - 1 - line : line
                for column in [right, right - 1] where !isFixed[row * size + column] && bit < codewords.count * 8 {
                    modules[row * size + column] = codewords[bit >> 3] >> (7 - bit & 7) & 1 == 1
                    bit += 1
                }
            }
        }
    }
}
