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
        /// The letter: failed, held, or to be printed and posted; waiting, where the server has no relay.
        public let letter: LetterLine
        /// The register number, or the reference, of its case.
        public let identifier: String
        /// Name and first name of the person it is for.
        public let person: String
        /// The last day on which it is in time; nil where no delay presses it.
        public let due: CivilDate?

        public init(letter: LetterLine, identifier: String, person: String, due: CivilDate? = nil) {
            self.letter = letter
            self.identifier = identifier
            self.person = person
            self.due = due
        }
    }

    /// Letters that somebody must see to: the most pressing ones, and how many there are in all.
    public struct LetterGroup: Sendable {
        /// Failed ones first, then those held back, then those to post.
        public let lines: [PendingLetter]
        /// How many there are.
        public let total: Int

        public init(lines: [PendingLetter], total: Int) {
            self.lines = lines
            self.total = total
        }

        /// Every letter is gone, or on its way.
        public static let none = LetterGroup(lines: [], total: 0)
    }

    /// What people said and have not written, where somebody must see to it.
    public struct SpokenGroup: Sendable {
        /// Those who wait longest first.
        public let lines: [DiscontentSummary]
        /// How many there are.
        public let total: Int

        public init(lines: [DiscontentSummary], total: Int) {
            self.lines = lines
            self.total = total
        }

        /// Nothing of the kind.
        public static let none = SpokenGroup(lines: [], total: 0)
    }

    /// Mails that somebody must judge.
    public struct MailGroup: Sendable {
        /// The oldest first.
        public let lines: [MailSummary]
        /// How many there are.
        public let total: Int

        public init(lines: [MailSummary], total: Int) {
            self.lines = lines
            self.total = total
        }

        /// None.
        public static let none = MailGroup(lines: [], total: 0)
    }

    /// The relay takes no letter.
    public struct Outage: Sendable {
        /// Since when.
        public let since: Instant
        /// How many letters wait.
        public let waiting: Int
        /// Why the last one was not taken.
        public let trouble: LetterTrouble

        public init(since: Instant, waiting: Int, trouble: LetterTrouble) {
            self.since = since
            self.waiting = waiting
            self.trouble = trouble
        }
    }

    /// A mailbox that cannot be read, or with which something else is wrong.
    public struct TroubledMailbox: Sendable {
        let account: String
        let since: Instant
        let trouble: MailboxTrouble

        /// - Parameters:
        ///   - account: its name at its server, mostly the address that people write to.
        ///   - trouble: what was wrong the last time.
        public init(_ account: String, since: Instant, trouble: MailboxTrouble) {
            self.account = account
            self.since = since
            self.trouble = trouble
        }
    }

    /// All of them.
    public var troubledMailboxes: [TroubledMailbox] = []
    /// Grave, or come in confidence, and still open: shown to those who handle cases.
    public var alerting: Group = .none
    /// The same of what was only said.
    public var alertingSpoken: SpokenGroup = .none
    /// Not answered, where the day that a third party gave is near or past.
    public var thirdParty: Group = .none
    /// Mails that came and that nobody has judged.
    public var mails: MailGroup = .none
    /// How many open cases are open to others only.
    public var hidden = 0
    /// Answers whose due date is past.
    public var late: Group
    /// Complaints whose acknowledgement has not left though its due date is past.
    public var unacknowledged: Group
    /// Answers of whose delay four fifths or more have passed.
    public var dueSoon: Group
    /// Registered complaints of whose delay half has passed; before that they wait under another heading.
    public var halfway: Group
    /// Received, and not yet judged to be complaints or not.
    public var toQualify: Group
    /// Judged to be complaints, and not yet in the register.
    public var toRegister: Group
    /// In the register, to be answered, and assigned to nobody, oldest first.
    public var toAssign: Group
    /// Answered, and not closed, the oldest answer first.
    public var toClose: Group
    /// Waiting for the complainant to complete.
    public var awaitingComplainant: Group
    /// Contests of a requalification, to be decided.
    public var contested: Group
    /// Where the complainant has written something that nobody has opened yet.
    public var unread: Group
    /// Before a mediator, where something is due soon or was; shown to those who follow mediations.
    public var mediation: Group
    /// Said and not written: nobody invited yet, or no news since.
    public var spoken: SpokenGroup
    /// Letters that need a hand.
    public var letters: LetterGroup
    /// Nil while letters leave as they should.
    public var outage: Outage?
    /// Whether the server can send mail.
    public var mailIsSet: Bool
    /// How the provider stands with its consumer mediator.
    public var mediator: MediatorStanding
    /// When tracking secrets were last guessed in numbers, within a day; shown to those who run the procedure (S-47).
    public var guessesAt: Instant?

    /// A program that is not told of what happens, although somebody wants it to be.
    public struct Untold: Sendable {
        let name: String
        let since: Instant?

        /// - Parameter since: since when nothing arrives there; nil where the server has stopped it.
        public init(name: String, since: Instant?) {
            self.name = name
            self.since = since
        }
    }

    /// All of them.
    public var untold: [Untold] = []

    /// A colleague who is away, and for whom the reader stands in.
    public struct StandIn: Sendable {
        let name: String
        let through: CivilDate

        /// - Parameter through: the last day of the absence.
        public init(name: String, through: CivilDate) {
            self.name = name
            self.through = through
        }
    }

    /// All of those.
    public var standIns: [StandIn] = []
    /// How many of those who get what comes in confidence can open no case file today: shown to the management.
    public var lostRecipients = 0

    public init(
        late: Group = .none,
        unacknowledged: Group = .none,
        dueSoon: Group = .none,
        halfway: Group = .none,
        toQualify: Group = .none,
        toRegister: Group = .none,
        toAssign: Group = .none,
        toClose: Group = .none,
        awaitingComplainant: Group = .none,
        contested: Group = .none,
        unread: Group = .none,
        mediation: Group = .none,
        spoken: SpokenGroup = .none,
        letters: LetterGroup = .none,
        outage: Outage? = nil,
        mailIsSet: Bool,
        mediator: MediatorStanding
    ) {
        self.late = late
        self.unacknowledged = unacknowledged
        self.dueSoon = dueSoon
        self.halfway = halfway
        self.toQualify = toQualify
        self.toRegister = toRegister
        self.toAssign = toAssign
        self.toClose = toClose
        self.awaitingComplainant = awaitingComplainant
        self.contested = contested
        self.unread = unread
        self.mediation = mediation
        self.spoken = spoken
        self.letters = letters
        self.outage = outage
        self.mailIsSet = mailIsSet
        self.mediator = mediator
    }
}
