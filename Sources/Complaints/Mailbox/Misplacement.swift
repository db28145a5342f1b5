/// A mail that had been laid on a case file belongs to another one (peers §2 row 6). What it brought stays where it was, for it
/// is in the log, and is said to be none of it (docs/decisions/0038).
public struct Misplacement: Sendable, Hashable, Codable {
    /// The case file that it was laid on instead.
    public var other: ReceptionReference
    /// The documents that it had brought, itself among them, by their identifiers.
    public var files: [String]

    public init(to other: ReceptionReference, files: [String]) {
        self.other = other
        self.files = files
    }

    private enum CodingKeys: String, CodingKey {
        case other = "vers"
        case files = "pieces"
    }
}

extension CaseFile {
    /// The documents that mails had brought which belong to other case files, each with the one that it belongs to.
    public var misplaced: [String: ReceptionReference] {
        entries.reduce(into: [:]) { misplaced, entry in
            guard case .misplaced(let misplacement) = entry.event else { return }
            for file in misplacement.files { misplaced[file] = misplacement.other }
        }
    }

    /// What happened to it, without the mails that belong to other case files: of what stands in one of those, the complainant
    /// of this one is told nothing (S-50).
    var ownEntries: [Entry] {
        let misplaced = misplaced
        return entries.filter { entry in
            switch entry.event {
            case .completed(let completion): completion.files.allSatisfy { misplaced[$0.id] == nil }
            case .amended(let amendment): amendment.files.allSatisfy { misplaced[$0.id] == nil }
            default: true
            }
        }
    }

    /// Says of a mail that was laid on this case file that it belongs to another. It takes back nothing that came of it, such
    /// as a request that it answered: what is to be done of that is somebody’s to decide.
    ///
    /// - Parameter files: what it had brought.
    public func misplace(
        _ files: [FileSummary],
        to other: ReceptionReference,
        _ signature: Signature
    ) throws(Refusal) -> Event {
        try permit(.amend, signature)
        return .misplaced(Misplacement(to: other, files: files.map(\.id)))
    }
}
