internal import CGMime
internal import Mail

/// Makes text of bytes, whatever charset they say that they are in.
struct Charset {
    /// In lower case; empty where nothing is said.
    let name: String

    init(_ label: String?) {
        let label = (label ?? "").lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        name = String(label.prefix(60))
    }

    /// The text, clean of nothing yet, and what is wrong with it.
    func text(_ bytes: [UInt8]) -> (text: String, trouble: ReadMail.Trouble?) {
        switch name {
        case "", "us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit", "8bit", "default":
            return (Self.guess(bytes), nil)
        case "utf-8", "utf8", "unicode-1-1-utf-8": return Self.unicode(bytes)
        case "utf-7", "utf7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7": return (Self.guess(bytes), .refusedCharset)
        case "iso-8859-15", "iso8859-15", "latin9", "latin-9": return (SingleByteCharset.latin9.text(bytes), nil)
        case "cp850", "ibm850", "cp-850", "850": return (SingleByteCharset.dos.text(bytes), nil)
        case "macintosh", "mac", "x-mac-roman", "macroman", "x-macintosh":
            return (SingleByteCharset.macintosh.text(bytes), nil)
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252", "cp-1252",
            "x-cp1252", "ibm1252", "ansi":
            return (Self.guess(bytes), nil)
        default: return Self.converted(bytes, name)
        }
    }

    /// Nobody writes « Ã© » on purpose: what is valid as UTF-8 is UTF-8, and anything else is Windows-1252.
    static func guess(_ bytes: [UInt8]) -> String {
        String(validating: bytes, as: UTF8.self) ?? SingleByteCharset.western.text(bytes)
    }

    /// What says to be UTF-8 and is not, is either Windows-1252 or cut somewhere.
    private static func unicode(_ bytes: [UInt8]) -> (String, ReadMail.Trouble?) {
        if let text = String(validating: bytes, as: UTF8.self) { return (text, nil) }
        let repaired = String(decoding: bytes, as: UTF8.self)
        var sound = 0
        var broken = 0
        for scalar in repaired.unicodeScalars where scalar.value > 0x7F {
            if scalar == "\u{FFFD}" { broken += 1 } else { sound += 1 }
        }
        return (sound > broken ? repaired : SingleByteCharset.western.text(bytes), .damagedEncoding)
    }

    private static func converted(_ bytes: [UInt8], _ name: String) -> (String, ReadMail.Trouble?) {
        guard let converter = CharsetShelf.shared.converter(name) else {
            return (SingleByteCharset.western.text(bytes), .unknownCharset)
        }
        let (utf8, isSound) = converter.convert(bytes)
        return (String(decoding: utf8, as: UTF8.self), isSound ? nil : .damagedEncoding)
    }
}
