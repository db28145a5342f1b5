import FoundationEssentials

/// What the audit reads in the payload of an erasure: how many openings before it were erased.
struct ErasureCount: Decodable {
    let value: Int

    init?(payload: [UInt8]) {
        guard let count = try? JSONDecoder().decode(Self.self, from: Data(payload)), count.value >= 0 else {
            return nil
        }
        self = count
    }

    private enum CodingKeys: String, CodingKey {
        case value = "nombre"
    }
}

/// What the audit reads in the payload of a change of key: the key that signs from then on.
struct AnnouncedKey: Decodable {
    let value: VerifierKey?

    init?(payload: [UInt8]) {
        guard let key = try? JSONDecoder().decode(Self.self, from: Data(payload)) else { return nil }
        self = key
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        value = VerifierKey(try values.decode(String.self, forKey: .value))
    }

    private enum CodingKeys: String, CodingKey {
        case value = "vkey"
    }
}
