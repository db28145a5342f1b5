/// Accès restreint: a case, or what was only said, that is open to few, named one by one, because of what it is about or of
/// whom it names (R-24, R-87; docs/decisions/0018).
public struct Restriction: Sendable, Hashable, Codable {
    /// Why.
    public enum Ground: String, Sendable, Codable, CaseIterable {
        /// Sécurité ou santé des personnes.
        case safety = "securite"
        case discrimination
        /// Harcèlement ou violences.
        case violence = "harcelement"
        /// Mise en cause de qui traite les réclamations, ou de la direction.
        case implicatesManager = "mise-en-cause"
        /// Something else, said in words.
        case other = "autre"
    }

    /// Why.
    public var ground: Ground
    /// What else there is to say of it; never empty where the ground is another.
    public var words: String
    /// Accounts of those who may open the case; with none of them it is the management’s.
    public var readers: [String]

    public init(ground: Ground, words: String = "", readers: [String] = []) {
        self.ground = ground
        self.words = words
        self.readers = readers
    }

    private enum CodingKeys: String, CodingKey {
        case ground = "motif"
        case words = "precision"
        case readers = "lecteurs"
    }
}

extension Restriction {
    /// The accounts that may open what is restricted: those that are listed, but for whom conflict bars. Where none of these
    /// may handle a complaint, the management may open it too: its members who are free of conflict, and all of them where
    /// none is, since somebody must answer. A provider without a management has whoever runs the procedure in its
    /// place.
    ///
    /// - Parameters:
    ///   - staff: the accounts of the provider that may sign in.
    ///   - bars: whom conflict bars; nobody from what is no case file.
    public func readers(among staff: [Officer], barring bars: (Officer) -> Bool = { _ in false }) -> Set<String> {
        let listed = staff.filter { readers.contains($0.id) && !bars($0) }
        if listed.contains(where: \.mayHandle) { return Set(listed.map(\.id)) }
        let management = staff.filter { $0.roles.contains(.management) }
        let heads = management.isEmpty ? staff.filter(\.mayHandle) : management
        let free = heads.filter { !bars($0) }
        return Set((listed + (free.isEmpty ? heads : free)).map(\.id))
    }
}

/// Who opens a restricted case, and whom it calls for.
extension CaseFile {
    /// The accounts that may open the case: all of them where it is not restricted; else as `Restriction.readers` says, for
    /// whoever the complaint names, or who stepped aside, is barred.
    ///
    /// - Parameter staff: the accounts of the provider that may sign in.
    public func readers(among staff: [Officer]) -> Set<String> {
        restriction?.readers(among: staff, barring: bars) ?? Set(staff.map(\.id))
    }

    /// Whether an officer may open the case.
    ///
    /// - Parameter staff: the accounts of the provider that may sign in.
    public func opens(to officer: Officer, among staff: [Officer]) -> Bool {
        restriction == nil || readers(among: staff).contains(officer.id)
    }

    /// Whether the restriction shuts an officer out whoever else there is. Of the others, `readers` decides: the books ask
    /// it before they give a file to anybody of the staff.
    func shutsOut(_ officer: Officer) -> Bool {
        guard let restriction else { return false }
        return !restriction.readers.contains(officer.id) && !officer.mayHandle
    }

    /// What makes it grave, by the latest judgement.
    public var severities: [Severity] { qualification?.severities ?? [] }

    /// Whether it came in confidence, and nobody has judged it yet.
    public var awaitsInConfidence: Bool { reception.restriction != nil && restriction != nil && qualification == nil }

    /// Who must be told at once of what has just happened: those who may open the case and handle it, where it has become
    /// grave, has come in confidence, or has been opened to them alone; but nobody of what they did themself.
    ///
    /// - Parameters:
    ///   - before: the file before it; nil for one that has just come.
    ///   - author: whose hand.
    ///   - staff: the accounts of the provider that may sign in.
    public func alerted(since before: CaseFile?, by author: Author, among staff: [Officer]) -> Set<String> {
        guard callsForSomebody(since: before) else { return [] }
        // Whoever it names is told last: where nobody else may handle it.
        let able = staff.filter(\.mayHandle)
        let free = able.filter { !bars($0) }
        var told = readers(among: staff).intersection((free.isEmpty ? able : free).map(\.id))
        if let before, before.restriction != nil, !isGraver(than: before) {
            told.subtract(before.readers(among: staff))
        }
        if case .officer(let officer) = author { told.remove(officer.id) }
        return told
    }

    /// Whether anybody is to be told; asked first, since it takes no list of the staff.
    public func callsForSomebody(since before: CaseFile?) -> Bool {
        guard let before else { return restriction != nil }
        return isGraver(than: before) || restriction != nil && restriction != before.restriction
    }

    private func isGraver(than before: CaseFile) -> Bool {
        !Set(severities).isSubset(of: before.severities)
    }

    /// Lays a restriction on the file. Whoever handled it and is not on the list loses it.
    mutating func restrict(_ restriction: Restriction) {
        self.restriction = restriction
        guard let handler, !restriction.readers.contains(handler) else { return }
        self.handler = nil
        isHandledByOverride = false
    }
}
