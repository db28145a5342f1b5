import FoundationEssentials

/// One line of a discontent's history. Its bytes are the payload of a leaf's opening, and they are authoritative.
public struct DiscontentEntry: Sendable, Hashable {
    /// What happened.
    public let event: DiscontentEvent
    /// When, UTC.
    public let at: Instant
    /// Whose hand: `agent:` and the account.
    public let author: String
    /// Which discontent.
    public let discontent: Discontent.ID
    /// Whose books.
    public let organisation: String
    /// The position in the log of the previous entry of the same one; nil for the first.
    public let previous: Int?

    public init(
        event: DiscontentEvent,
        signature: Signature,
        discontent: Discontent.ID,
        organisation: String,
        previous: Int? = nil
    ) {
        self.event = event
        at = signature.instant
        author = signature.author.mark
        self.discontent = discontent
        self.organisation = organisation
        self.previous = previous
    }

    /// The officer's account.
    public var officer: String? { Author.officer(markedBy: author) }
}

extension DiscontentEntry: Codable {
    /// The payload: UTF-8 JSON with sorted keys. Written once, then kept to the byte.
    public func payload() throws -> [UInt8] { try PayloadText.bytes(of: self) }

    /// Reads a payload back.
    public init(payload: [UInt8]) throws {
        self = try JSONDecoder().decode(DiscontentEntry.self, from: Data(payload))
    }

    private enum Kind: String, Codable {
        case heard = "parole"
        case invited = "invitation-a-ecrire"
        case ended = "suite-de-parole"
    }

    private enum CodingKeys: String, CodingKey {
        case kind = "evenement"
        case at = "heure"
        case author = "auteur"
        case discontent = "parole"
        case organisation
        case previous = "precedent"
        case contents = "contenu"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        at = try values.decode(Instant.self, forKey: .at)
        author = try values.decode(String.self, forKey: .author)
        organisation = try values.decode(String.self, forKey: .organisation)
        previous = try values.decodeIfPresent(Int.self, forKey: .previous)
        guard let id = Discontent.ID(try values.decode(String.self, forKey: .discontent)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .discontent,
                in: values,
                debugDescription: "not an identifier"
            )
        }
        discontent = id
        event =
            switch try values.decode(Kind.self, forKey: .kind) {
            case .heard: .heard(try values.decode(Hearing.self, forKey: .contents))
            case .invited: .invited(try values.decode(Invitation.self, forKey: .contents))
            case .ended: .ended(try values.decode(DiscontentEnding.self, forKey: .contents))
            }
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(at, forKey: .at)
        try values.encode(author, forKey: .author)
        try values.encode(discontent.description, forKey: .discontent)
        try values.encode(organisation, forKey: .organisation)
        try values.encodeIfPresent(previous, forKey: .previous)
        switch event {
        case .heard(let hearing):
            try values.encode(Kind.heard, forKey: .kind)
            try values.encode(hearing, forKey: .contents)
        case .invited(let invitation):
            try values.encode(Kind.invited, forKey: .kind)
            try values.encode(invitation, forKey: .contents)
        case .ended(let ending):
            try values.encode(Kind.ended, forKey: .kind)
            try values.encode(ending, forKey: .contents)
        }
    }
}
