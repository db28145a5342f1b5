import FoundationEssentials

/// What a leaf of kind `reprise` says: the end of the log was lost, an older copy of the books was put back, and somebody
/// went on from it knowingly. It names no one and is kept for ever.
public struct Recovery: Sendable, Hashable, Codable {
    /// When somebody decided to go on.
    public let at: Instant
    /// By what means: never a person's name.
    public let author: String
    /// Whose books.
    public let organisation: String
    /// Why, in the operator's words.
    public let reason: String
    /// The signed head that was the last known, which the log does not go on from; nil where none was left.
    public let point: String?

    public init(at: Instant, author: String, organisation: String, reason: String, point: SignedNote?) {
        self.at = at
        self.author = author
        self.organisation = organisation
        self.reason = reason
        self.point = point?.note
    }

    /// Reads a payload back; nil for anything else.
    public init?(payload: [UInt8]) {
        guard let recovery = try? JSONDecoder().decode(Self.self, from: Data(payload)) else { return nil }
        self = recovery
    }

    /// UTF-8 JSON with sorted keys. Written once, then kept to the byte.
    public func payload() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }

    private enum CodingKeys: String, CodingKey {
        case at = "heure"
        case author = "auteur"
        case organisation
        case reason = "motif"
        case point
    }
}
