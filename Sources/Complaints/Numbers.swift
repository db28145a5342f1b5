/// The mark given to everything received, `2026-R-0001`, per organisation and Paris civil year.
public struct ReceptionReference: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Paris civil year of reception.
    public let year: Int
    /// 1, 2, 3… within the year.
    public let ordinal: Int

    public init(year: Int, ordinal: Int) {
        self.year = year
        self.ordinal = ordinal
    }

    /// Reads `2026-R-0001`; nil for anything else.
    public init?(_ text: String) {
        guard let (year, ordinal) = yearAndOrdinal(text, separator: "-R-") else { return nil }
        self.init(year: year, ordinal: ordinal)
    }

    public var description: String { "\(fourDigits(year))-R-\(fourDigits(ordinal))" }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let reference = ReceptionReference(text) else { throw malformed(text, decoder) }
        self = reference
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// The number in the Registre des Réclamations, `REC-2026-0001`: gapless per organisation and Paris civil year, given
/// at registration only, never reused (procedure §5; R-15). What is taken over from an older register is registered by
/// that, under the year in which it had been received (docs/decisions/0028).
public struct RegisterNumber: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Paris civil year of registration.
    public let year: Int
    /// 1, 2, 3… within the year.
    public let ordinal: Int

    public init(year: Int, ordinal: Int) {
        self.year = year
        self.ordinal = ordinal
    }

    /// Reads `REC-2026-0001`; nil for anything else.
    public init?(_ text: String) {
        guard text.utf8.starts(with: "REC-".utf8),
            let (year, ordinal) = yearAndOrdinal(String(Substring(text.utf8.dropFirst(4))), separator: "-")
        else { return nil }
        self.init(year: year, ordinal: ordinal)
    }

    public var description: String { "REC-\(leafForm)" }

    /// As a leaf of the log writes it: `2026-0001`.
    public var leafForm: String { "\(fourDigits(year))-\(fourDigits(ordinal))" }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let number = RegisterNumber(text) else { throw malformed(text, decoder) }
        self = number
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// At least four digits, so that numbers sort and line up.
private func fourDigits(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

private func yearAndOrdinal(_ text: String, separator: String) -> (Int, Int)? {
    guard (8 + separator.utf8.count...32).contains(text.utf8.count), text.utf8.allSatisfy({ $0 < 128 })
    else { return nil }
    let year = text.prefix(4)
    let rest = text.dropFirst(4)
    guard rest.hasPrefix(separator) else { return nil }
    let ordinal = rest.dropFirst(separator.count)
    let digits = { (part: Substring) in part.allSatisfy { ("0"..."9").contains($0) } }
    guard digits(year), digits(ordinal), ordinal.count >= 4, ordinal.count == 4 || !ordinal.hasPrefix("0"),
        let yearNumber = Int(year), let ordinalNumber = Int(ordinal), ordinalNumber > 0
    else { return nil }
    return (yearNumber, ordinalNumber)
}

private func malformed(_ text: String, _ decoder: any Decoder) -> DecodingError {
    .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "\(text) is not a number of ours"))
}
