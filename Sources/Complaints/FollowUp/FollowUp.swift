/// Suivi: what of a case file its complainant may know, and nothing else (R-41, S-50).
///
/// Whatever is not here is not shown to them: who handles it, notes, measures, who is named, what belongs to a mediation.
/// The pages for complainants are made from this value, never from the case file.
public struct FollowUp: Sendable, Hashable {
    /// Which file.
    public let id: CaseFile.ID
    /// Its mark in the intake log.
    public let reference: ReceptionReference
    /// Its number in the register, once given.
    public let number: RegisterNumber?
    /// When it reached the provider.
    public let receivedAt: Instant
    /// What the person wrote, as received.
    public let original: Original
    /// Where it stands, in the person's terms.
    public let standing: Standing
    /// What happens next, and when; nil where nothing more is due.
    public let next: Next?
    /// Whether the acknowledgement is among the letters, be it on its way or not.
    public let hasAcknowledgement: Bool
    /// What happened, oldest first.
    public let steps: [Step]
    /// What they may do there now.
    public let options: [Option]
    /// The mediators to whom they may still turn, the case being closed.
    public let mediations: [Mediation]
    /// What they were asked for, where they may still give it.
    public let missing: [Completeness.Item]
    /// What they wrote here since, oldest first.
    public let additions: [Addition]
    /// The case file's version: which state of it their forms are made from.
    public let version: Int

    /// - Parameters:
    ///   - file: the case as it stands.
    ///   - day: today.
    /// - Returns: nil for a case whose words are gone.
    public init?(of file: CaseFile, on day: CivilDate) {
        guard let standing = Standing(of: file.stage) else { return nil }
        id = file.id
        reference = file.reception.reference
        number = file.number
        receivedAt = file.receivedAt
        original = file.reception.original
        self.standing = standing
        next = Next(of: file, on: day)
        hasAcknowledgement = file.letters.contains { $0.kind == .acknowledgement }
        steps = file.ownEntries.compactMap(Step.init)
        options = Option.allCases.filter { $0.isOpen(in: file) }
        mediations = Mediation.all(of: file, on: day)
        missing = file.completionAsked?.request.missing ?? []
        additions = file.ownEntries.compactMap(Addition.init)
        version = file.version
    }

    /// The letters to the person, by their identifier, oldest first.
    public var letters: [String] { steps.flatMap(\.letters) }
}

extension FollowUp {
    /// Where a complaint stands, as its complainant is told. The word is the catalogue's key.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        case received = "recue"
        case incomplete = "a-completer"
        /// Registered or being looked into: the person need not know the difference.
        case underWay = "en-cours"
        case answered = "repondue"
        case inMediation = "en-mediation"
        case closed = "close"
        /// Judged to be no complaint.
        case requalified = "requalifiee"
        case contested = "contestee"
        case withdrawn = "retiree"
        case abandoned = "abandonnee"

        /// Nil where there is nothing left to follow.
        init?(of stage: Stage) {
            switch stage {
            case .received: self = .received
            case .incomplete: self = .incomplete
            case .registered, .investigating: self = .underWay
            case .answered: self = .answered
            case .inMediation: self = .inMediation
            case .closed, .archived: self = .closed
            case .requalified: self = .requalified
            case .contested: self = .contested
            case .withdrawn: self = .withdrawn
            case .abandoned: self = .abandoned
            case .erased: return nil
            }
        }
    }
}
