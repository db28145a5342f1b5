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
        case .text(let text): JSONText.append(text, to: &bytes)
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
                JSONText.append(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                write(member.node.value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }
}
