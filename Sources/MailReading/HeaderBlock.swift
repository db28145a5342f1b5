/// The headers of a mail or of a part of it, as they were written: still encoded, but each on one line.
struct HeaderBlock {
    /// The most lines, and the most bytes, that are taken of one block (S-76).
    static let mostLines = 1_000
    static let mostBytes = 256 * 1_024

    struct Field {
        /// In lower case.
        let name: String
        var value: [UInt8]
    }

    private(set) var fields: [Field] = []
    /// Whether there was more than is taken.
    private(set) var isCut = false
    private var lines = 0
    private var bytes = 0

    /// The first one of a name.
    subscript(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

    /// All of a name, in order.
    func all(_ name: String) -> [[UInt8]] { fields.filter { $0.name == name }.map(\.value) }

    /// Takes a line, without its end. - Returns: false where it is no line of a header.
    mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
        let isContinuation = line.first == .space || line.first == .tab
        if isContinuation, fields.isEmpty { return false }
        guard isContinuation || Self.colon(in: line) != nil else { return false }
        lines += 1
        bytes += line.count + 1
        guard lines <= Self.mostLines, bytes <= Self.mostBytes else {
            isCut = true
            return true
        }
        if isContinuation {
            fields[fields.count - 1].value += [.space] + Self.harmless(line.drop { $0.isBlank })
        } else if let colon = Self.colon(in: line) {
            let name = String(decoding: line[..<colon], as: UTF8.self).trimmedOfBlanks.lowercased()
            fields.append(Field(name: name, value: Self.harmless(line[(colon + 1)...])))
        }
        return true
    }

    /// Where the name of a field ends; nil where the line does not begin with one.
    static func colon(in line: ArraySlice<UInt8>) -> Int? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
        var name = line[..<colon]
        while name.last == .space || name.last == .tab { name.removeLast() }
        return !name.isEmpty && name.count <= 200 && name.allSatisfy { (0x21...0x7E).contains($0) } ? colon : nil
    }

    /// Without what C takes for the end of a text, and without what ends a line.
    private static func harmless(_ value: ArraySlice<UInt8>) -> [UInt8] {
        value.map { $0 == 0 || $0 == .carriageReturn || $0 == .tab ? .space : $0 }
    }
}

extension HeaderBlock {
    /// Reads a whole block, such as the headers of a mail that comes back in a report; it ends at an empty line.
    ///
    /// - Returns: the block, and where it ends.
    static func read(_ bytes: ArraySlice<UInt8>) -> (block: HeaderBlock, end: Int) {
        var block = HeaderBlock()
        var lines = LineReader(bytes)
        while let line = lines.next() {
            let content = bytes[line.content]
            if content.isEmpty { break }
            if block.fields.isEmpty, content.starts(with: "From ".utf8) || content.starts(with: ">From ".utf8) {
                continue
            }
            if !block.take(content), !lines.goesOnWithField { return (block, line.content.lowerBound) }
        }
        return (block, lines.position)
    }
}
