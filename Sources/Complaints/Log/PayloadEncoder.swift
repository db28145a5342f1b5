/// A value on its way into a payload.
final class PayloadNode {
    enum Value {
        case null
        case flag(Bool)
        case integer(Int64)
        case text(String)
        case list([PayloadNode])
        case object([(key: String, node: PayloadNode)])
    }

    fileprivate(set) var value: Value

    init(_ value: Value = .null) { self.value = value }

    fileprivate func add(_ key: String, _ node: PayloadNode) {
        guard case .object(var members) = value else { return }
        // Out of the node while it grows, so that it is not copied.
        value = .null
        if let known = members.firstIndex(where: { $0.key == key }) {
            members[known].node = node
        } else {
            members.append((key, node))
        }
        value = .object(members)
    }

    fileprivate func add(_ node: PayloadNode) {
        guard case .list(var nodes) = value else { return }
        value = .null
        nodes.append(node)
        value = .list(nodes)
    }
}

/// Turns values into nodes, as their own `encode` describes them.
struct PayloadEncoder: Encoder {
    let node: PayloadNode
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .object = node.value {} else { node.value = .object([]) }
        return KeyedEncodingContainer(PayloadMembers(node: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .list = node.value {} else { node.value = .list([]) }
        return PayloadList(node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { PayloadValue(node: node) }

    fileprivate static func node<T: Encodable>(of value: T) throws -> PayloadNode {
        switch value {
        case let text as String: return PayloadNode(.text(text))
        case let integer as Int: return PayloadNode(.integer(Int64(integer)))
        case let flag as Bool: return PayloadNode(.flag(flag))
        default:
            let node = PayloadNode()
            try value.encode(to: PayloadEncoder(node: node))
            return node
        }
    }
}

private struct PayloadMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: PayloadNode
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { node.add(key.stringValue, PayloadNode()) }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        node.add(key.stringValue, try PayloadEncoder.node(of: value))
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        encoder(key.stringValue).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder(key.stringValue).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder("super") }
    func superEncoder(forKey key: Key) -> any Encoder { encoder(key.stringValue) }

    private func encoder(_ key: String) -> PayloadEncoder {
        let inner = PayloadNode()
        node.add(key, inner)
        return PayloadEncoder(node: inner)
    }
}

private struct PayloadList: UnkeyedEncodingContainer {
    let node: PayloadNode
    private(set) var count = 0
    var codingPath: [any CodingKey] { [] }

    init(node: PayloadNode) { self.node = node }

    mutating func encodeNil() { add(PayloadNode()) }
    mutating func encode<T: Encodable>(_ value: T) throws { add(try PayloadEncoder.node(of: value)) }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        encoder().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { encoder() }

    private mutating func encoder() -> PayloadEncoder {
        let inner = PayloadNode()
        add(inner)
        return PayloadEncoder(node: inner)
    }

    private mutating func add(_ inner: PayloadNode) {
        node.add(inner)
        count += 1
    }
}

private struct PayloadValue: SingleValueEncodingContainer {
    let node: PayloadNode
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { node.value = .null }

    func encode<T: Encodable>(_ value: T) throws {
        switch value {
        case let text as String: node.value = .text(text)
        case let integer as Int: node.value = .integer(Int64(integer))
        case let flag as Bool: node.value = .flag(flag)
        case let integer as any BinaryInteger:
            guard let integer = Int64(exactly: integer) else { throw refusal(value) }
            node.value = .integer(integer)
        case is any FloatingPoint: throw refusal(value)
        default: try value.encode(to: PayloadEncoder(node: node))
        }
    }

    private func refusal(_ value: Any) -> EncodingError {
        .invalidValue(value, .init(codingPath: [], debugDescription: "a payload holds no such number"))
    }
}
