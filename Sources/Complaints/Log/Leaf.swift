/// One entry of the log: six lines of ASCII that name nobody, kept for ever.
///
/// ```
/// registre-feuille/v1
/// <position, from 0>
/// <UTC day, YYYY-MM-DD>
/// <kind>
/// <register number AAAA-NNNN for an inscription, else ->
/// <base64 of the commitment to the payload>
/// ```
///
/// Kind, day and number are in clear so that gaps and delays stay visible after an erasure. Nothing finer is there:
/// the hour, the case or the author would link the leaves of one person.
public struct Leaf: Sendable, Hashable {
    /// Position in the log, 0, 1, 2…
    public let seq: Int
    /// UTC day on which it was appended.
    public let date: CivilDate
    /// What it records.
    public let kind: LeafKind
    /// The register number given, for a registration; nil for every other kind.
    public let number: RegisterNumber?
    /// The opening's commitment, 32 bytes.
    public let commitment: [UInt8]

    /// The leaf that commits to an opening. Nil when the number does not go with the kind, or cannot be written.
    public init?(seq: Int, date: CivilDate, kind: LeafKind, number: RegisterNumber? = nil, opening: Opening) {
        let writable = number.map { (1...9999).contains($0.year) && (1...999_999_999).contains($0.ordinal) } ?? true
        guard seq >= 0, (kind == .registration) == (number != nil), writable else { return nil }
        self.init(seq: seq, date: date, kind: kind, number: number, commitment: opening.commitment)
    }

    init(seq: Int, date: CivilDate, kind: LeafKind, number: RegisterNumber?, commitment: [UInt8]) {
        self.seq = seq
        self.date = date
        self.kind = kind
        self.number = number
        self.commitment = commitment
    }

    /// The exact bytes that are stored and hashed.
    public var bytes: [UInt8] {
        let number = number?.leafForm ?? "-"
        let text = "\(Self.format)\n\(seq)\n\(date)\n\(kind.rawValue)\n\(number)\n\(base64(commitment))\n"
        return Array(text.utf8)
    }

    /// The leaf hash of RFC 6962 over the bytes.
    public var hash: MerkleHash { MerkleHash(leaf: bytes) }

    static let format = "registre-feuille/v1"
}
