/// Bytes that correct others: remainders of polynomials over the field of 256 elements, modulo x⁸ + x⁴ + x³ + x² + 1.
enum ReedSolomon {
    /// So many correction bytes of a block.
    static func correction(of block: [UInt8], count: Int) -> [UInt8] {
        let divisor = divisor(of: count)
        return block.reduce(into: [UInt8](repeating: 0, count: count)) { remainder, byte in
            let factor = byte ^ remainder[0]
            remainder = zip(remainder.dropFirst() + [0], divisor).map { $0 ^ multiply($1, factor) }
        }
    }

    /// The product of (x − 2⁰) to (x − 2ⁿ⁻¹), highest power first, the first coefficient, which is 1, left out.
    private static func divisor(of degree: Int) -> [UInt8] {
        var root: UInt8 = 1
        return (0..<degree).reduce(into: [UInt8](repeating: 0, count: degree - 1) + [1]) { product, _ in
            product = zip(product, product.dropFirst() + [0]).map { multiply($0, root) ^ $1 }
            root = multiply(root, 2)
        }
    }

    static func multiply(_ one: UInt8, _ other: UInt8) -> UInt8 {
        (0..<8).reversed().reduce(0) { product, bit in
            (product << 1) ^ (product >> 7) * 0x1D ^ (other >> bit & 1) * one
        }
    }
}
