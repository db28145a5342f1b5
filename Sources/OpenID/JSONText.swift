import FoundationEssentials

/// What a provider writes: names with underscores, as its standards have them.
enum JSONText {
    /// Nil for what is no such thing; names that are not asked for are passed over.
    static func read<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) -> Value? {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try? decoder.decode(type, from: Data(bytes))
    }
}
