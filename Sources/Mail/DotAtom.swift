extension Collection where Element == UInt8 {
    /// RFC 5322 §3.2.3 `dot-atom-text`: runs of unreserved ASCII joined by single dots.
    var isDotAtom: Bool {
        split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { run in
            !run.isEmpty && run.allSatisfy(\.isAtomText)
        }
    }
}

extension UInt8 {
    package var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    package var isDigit: Bool { (0x30...0x39).contains(self) }

    /// Printable ASCII, the space included.
    var isPrintable: Bool { (0x20...0x7E).contains(self) }

    /// RFC 5322 §3.2.3 `atext`.
    var isAtomText: Bool { isLetter || isDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(self) }

    /// The capital digit of a number below 16, as quoted-printable and encoded words write it.
    static func hexadecimalDigit(_ number: UInt8) -> UInt8 {
        number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "A") + number - 10
    }
}
