/// The eight patterns of which the one that makes a code easiest to read is laid over it (ISO/IEC 18004, 7.8.2).
enum QRMask {
    /// Whether a module is turned over.
    static func turns(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        let (sum, product) = (row + column, row * column)
        return switch mask {
        case 0: sum % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: sum % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: product % 2 + product % 3 == 0
        case 6: (product % 2 + product % 3) % 2 == 0
        default: (sum % 2 + product % 3) % 2 == 0
        }
    }

    /// Level M, whose bits are 00, and the mask, corrected and masked itself (ISO/IEC 18004, 7.9).
    static func format(_ mask: Int) -> Int {
        let remainder = (0..<10).reduce(mask) { rest, _ in rest << 1 ^ (rest >> 9) * 0x537 }
        return (mask << 10 | remainder) ^ 0x5412
    }
}
