/// Finds a delimiter in bytes by looking at every n-th of them only (Boyer, Moore, Horspool): a 25 MB file is passed
/// over in about 25 MB / 40 steps.
struct DelimiterSearch: Sendable {
    let delimiter: [UInt8]
    /// How far to move on when a byte stands under the delimiter's last place.
    private let shifts: [Int]

    init(_ delimiter: [UInt8]) {
        var shifts = Array(repeating: delimiter.count, count: 256)
        for (index, byte) in delimiter.dropLast().enumerated() { shifts[Int(byte)] = delimiter.count - 1 - index }
        self.delimiter = delimiter
        self.shifts = shifts
    }

    /// The first place at or after `start` where the delimiter stands whole.
    func first(in bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        while place + delimiter.count <= bytes.count {
            let last = bytes[place + delimiter.count - 1]
            if last == delimiter[delimiter.count - 1], stands(at: place, in: bytes) { return place }
            place += shifts[Int(last)]
        }
        return nil
    }

    private func stands(at place: Int, in bytes: [UInt8]) -> Bool {
        for index in delimiter.indices where bytes[place + index] != delimiter[index] { return false }
        return true
    }
}
