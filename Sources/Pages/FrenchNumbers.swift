/// Numbers as French readers write them: a comma for the decimals, U+202F between thousands, U+00A0 before the unit.
public enum FrenchNumbers {
    /// « 1 234 567 ».
    public static func whole(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append("\u{202F}") }
            grouped.append(digit)
        }
        return number < 0 ? "−\(grouped)" : grouped
    }

    /// « 1 octet », « 2 871 204 octets ».
    static func bytes(_ count: Int) -> String { "\(whole(count))\u{A0}octet\(count < 2 ? "" : "s")" }

    /// « 12,5 Go », « 812 Mo »: what is left on a disk, rounded down so that it never looks larger than it is.
    static func diskSize(_ bytes: Int) -> String {
        guard bytes >= 1_000_000_000 else { return "\(whole(bytes / 1_000_000))\u{A0}Mo" }
        let tenths = bytes / 100_000_000
        let decimal = tenths % 10 == 0 ? "" : ",\(tenths % 10)"
        return "\(whole(tenths / 10))\(decimal)\u{A0}Go"
    }

    /// « 2,9 Mo », « 12 ko », « 812 octets »: decimal units, one decimal for megabytes, rounded up so that a file never
    /// looks smaller than it is.
    public static func fileSize(_ bytes: Int) -> String {
        if bytes < 1_000 { return self.bytes(bytes) }
        let kilobytes = (bytes + 999) / 1_000
        if kilobytes < 1_000 { return "\(kilobytes)\u{A0}ko" }
        let tenths = (bytes + 99_999) / 100_000
        let decimal = tenths % 10 == 0 ? "" : ",\(tenths % 10)"
        return "\(whole(tenths / 10))\(decimal)\u{A0}Mo"
    }
}
