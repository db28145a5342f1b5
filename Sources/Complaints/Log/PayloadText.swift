/// The payload of an opening as text: JSON as `JSONEncoder` writes it with sorted keys and plain slashes, byte for byte,
/// in half the time. A payload holds objects, lists, texts, whole numbers and truth values, and nothing else.
enum PayloadText {
    /// - Throws: `EncodingError` for a value that a payload cannot hold.
    static func bytes(of value: some Encodable) throws -> [UInt8] {
        let node = PayloadNode()
        try value.encode(to: PayloadEncoder(node: node))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4_096)
        write(node.value, to: &bytes)
        return bytes
    }

    private static func write(_ value: PayloadNode.Value, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes += "null".utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .integer(let integer): bytes += String(integer).utf8
        case .text(let text): write(text, to: &bytes)
        case .list(let nodes):
            bytes.append(UInt8(ascii: "["))
            for (index, node) in nodes.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(node.value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                write(member.node.value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { text in
            // What stands for itself goes over in long pieces.
            var start = 0
            for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes += text[start..<index]
                bytes += escaped(byte)
                start = index + 1
            }
            bytes += text[start...]
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        let text =
            switch byte {
            case UInt8(ascii: "\""): #"\""#
            case UInt8(ascii: "\\"): #"\\"#
            case 0x08: #"\b"#
            case 0x09: #"\t"#
            case 0x0A: #"\n"#
            case 0x0C: #"\f"#
            case 0x0D: #"\r"#
            default: #"\u00"# + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        return Array(text.utf8)
    }
}
