/// Reprise: what an older register said of a complaint that this one takes over (docs/decisions/0028). It was handled
/// elsewhere: its days are those that were written there, and no letter of ours goes with it.
public struct Takeover: Sendable, Hashable, Codable {
    /// Whether it was over there.
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// It goes on here.
        case open = "ouverte"
        case closed = "close"
    }

    /// Its number in the older register, as it was written there; may be empty.
    public var formerNumber: String
    /// Its number in this register, of the year in which it was received.
    public var number: RegisterNumber
    /// Whether it was over.
    public var state: State
    /// Where it stood, in the words of the older register; may be empty.
    public var standing: String
    /// The day it was acknowledged, where that was written.
    public var acknowledgedOn: CivilDate?
    /// The day it was answered, likewise.
    public var answeredOn: CivilDate?
    /// The day it was closed, likewise.
    public var closedOn: CivilDate?
    /// What was done about it, in the words of the older register; may be empty.
    public var measure: String
    /// What came of it, likewise.
    public var outcome: String
    /// Words of the older register that are none of ours, by their column: a way or a kind of person; nil where there are
    /// none.
    public var words: [String: String]?
    /// SHA-256 of the file that it came in, lower case hexadecimal.
    public var file: String
    /// What that file was called; nil where it was not noted, as in what was taken over first.
    public var fileName: String?
    /// Its line in that file, from 1 on.
    public var line: Int

    public init(
        formerNumber: String,
        number: RegisterNumber,
        state: State,
        standing: String = "",
        acknowledgedOn: CivilDate? = nil,
        answeredOn: CivilDate? = nil,
        closedOn: CivilDate? = nil,
        measure: String = "",
        outcome: String = "",
        words: [String: String] = [:],
        file: String,
        fileName: String? = nil,
        line: Int
    ) {
        self.formerNumber = formerNumber
        self.number = number
        self.state = state
        self.standing = standing
        self.acknowledgedOn = acknowledgedOn
        self.answeredOn = answeredOn
        self.closedOn = closedOn
        self.measure = measure
        self.outcome = outcome
        self.words = words.isEmpty ? nil : words
        self.file = file
        self.fileName = fileName
        self.line = line
    }

    private enum CodingKeys: String, CodingKey {
        case formerNumber = "ancien_numero"
        case number = "numero"
        case state = "etat"
        case standing = "etat_ecrit"
        case acknowledgedOn = "accusee_le"
        case answeredOn = "repondue_le"
        case closedOn = "close_le"
        case measure = "mesures"
        case outcome = "suite"
        case words = "mots"
        case file = "fichier_sha256"
        case fileName = "fichier_nom"
        case line = "ligne"
    }

    /// Where it stands here: what was answered and not closed is still to be closed.
    var stage: Stage {
        switch state {
        case .closed: .closed
        case .open: answeredOn == nil ? .registered : .answered
        }
    }

    /// The day that it ended; nil where it goes on. Where nobody wrote the day of closing, the answer's counts.
    public var endedOn: CivilDate? { state == .closed ? closedOn ?? answeredOn : nil }
}

extension CaseFile {
    /// Takes what an older register said as it is.
    mutating func adopt(_ takeover: Takeover) {
        let instant = { (day: CivilDate) in Instant(parisDate: day, hour: 0) }
        number = takeover.number
        stage = takeover.stage
        acknowledgedAt = takeover.acknowledgedOn.map(instant)
        answeredAt = takeover.answeredOn.map(instant)
        answerLeftAt = answeredAt
        endedAt = takeover.endedOn.map(instant)
    }

    /// Whether the older register says what was done, or what was answered.
    func isSaidElsewhere(_ piece: MissingPiece) -> Bool {
        guard let takeover = reception.takeover else { return false }
        return switch piece {
        case .measures: !takeover.measure.isBlank
        case .answer: takeover.answeredOn != nil
        }
    }
}

extension Event {
    /// What the file began with, be it received here or taken over; nil for what happens later.
    public var beginning: Reception? {
        switch self {
        case .received(let reception), .takenOver(let reception): reception
        default: nil
        }
    }
}

extension Officer {
    /// Whether this person may bring an older register in: the management, who both sets the provider up and reads case
    /// files.
    public var mayTakeOver: Bool { roles.contains(.management) }
}
