/// Numbers as British readers write them: a point for the decimals, a comma between thousands, U+00A0 before the unit.
public enum EnglishNumbers {
    /// “1,234,567”.
    public static func whole(_ number: Int) -> String { FrenchNumbers.whole(number).replacing("\u{202F}", with: ",") }

    /// “1 byte”, “2,871,204 bytes”.
    static func bytes(_ count: Int) -> String { "\(whole(count))\u{A0}byte\(count == 1 ? "" : "s")" }

    /// “2.9 MB”, “12 kB”, “812 bytes”, rounded as `FrenchNumbers.fileSize` is.
    public static func fileSize(_ bytes: Int) -> String {
        if bytes < 1_000 { return self.bytes(bytes) }
        return FrenchNumbers.fileSize(bytes).replacing("ko", with: "kB").replacing("Mo", with: "MB")
            .replacing(",", with: ".").replacing("\u{202F}", with: ",")
    }
}
