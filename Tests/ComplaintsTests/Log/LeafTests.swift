import Complaints
import Testing

@Suite struct `A leaf` {
    private func opening() throws -> Opening {
        try #require(Opening(salt: Array(0..<32), payload: Array("{}".utf8)))
    }

    private func leaf(_ kind: LeafKind, _ number: RegisterNumber? = nil, seq: Int = 7) throws -> Leaf? {
        Leaf(seq: seq, date: try #require(CivilDate("2026-11-23")), kind: kind, number: number, opening: try opening())
    }

    @Test(arguments: LeafKind.allCases) func `of every kind is read as it was written`(kind: LeafKind) throws {
        let number = kind == .registration ? RegisterNumber(year: 2026, ordinal: 12_345) : nil
        let leaf = try #require(try leaf(kind, number))
        #expect(Leaf(leaf.bytes) == leaf)
    }

    @Test func `bears a number if and only if it is a registration`() throws {
        #expect(try leaf(.registration) == nil)
        for kind in LeafKind.allCases where kind != .registration {
            #expect(try leaf(kind, RegisterNumber(year: 2026, ordinal: 1)) == nil)
        }
        #expect(try leaf(.registration, RegisterNumber(year: 2026, ordinal: 0)) == nil)
        #expect(try leaf(.reception, seq: -1) == nil)
    }

    @Test(arguments: [
        ("v1\n7", "v2\n7"), ("\n7\n", "\n07\n"), ("\n7\n", "\n-7\n"), ("\n7\n", "\n+7\n"), ("\n7\n", "\n\n"),
        ("2026-11-23", "2026-11-31"), ("2026-11-23", "2026-1-23"), ("inscription", "Inscription"),
        ("inscription", "accuse"), ("2026-0001\n", "-\n"), ("2026-0001", "2026-001"), ("2026-0001", "2026-00001"),
        ("2026-0001", "2026-0000"), ("2026-0001", "REC-2026-0001"), ("registre", " registre"), ("\n7\n", "\r\n7\n"),
    ])
    func `is refused when a line is not as we write it`(good: String, bad: String) throws {
        let leaf = try #require(try leaf(.registration, RegisterNumber(year: 2026, ordinal: 1)))
        let text = String(decoding: leaf.bytes, as: UTF8.self)
        let range = try #require(text.firstRange(of: good))
        let changed = text.replacingCharacters(in: range, with: bad)
        #expect(Leaf(Array(changed.utf8)) == nil)
    }

    @Test func `is refused with a line more, a line less, or base64 in another writing`() throws {
        let bytes = try #require(try leaf(.reception)).bytes
        #expect(Leaf(bytes + Array("\n".utf8)) == nil)
        #expect(Leaf(bytes.dropLast()) == nil)
        #expect(Leaf([]) == nil)
        // The last character before the padding carries two bits that mean nothing: they must be zero.
        var other = bytes
        other[bytes.count - 3] += 1
        #expect(Leaf(other) == nil)
    }

    @Test func `is found out by every changed bit, or becomes another leaf`() throws {
        let leaf = try #require(try leaf(.registration, RegisterNumber(year: 2026, ordinal: 1)))
        for position in leaf.bytes.indices {
            for bit in 0..<8 {
                var bytes = leaf.bytes
                bytes[position] ^= 1 << bit
                let other = Leaf(bytes)
                #expect(other == nil || (other != leaf && other?.bytes == bytes && other?.hash != leaf.hash))
            }
        }
    }

    @Test func `has an opening with a salt of 32 bytes exactly`() {
        for count in [0, 16, 31, 33, 64] {
            #expect(Opening(salt: Array(repeating: 1, count: count), payload: []) == nil)
        }
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
