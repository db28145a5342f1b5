internal import Mail

/// A part of a mail, or the whole of it: its headers, and where its content stands among the bytes.
struct MailPart {
    let headers: HeaderBlock
    var type: ContentType
    /// What is said of how it is to be shown.
    let disposition: ContentDisposition?
    /// Still in its transfer encoding; empty where it has parts.
    var body: ArraySlice<UInt8> = []
    var children: [MailPart] = []

    init(headers: HeaderBlock, type: ContentType) {
        self.headers = headers
        self.type = type
        disposition = headers["content-disposition"].flatMap(ContentDisposition.init)
    }

    /// Its content, decoded from its transfer encoding, and whether that was as it should be.
    var content: (bytes: [UInt8], isSound: Bool) {
        let name = headers["content-transfer-encoding"].map { String(decoding: $0, as: UTF8.self) } ?? ""
        return TransferEncoding(name).decode(body)
    }

    /// The name that its sender gave to it.
    var fileName: String? {
        let name = disposition?.fileName ?? type.parameter("name")
        return name.flatMap { $0.trimmedOfBlanks.isEmpty ? nil : $0 }
    }
}

/// Reads the parts of a mail in one pass over its bytes. GMime would make an object of each before anybody could count
/// them, and goes down a thousand levels (S-76).
struct MailPartReader {
    static let mostParts = 200
    static let mostDepth = 20

    private let raw: ArraySlice<UInt8>
    private var lines: LineReader
    private var boundaries: [[UInt8]] = []
    private var count = 0
    private(set) var troubles: Set<ReadMail.Trouble> = []

    init(_ raw: ArraySlice<UInt8>) {
        self.raw = raw
        lines = LineReader(raw)
    }

    /// A line that ends a part: which of the boundaries it is, and whether it ends the whole of its parts.
    private struct Boundary {
        let level: Int
        let isLast: Bool
        /// Where the content before it ends.
        let before: Int
    }

    /// Reads the whole mail.
    mutating func read() -> MailPart {
        var boundary: Boundary?
        return part(1, "text/plain", &boundary)
    }

    /// Reads a part, up to the boundary that ends it.
    private mutating func part(_ depth: Int, _ usual: String, _ boundary: inout Boundary?) -> MailPart {
        count += 1
        let (headers, start) = headers()
        if headers.isCut { troubles.insert(.tooManyHeaders) }
        let type = headers["content-type"].map { ContentType($0, usual: usual) } ?? ContentType(usual)
        var part = MailPart(headers: headers, type: type)
        if type.name.hasPrefix("multipart/"), let name = type.parameter("boundary"), !name.isEmpty {
            if depth < Self.mostDepth {
                readChildren(of: &part, Array(name.utf8), depth, &boundary)
                if !part.children.isEmpty { return part }
                // Its boundary never comes: whatever is there is read as a text.
                part.type = ContentType("text/plain")
                part.body = body(from: start, to: boundary)
                return part
            }
            troubles.insert(.tooDeep)
        } else if type.name.hasPrefix("multipart/") {
            part.type = ContentType("text/plain")
        }
        boundary = nextBoundary()
        part.body = body(from: start, to: boundary)
        return part
    }

    /// The content that ends at a boundary, which may follow on the headers without an empty line.
    private func body(from start: Int, to boundary: Boundary?) -> ArraySlice<UInt8> {
        raw[start..<max(start, boundary?.before ?? raw.endIndex)]
    }

    private mutating func readChildren(
        of part: inout MailPart,
        _ name: [UInt8],
        _ depth: Int,
        _ boundary: inout Boundary?
    ) {
        let level = boundaries.count
        boundaries.append(name)
        let usual = part.type.name == "multipart/digest" ? "message/rfc822" : "text/plain"
        boundary = nextBoundary()
        while let found = boundary, found.level == level, !found.isLast {
            guard count < Self.mostParts else {
                troubles.insert(.tooManyParts)
                break
            }
            part.children.append(self.part(depth + 1, usual, &boundary))
        }
        boundaries.removeLast()
        // What follows the last part belongs to nothing.
        while let found = boundary, found.level >= level { boundary = nextBoundary() }
    }

    /// Reads headers, and where the content after them begins. A boundary among them ends them too.
    private mutating func headers() -> (HeaderBlock, start: Int) {
        var block = HeaderBlock()
        while true {
            let here = lines
            guard let line = lines.next() else { return (block, raw.endIndex) }
            let content = raw[line.content]
            // A blank at the end of the headers is meant as no line.
            let isEnd = content.allSatisfy(\.isBlank) && raw[line.end...].starts(with: "--".utf8)
            if content.isEmpty || isEnd { return (block, line.end) }
            if block.fields.isEmpty, content.starts(with: "From ".utf8) || content.starts(with: ">From ".utf8) {
                continue
            }
            if isBoundary(line.content) != nil
                || (!block.take(content) && (block.fields.isEmpty || !lines.goesOnWithField))
            {
                lines = here
                return (block, line.content.lowerBound)
            }
        }
    }

    private mutating func nextBoundary() -> Boundary? {
        while true {
            lines.passToStrokes()
            guard let line = lines.next() else { return nil }
            guard let (level, isLast) = isBoundary(line.content) else { continue }
            // The end of the line before is the boundary's (RFC 2046 §5.1.1).
            var before = line.content.lowerBound
            if before > raw.startIndex { before -= 1 }
            if before > raw.startIndex, raw[before - 1] == .carriageReturn { before -= 1 }
            return Boundary(level: level, isLast: isLast, before: before)
        }
    }

    /// Which boundary a line is, the innermost first.
    private func isBoundary(_ line: Range<Int>) -> (level: Int, isLast: Bool)? {
        guard !boundaries.isEmpty, line.count > 2 else { return nil }
        let offset = raw.startIndex
        return raw.withUnsafeBufferPointer { bytes in
            let line = UnsafeBufferPointer(rebasing: bytes[(line.lowerBound - offset)..<(line.upperBound - offset)])
            let stroke = UInt8(ascii: "-")
            guard line[0] == stroke, line[1] == stroke else { return nil }
            for level in boundaries.indices.reversed() where Self.holds(line, boundaries[level]) {
                let after = line[(2 + boundaries[level].count)...]
                if after.allSatisfy(\.isBlank) { return (level, false) }
                if after.count >= 2, after.prefix(2).allSatisfy({ $0 == stroke }) { return (level, true) }
            }
            return nil
        }
    }

    /// Whether a boundary stands after the strokes of a line.
    private static func holds(_ line: UnsafeBufferPointer<UInt8>, _ boundary: [UInt8]) -> Bool {
        guard line.count >= boundary.count + 2 else { return false }
        for index in boundary.indices where line[index + 2] != boundary[index] { return false }
        return true
    }
}
