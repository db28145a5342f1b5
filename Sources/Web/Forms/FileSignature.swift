/// The first bytes of a file, and what they can be.
struct FileSignature {
    let head: [UInt8]
    /// Whether the whole file has no byte that text does not have.
    let isText: Bool

    /// Whether a file that begins so may be of that kind.
    func agrees(with kind: FileKind) -> Bool {
        switch kind {
        case .pdf: begins("%PDF-")
        case .jpeg: head.starts(with: [0xFF, 0xD8, 0xFF])
        case .png: head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        case .heic: isHEIC
        case .txt: isText
        case .eml: isText && beginsWithHeaderLine
        case .docx: isOpenXML(folder: "word/")
        case .xlsx: isOpenXML(folder: "xl/")
        case .odt, .ods: isOpenDocument(kind)
        }
    }

    private func begins(_ text: String) -> Bool { head.starts(with: text.utf8) }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: head[range.clamped(to: head.indices)], as: UTF8.self)
    }

    /// A box `ftyp` first, with a brand of ISO/IEC 23008-12 among those of its first 512 bytes.
    private var isHEIC: Bool {
        guard text(4..<8) == "ftyp", head.count >= 12 else { return false }
        let size = Int(head[0]) << 24 | Int(head[1]) << 16 | Int(head[2]) << 8 | Int(head[3])
        let brands = stride(from: 8, to: min(size, head.count - 3), by: 4).filter { $0 != 12 }.map {
            text($0..<($0 + 4))
        }
        return brands.contains { ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"].contains($0) }
    }

    /// `Name: …` at the beginning (RFC 5322, 2.2), a byte order mark aside.
    private var beginsWithHeaderLine: Bool {
        let line = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
        let name = line.prefix { (33...126).contains($0) && $0 != UInt8(ascii: ":") }
        return !name.isEmpty && line.dropFirst(name.count).first == UInt8(ascii: ":")
    }

    /// The name of the first entry of a ZIP archive (APPNOTE 4.3.7), and where its content begins.
    private var firstEntry: (name: String, content: Int)? {
        guard head.starts(with: [0x50, 0x4B, 0x03, 0x04]), head.count >= 30 else { return nil }
        let name = 30..<(30 + Int(head[26]) + Int(head[27]) << 8)
        let content = name.upperBound + Int(head[28]) + Int(head[29]) << 8
        return name.upperBound <= head.count ? (text(name), content) : nil
    }

    /// Office Open XML (ECMA-376, part 2): a ZIP archive; writers differ in what they put first.
    private func isOpenXML(folder: String) -> Bool {
        guard let entry = firstEntry else { return false }
        return entry.name == "[Content_Types].xml"
            || ["_rels/", "docProps/", "customXml/", folder].contains { entry.name.hasPrefix($0) }
    }

    /// OpenDocument (ISO/IEC 26300, part 2, 3.3): its media type comes first, uncompressed.
    private func isOpenDocument(_ kind: FileKind) -> Bool {
        guard let entry = firstEntry, entry.name == "mimetype", head[8] == 0, head[9] == 0 else { return false }
        let type = kind.contentType
        let stored = Int(head[18]) | Int(head[19]) << 8
        // A streaming writer leaves the size at zero; the type is then followed by the next record, "PK".
        let follows = text((entry.content + type.utf8.count)..<(entry.content + type.utf8.count + 2))
        return text(entry.content..<(entry.content + type.utf8.count)) == type
            && (stored == type.utf8.count || follows == "PK")
    }
}
