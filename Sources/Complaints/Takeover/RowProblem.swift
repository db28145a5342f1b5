/// Why a line of an older register is not taken over: where it stands, what was read there, and why.
public struct RowProblem: Sendable, Hashable {
    /// Why.
    public enum Cause: String, Sendable, Hashable, CaseIterable {
        /// What must be there is not.
        case missing = "vide"
        case dayImpossible = "jour-impossible"
        /// A month or a year alone.
        case dayVague = "jour-vague"
        case dayUnreadable = "jour-illisible"
        case dayToCome = "jour-a-venir"
        /// Before 2000.
        case dayTooOld = "jour-ancien"
        case beforeReception = "avant-reception"
        case closedBeforeAnswer = "close-avant-reponse"
        /// It begins as a formula does.
        case formula = "formule"
        /// A spreadsheet's own mark of something that it could not reckon.
        case fault = "erreur-tableur"
        case tooLong = "trop-long"
        case email = "courriel"
        /// Neither an e-mail address nor a telephone number, where one of them is said to be.
        case contact = "coordonnees"
        /// Nobody has said what this state means.
        case stateUnsaid = "etat-inconnu"
        /// It is over, and neither the day of closing nor that of the answer is there.
        case closedWithoutDay = "close-sans-jour"
        /// It has a day of closing, and is said to be open.
        case openWithDay = "ouverte-et-close"
        /// Another line of the file has the same number in the same year, and another day or another person.
        case sameNumber = "meme-numero"
        /// Another line of the file is the same.
        case doubled = "double"
        /// It was taken over before.
        case known = "deja-reprise"
        /// There is something beyond the last column that has a head.
        case beyond = "au-dela"
        /// It sums other lines up: it is set aside, and keeps nothing from being taken over.
        case total = "total"
    }

    /// The line, as a spreadsheet counts it.
    public let line: Int
    /// What the column holds; nil where it is no column that was named.
    public let column: FormerColumn?
    /// What stands at the head of the column; empty where there is none.
    public let head: String
    /// What was read, in short.
    public let read: String
    public let cause: Cause
    /// The other line, where two are the same.
    public let other: Int?

    /// How much of a cell is shown.
    private static let shown = 80

    public init(line: Int, column: FormerColumn?, head: String, read: String, _ cause: Cause, other: Int? = nil) {
        self.line = line
        self.column = column
        self.head = head
        let words = read.trimmed
        self.read = words.count > Self.shown ? words.prefix(Self.shown) + "…" : words
        self.cause = cause
        self.other = other
    }
}
