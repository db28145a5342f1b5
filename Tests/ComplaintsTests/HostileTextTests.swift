import Complaints
import TestSupport
import Testing

@Suite struct `A hostile text` {
    private static let readers: [@Sendable (String) -> Bool] = [
        { CivilDate($0) == nil }, { Instant($0) == nil }, { RegisterNumber($0) == nil },
        { RegisterNumber("REC-2026-" + $0) == nil }, { ReceptionReference($0) == nil },
        { ReceptionReference("2026-R-" + $0) == nil }, { CaseFile.ID($0) == nil },
    ]

    // Shows: S-30
    @Test(arguments: Hostile.pieces)
    func `is no date, number or identifier, which a mebibyte of it shows in 10 ms`(piece: String) {
        #expect(Hostile.slow(Self.readers, for: Hostile.text(of: piece)) == [])
    }

    /// A reader that goes back takes sixteen times as long for a text four times as long.
    // Shows: S-30
    @Test(arguments: Hostile.pieces)
    func `is folded, cut into words and read for wordings in a time that grows with its length alone`(
        piece: String
    ) {
        let readers: [(String) -> Void] = [
            { _ = FoldedText.fold($0) }, { _ = FoldedText.words($0, limit: .max) },
            { _ = ForbiddenWording.first(in: $0) },
        ]
        let (short, long) = (Hostile.text(of: piece, bytes: 8 << 10), Hostile.text(of: piece, bytes: 32 << 10))
        for (reader, read) in readers.enumerated() {
            let ratio = Hostile.shortest { read(long) } / Hostile.shortest { read(short) }
            #expect(ratio < 10, "reader \(reader)")
        }
    }
}
