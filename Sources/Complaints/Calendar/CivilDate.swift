/// A day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31, with no hour and no time zone.
///
/// Read and written as `2026-11-23`, so that days sort as text and an export needs no interpretation.
public struct CivilDate: Sendable, Hashable {
    /// 1…9999.
    public let year: Int
    /// 1…12.
    public let month: Int
    /// 1…31, the quantième.
    public let day: Int

    /// Nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, in: year)).contains(day)
        else { return nil }
        self.init(valid: year, month, day)
    }

    /// Reads exactly `YYYY-MM-DD`; nil for anything else and for days that do not exist.
    public init?(_ iso: String) {
        // A hostile mebibyte is not copied (S-30).
        guard iso.utf8.count == 10 else { return nil }
        self.init(ascii: Array(iso.utf8)[...])
    }

    /// The same, from bytes.
    init?(ascii bytes: ArraySlice<UInt8>) {
        let at = bytes.startIndex
        guard bytes.count == 10, bytes[at + 4] == UInt8(ascii: "-"), bytes[at + 7] == UInt8(ascii: "-"),
            let year = decimal(bytes[at..<at + 4]), let month = decimal(bytes[at + 5..<at + 7]),
            let day = decimal(bytes[at + 8..<at + 10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// A day known to exist.
    init(valid year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Whether tomorrow is in another month.
    public var isLastDayOfMonth: Bool { day == Self.length(ofMonth: month, in: year) }

    /// Days in a month, 28…31.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate: Comparable {
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CivilDate: CustomStringConvertible {
    /// `2026-11-23`.
    public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

extension CivilDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CivilDate(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not a day YYYY-MM-DD")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// The value of ASCII digits; nil when there are none, when a byte is not a digit, or past 18 digits.
func decimal(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard (1...18).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
}

/// A number of 0 or more in at least `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
