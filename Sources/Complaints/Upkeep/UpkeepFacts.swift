/// What is known of a provider's service at a moment: numbers and dates, and nothing that anybody wrote.
public struct UpkeepFacts: Sendable, Hashable {
    /// Things of one kind that wait, and since when the oldest does.
    public struct Waiting: Sendable, Hashable {
        public let count: Int
        public let since: Instant?

        public init(_ count: Int = 0, since: Instant? = nil) {
            self.count = count
            self.since = since
        }
    }

    /// How a mailbox stands.
    public struct Mailbox: Sendable, Hashable {
        /// When it was last read to its end; nil for never.
        public let readAt: Instant?
        /// What is wrong with it, and since when; nil where nothing is.
        public let trouble: MailboxTrouble?
        public let troubleSince: Instant?

        public init(readAt: Instant?, trouble: MailboxTrouble? = nil, troubleSince: Instant? = nil) {
            self.readAt = readAt
            self.trouble = trouble
            self.troubleSince = troubleSince
        }
    }

    /// The moment.
    public var instant: Instant
    /// Received and not yet judged.
    public var receptions = Waiting()
    /// Answers and acknowledgements that are late.
    public var late = 0
    /// Answers due within `soonDays`.
    public var soon = 0
    /// By when the first of these is due.
    public var nextDue: CivilDate?
    /// Letters that the relay refused for good, or that were kept back.
    public var undelivered = Waiting()
    /// Letters to be printed and posted; without a relay, those that wait too.
    public var posting = Waiting()
    /// Whether letters can leave by e-mail.
    public var hasRelay = true
    /// Letters that the relay does not take now; nil where it takes them.
    public var outage: Waiting?
    /// The mailboxes that are read.
    public var mailboxes: [Mailbox] = []
    /// Mails that somebody must judge.
    public var mails = Waiting()
    /// Whether others than this machine reach the site.
    public var isPublic = true
    /// The version of the procedure that is published.
    public var version: Int
    /// Since when it is.
    public var publishedAt: Instant?
    /// Whether it says where a complaint can be sent without this site.
    public var isReachable: Bool
    /// How the provider stands with its consumer mediator.
    public var mediator: MediatorStanding
    /// The last day of that agreement; nil where it has none.
    public var agreementEnds: CivilDate?
    /// Whoever can sign in and handle complaints.
    public var handlers = 0
    /// Whether the provider declares that it is one person.
    public var isOnePerson: Bool
    /// Whether it asks for a second factor.
    public var asksFactor = true
    /// How many accounts that can sign in have none.
    public var factorless = 0
    /// The last check of the log that found everything in order.
    public var logCheckedAt: Instant?
    /// The last check of a restored backup that did.
    public var restoreCheckedAt: Instant?
    /// Bytes free on the disk of the books; nil where nobody can tell.
    public var bytesFree: Int64?
    /// When the certificate ends that the server shows; nil where it shows none.
    public var certificateEnds: Instant?

    /// The facts of a procedure; everything else is as on a quiet day.
    public init(at instant: Instant, procedure: Procedure, publishedAt: Instant?) {
        let provider = procedure.provider
        self.instant = instant
        version = procedure.version
        self.publishedAt = publishedAt
        isReachable = !provider.postalAddress.isEmpty || !provider.email.isEmpty
        mediator = MediatorStanding(of: procedure.consumerMediator, on: instant.civilDate)
        agreementEnds = procedure.consumerMediator?.agreementEnds
        isOnePerson = procedure.isOnePerson
    }

    /// How many days ahead an answer is due soon.
    public static let soonDays = 10
    /// Days after which what waits has waited too long.
    static let longWait = 7
    /// Seconds after which a mailbox should have been read again.
    static let mailboxPatience = 900
    /// Days after which a check of the log is too long ago, and one of a backup.
    static let logCheckDays = 31, restoreCheckDays = 92
    /// Bytes free below which documents are refused, and below which that is near.
    static let leastFree: Int64 = 1 << 30, lowFree: Int64 = 5 << 30
    /// Days before a certificate's end by which it should have been renewed, and by which somebody must.
    static let certificateDays = 21, certificateLastDays = 7
}
