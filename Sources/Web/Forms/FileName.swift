/// The name that somebody gave a file, made harmless (S-41). Never a path, and never used as one.
public struct FileName: Sendable, Hashable, CustomStringConvertible {
    /// To show: one line, no invisible or direction-changing characters, at most 255 bytes.
    public let display: String

    /// To download: besides, no character that Windows refuses and none of its device names.
    public var download: String {
        let plain = String(display.map { #"<>:"|?*"#.contains($0) ? "_" : $0 })
        let stem = plain.split(separator: ".", omittingEmptySubsequences: false).first.map(String.init) ?? plain
        let isDevice = Self.devices.contains(stem.uppercased().filter { $0 != " " })
        return Self.shorten(isDevice ? "_" + plain : plain)
    }

    public var description: String { display }

    /// The name in what a client sent: the last component of a path, whatever the system that it came from.
    public init(_ sent: String) {
        // Of what is longer than any path, its end (S-30).
        let path = String(String.UnicodeScalarView(sent.unicodeScalars.suffix(4_096)))
        let component = path.split { "/\\\u{FF0F}\u{FF3C}".contains($0) }.last ?? ""
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: component.unicodeScalars.filter(Self.isHarmless))
        let visible = String(scalars).trimming { $0.isWhitespace || $0 == "." }
        display = visible.isEmpty ? "_" : Self.shorten(visible)
    }

    /// Neither a control, nor a line or paragraph end, nor invisible (zero-width, bidi controls, tags), nor without
    /// meaning (private use, unassigned).
    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isDefaultIgnorableCodePoint { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
        default: return true
        }
    }

    /// At most 255 bytes, what file systems take, keeping a short extension and whole characters.
    private static func shorten(_ name: String) -> String {
        guard name.utf8.count > 255 else { return name }
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let suffix = name[dot...].utf8.count <= 16 ? name[dot...] : ""
        var stem = name[..<(suffix.isEmpty ? name.endIndex : dot)]
        while stem.utf8.count + suffix.utf8.count > 255 { stem.removeLast() }
        return String(stem + suffix)
    }

    /// Names that Windows gives to devices, with any extension ("Naming Files, Paths, and Namespaces").
    private static let devices: Set<String> = {
        let numbered = ["COM", "LPT"].flatMap { port in "0123456789¹²³".map { port + String($0) } }
        return Set(["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"] + numbered)
    }()
}

extension String {
    /// Without the characters of a kind at both ends.
    fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
        guard let first = firstIndex(where: { !isTrimmed($0) }), let last = lastIndex(where: { !isTrimmed($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
