/// A text as a square of dark and light modules that a telephone reads (ISO/IEC 18004): bytes, correction of level M.
struct QRCode: Sendable, Equatable {
    /// Modules along a side, without the quiet zone around them.
    let size: Int
    /// Row by row, dark ones true.
    let modules: [Bool]

    /// A text as a code. - Parameter text: nil beyond 666 bytes of UTF-8, which no address of ours comes near.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion.smallest(for: bytes.count) else { return nil }
        let grid = QRGrid(version: version, codewords: QRCodewords.of(bytes, version))
        let masked = (0..<8).map(grid.masked)
        let scores = masked.map(QRPenalty.of)
        let best = scores.indices.min { scores[$0] < scores[$1] } ?? 0
        size = version.size
        modules = masked[best].modules
    }

    /// The dark modules as the path of a drawing whose unit is one module, four of quiet zone on every side.
    var path: String {
        (0..<size).flatMap { row in
            (0..<size).filter { modules[row * size + $0] }.map { "M\($0 + 4) \(row + 4)h1v1h-1z" }
        }.joined()
    }

    /// The side of that drawing, quiet zone included.
    var side: Int { size + 8 }
}
