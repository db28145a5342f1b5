public import Complaints

/// What waits for the provider's people today.
public struct Workload: Sendable {
    /// Some cases of one kind: the most pressing ones, and how many there are in all.
    public struct Group: Sendable {
        /// The most pressing first; a dozen is enough.
        public let lines: [CaseSummary]
        /// How many there are.
        public let total: Int

        public init(lines: [CaseSummary], total: Int) {
            self.lines = lines
            self.total = total
        }

        /// Nothing of the kind.
        public static let none = Group(lines: [], total: 0)
    }

    /// A letter that somebody must see to, and whose it is.
    public struct PendingLetter: Sendable {
        /// The letter: failed, held, or to be printed and posted.
        public let letter: LetterLine
        /// The register number, or the reference, of its case.
        public let identifier: String
        /// Name and first name of the person it is for.
        public let person: String

        public init(letter: LetterLine, identifier: String, person: String) {
            self.letter = letter
            self.identifier = identifier
            self.person = person
        }
    }

    /// Answers whose due date is past.
    public var late: Group
    /// Answers whose due date is near.
    public var dueSoon: Group
    /// Received, and not yet judged to be complaints or not.
    public var toQualify: Group
    /// Judged to be complaints, and not yet in the register.
    public var toRegister: Group
    /// Waiting for the complainant to complete.
    public var awaitingComplainant: Group
    /// Letters that need a hand, oldest first.
    public var letters: [PendingLetter]
    /// Whether the server can send mail.
    public var mailIsSet: Bool
    /// How the provider stands with its consumer mediator.
    public var mediator: MediatorStanding

    public init(
        late: Group = .none,
        dueSoon: Group = .none,
        toQualify: Group = .none,
        toRegister: Group = .none,
        awaitingComplainant: Group = .none,
        letters: [PendingLetter] = [],
        mailIsSet: Bool,
        mediator: MediatorStanding
    ) {
        self.late = late
        self.dueSoon = dueSoon
        self.toQualify = toQualify
        self.toRegister = toRegister
        self.awaitingComplainant = awaitingComplainant
        self.letters = letters
        self.mailIsSet = mailIsSet
        self.mediator = mediator
    }
}
