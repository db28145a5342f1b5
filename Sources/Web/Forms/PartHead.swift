/// What the header lines of a part say.
public struct PartHead: Sendable, Equatable {
    /// The field's name.
    public let name: String
    /// The file's name as the client gave it, full path included; `nil` for a text field. Never a path of ours.
    public let filename: String?

    /// Reads the header lines of a part, without their final empty line.
    init(_ lines: some Collection<UInt8>) throws(MalformedForm) {
        var disposition: HeaderParameters?
        for line in try Self.split(lines) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                line[..<colon].allSatisfy(\.isToken)
            else { throw .head }
            let value = line[line.index(after: colon)...].trimmed
            switch TypedText.decode(line[..<colon]).lowercased() {
            case "content-disposition":
                guard disposition == nil else { throw .head }
                disposition = try HeaderParameters(value)
            case "content-transfer-encoding":
                guard ["7bit", "8bit", "binary"].contains(TypedText.decode(value).lowercased()) else { throw .encoding }
            default: break
            }
        }
        guard let disposition, disposition.value == "form-data", let name = disposition["name"] else { throw .head }
        self.name = Self.unescape(name)
        filename = disposition["filename*"].flatMap(Self.extended) ?? disposition["filename"].map(Self.unescape)
    }

    /// Lines end in CRLF; a CR, an LF or a NUL within one is refused. A continuation line has no colon in its place,
    /// and is refused for that.
    private static func split(_ lines: some Collection<UInt8>) throws(MalformedForm) -> [ArraySlice<UInt8>] {
        let bytes = Array(lines)
        var split: [ArraySlice<UInt8>] = []
        var start = 0
        for index in bytes.indices where [0, .lineFeed, .carriageReturn].contains(bytes[index]) {
            if bytes[index] == .carriageReturn, index + 1 < bytes.count, bytes[index + 1] == .lineFeed {
                split.append(bytes[start..<index])
                start = index + 2
            } else if bytes[index] != .lineFeed || index == 0 || bytes[index - 1] != .carriageReturn {
                throw .head
            }
        }
        return split + [bytes[start...]]
    }

    /// Browsers write a quote and line ends in a name as `%22`, `%0D`, `%0A`, and nothing else so (HTML, "multipart
    /// form data"): every other per cent sign belongs to the name.
    private static func unescape(_ bytes: [UInt8]) -> String {
        TypedText.decode(bytes.percentDecoded { $0 == .quote || $0 == .carriageReturn || $0 == .lineFeed })
    }

    /// `UTF-8''na%C3%AFve.pdf` (RFC 8187). RFC 7578 tells clients not to send it; some do.
    private static func extended(_ bytes: [UInt8]) -> String? {
        let parts = bytes.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        switch TypedText.decode(parts[0]).lowercased() {
        case "utf-8", "iso-8859-1": return TypedText.decode(parts[2].percentDecoded())
        default: return nil
        }
    }
}
