/// A ZIP archive as a workbook is one (APPNOTE 6.3): the list at its end says what is in it, and only what is asked for is
/// unpacked, each no further than a limit, so that nothing in it can swell.
struct ZipArchive {
    private struct Member {
        let method: Int
        let packed: Int
        let offset: Int
    }

    /// How many members a workbook may have.
    private static let mostMembers = 2_000

    private let bytes: [UInt8]
    private var members: [String: Member] = [:]
    /// Where the list begins, before which everything stands.
    private let list: Int

    /// Reads the list. - Throws: `FormerSheet.Mistake.broken`.
    init(_ bytes: [UInt8]) throws(FormerSheet.Mistake) {
        self.bytes = bytes
        // The record of the end has 22 bytes and a comment behind it.
        let earliest = max(0, bytes.count - 22 - 65_535)
        guard bytes.count >= 22,
            let end = stride(from: bytes.count - 22, through: earliest, by: -1).first(where: {
                bytes[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06])
            })
        else { throw .broken }
        list = Self.number(in: bytes, at: end + 16, 4)
        var place = list
        let count = number(at: end + 10, 2)
        guard count <= Self.mostMembers else { throw .broken }
        for _ in 0..<count { try readMember(&place) }
    }

    private mutating func readMember(_ place: inout Int) throws(FormerSheet.Mistake) {
        guard place >= 0, place + 46 <= bytes.count, bytes[place...].starts(with: [0x50, 0x4B, 0x01, 0x02]) else {
            throw .broken
        }
        let name = place + 46..<place + 46 + number(at: place + 28, 2)
        // Bit 0: it is encrypted.
        guard name.upperBound <= bytes.count, bytes[place + 8] & 1 == 0 else { throw .broken }
        members[String(decoding: bytes[name], as: UTF8.self)] = Member(
            method: number(at: place + 10, 2),
            packed: number(at: place + 20, 4),
            offset: number(at: place + 42, 4)
        )
        place = name.upperBound + number(at: place + 30, 2) + number(at: place + 32, 2)
    }

    /// A member, unpacked; nil where there is none of that name.
    ///
    /// - Throws: `FormerSheet.Mistake.swollen` where it is larger than `limit`; `.broken`.
    func member(_ name: String, limit: Int) throws(FormerSheet.Mistake) -> [UInt8]? {
        guard let member = members[name] else { return nil }
        let head = member.offset
        guard head + 30 <= bytes.count, bytes[head...].starts(with: [0x50, 0x4B, 0x03, 0x04]) else { throw .broken }
        let start = head + 30 + number(at: head + 26, 2) + number(at: head + 28, 2)
        let end = start + member.packed
        // Members that lie over each other would have the same bytes unpacked many times.
        guard end <= min(list, bytes.count), members.values.count(where: { (head..<end).contains($0.offset) }) == 1
        else {
            throw .broken
        }
        let packed = bytes[start..<end]
        switch member.method {
        case 0:
            guard packed.count <= limit else { throw .swollen }
            return Array(packed)
        case 8:
            do throws(Inflater.Mistake) {
                return try Inflater.inflate(packed, limit: limit)
            } catch {
                throw error == .tooLarge ? .swollen : .broken
            }
        default: throw .broken
        }
    }

    /// A number of two or four bytes, the least first; zero beyond the end.
    private func number(at place: Int, _ count: Int) -> Int { Self.number(in: bytes, at: place, count) }

    private static func number(in bytes: [UInt8], at place: Int, _ count: Int) -> Int {
        guard place >= 0, place + count <= bytes.count else { return 0 }
        return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
}
