/// A moment in whole seconds UTC, from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
///
/// Read and written as `2026-11-23T09:52:01Z`, always twenty characters, so that moments sort as text.
public struct Instant: Sendable, Hashable {
    /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted; negative before.
    public let secondsSince1970: Int64

    /// A moment outside the years 1…9999 stops at the nearest end.
    public init(secondsSince1970: Int64) {
        self.secondsSince1970 = min(max(secondsSince1970, -62_135_596_800), 253_402_300_799)
    }

    /// Reads exactly `YYYY-MM-DDThh:mm:ssZ`; nil for anything else, for a 24th hour and for a 60th second.
    public init?(_ iso: String) {
        guard iso.utf8.count == 20 else { return nil }
        let bytes = Array(iso.utf8)
        guard bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"), let date = CivilDate(ascii: bytes[0..<10]),
            let hour = decimal(bytes[11..<13]), hour < 24, let minute = decimal(bytes[14..<16]), minute < 60,
            let second = decimal(bytes[17..<19]), second < 60
        else { return nil }
        self.init(utc: date, secondOfDay: hour * 3_600 + minute * 60 + second)
    }

    init(utc date: CivilDate, secondOfDay: Int) {
        self.init(secondsSince1970: Int64(date.daysSince1970 * 86_400 + secondOfDay))
    }

    /// The day in UTC, as a leaf of the log bears it.
    public var utcDate: CivilDate { CivilDate(daysSince1970: dayAndSecond.day) }

    /// `seconds` later, earlier when negative.
    public func adding(seconds: Int) -> Instant {
        let (sum, overflow) = secondsSince1970.addingReportingOverflow(Int64(seconds))
        return Instant(secondsSince1970: overflow ? (seconds > 0 ? .max : .min) : sum)
    }

    /// Days since 1970-01-01 UTC, and seconds inside that day.
    var dayAndSecond: (day: Int, second: Int) {
        let second = (secondsSince1970 % 86_400 + 86_400) % 86_400
        return (Int((secondsSince1970 - second) / 86_400), Int(second))
    }
}

extension Instant: Comparable {
    public static func < (left: Instant, right: Instant) -> Bool { left.secondsSince1970 < right.secondsSince1970 }
}

extension Instant: CustomStringConvertible {
    /// `2026-11-23T09:52:01Z`.
    public var description: String {
        let (day, second) = dayAndSecond
        let clock = "\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
        return "\(CivilDate(daysSince1970: day))T\(clock)Z"
    }
}

extension Instant: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not a UTC second")
        }
        self = instant
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
