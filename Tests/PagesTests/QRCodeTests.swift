import Testing

@testable import Pages

@Suite struct `A square for telephones` {
    /// Another encoder (Python's qrcode 8.2) makes the same modules of it; and another reader (zxing-cpp) reads them.
    // Shows: S-53
    @Test func `has the modules that others make of the same text`() throws {
        let code = try #require(QRCode("Réclamation"))
        let drawn = (0..<code.size).map { row in
            String((0..<code.size).map { code.modules[row * code.size + $0] ? "#" : "." })
        }
        #expect(
            drawn == [
                "#######...#.#.#######", "#.....#..####.#.....#", "#.###.#.###...#.###.#", "#.###.#.#.###.#.###.#",
                "#.###.#.#.###.#.###.#", "#.....#.###.#.#.....#", "#######.#.#.#.#######", "........#..##........",
                "#.#####..#..#.#####..", "....##..#...#..##.#..", "#.#.#.#...##.#...#.##", "#.##...#.#...#......#",
                "....####.###.##.#....", "........##..##.##..#.", "#######...#.#....###.", "#.....#.###..#...##..",
                "#.###.#.##.#..##...##", "#.###.#.#.....###.#..", "#.###.#.######...#...", "#.....#....#.#.#.##..",
                "#######.####..#.#..#.",
            ]
        )
    }

    /// The same two, on sizes with alignment patterns, with the number of the version, and with blocks of two lengths.
    @Test(arguments: [(42, 29), (150, 49), (500, 85), (666, 97)]) func `grows with its text`(
        count: Int,
        size: Int
    ) throws {
        let code = try #require(QRCode(String(repeating: "x", count: count)))
        #expect(code.size == size && code.modules.count == size * size)
        #expect(code.side == size + 8)
        let dark = code.modules.count { $0 }
        #expect(code.path.matches(of: /M\d+ \d+h1v1h-1z/).count == dark)
        #expect(fingerprints[count] == fingerprint(code.modules))
        #expect(QRCode(String(repeating: "x", count: 667)) == nil)
    }

    /// ISO/IEC 18004, annex I: `01234567` as version 1-M.
    @Test func `corrects as the standard's own example does`() {
        let data: [UInt8] = [16, 32, 12, 86, 97, 128, 236, 17, 236, 17, 236, 17, 236, 17, 236, 17]
        #expect(ReedSolomon.correction(of: data, count: 10) == [165, 36, 212, 193, 237, 54, 199, 135, 44, 85])
    }

    /// ISO/IEC 18004, table 1 and table 7.
    @Test func `holds as much as the standard says`() {
        let all = (1...20).map { QRVersion(number: $0) }
        #expect(
            all.map(\.codewords) == [
                26, 44, 70, 100, 134, 172, 196, 242, 292, 346, 404, 466, 532, 581, 655, 733, 815, 901, 991, 1085,
            ]
        )
        #expect(
            all.map { ($0.capacity * 8 - 4 - $0.lengthBits) / 8 } == [
                14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
            ]
        )
        #expect(all[0].centres.isEmpty && all[1].centres == [6, 18] && all[6].centres == [6, 22, 38])
        #expect(all[15].centres == [6, 26, 50, 74] && all[19].centres == [6, 34, 62, 90])
    }

    private let fingerprints: [Int: UInt64] = [
        42: 0x9967_c62c_8f26_f03d, 150: 0xb801_88b1_3781_4925, 500: 0xcf6f_a916_caa6_b7c9, 666: 0x79cc_c62a_804b_bddb,
    ]

    private func fingerprint(_ modules: [Bool]) -> UInt64 {
        modules.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ ($1 ? 1 : 0)) &* 0x100_0000_01b3 }
    }
}
