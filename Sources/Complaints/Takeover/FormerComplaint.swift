import Crypto

/// One complaint of an older register, read and found good.
public struct FormerComplaint: Sendable, Hashable {
    /// Its line, as a spreadsheet counts it.
    public let line: Int
    /// Its number there; may be empty.
    public let formerNumber: String
    /// When it had reached the provider.
    public let receivedOn: CivilDate
    public let channel: Channel
    /// Who wrote it, what about, and in which words, as far as the older register says.
    public let original: Original
    public let state: Takeover.State
    /// Where it stood, in its own words.
    public let standing: String
    public let acknowledgedOn: CivilDate?
    public let answeredOn: CivilDate?
    public let closedOn: CivilDate?
    public let measure: String
    public let outcome: String
    /// Words that are none of ours, by their column.
    public let words: [String: String]

    /// What the same complaint is known by when it comes again: its year and its number there, since many registers begin
    /// anew each year; or, without a number, its day, person, subject and words. A digest: it tells nothing of any of them.
    public var mark: [UInt8] {
        let number = FoldedText.fold(formerNumber).filter { !$0.isWhitespace }
        let content = [receivedOn.description, original.fullName, original.subject, original.text]
        let key =
            number.isEmpty
            ? content.map(Self.whole).joined(separator: "\n") : "\n\(receivedOn.year)\n\(number)"
        return Array(SHA256.hash(data: Array("reprise/v1\n\(key)".utf8)))
    }

    /// Whether it is of the same day and the same person as another.
    func isLike(_ other: FormerComplaint) -> Bool {
        receivedOn == other.receivedOn && Self.whole(original.fullName) == Self.whole(other.original.fullName)
    }

    /// All of a text, whatever its capitals, accents and line ends.
    private static func whole(_ text: String) -> String {
        FoldedText.fold(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The same as it stands in this register.
    ///
    /// - Parameters:
    ///   - file: SHA-256 of the file that it came in, lower case hexadecimal.
    ///   - name: what that file is called; nil where nobody knows.
    public func takeover(as number: RegisterNumber, from file: String, named name: String? = nil) -> Takeover {
        Takeover(
            formerNumber: formerNumber,
            number: number,
            state: state,
            standing: standing,
            acknowledgedOn: acknowledgedOn,
            answeredOn: answeredOn,
            closedOn: closedOn,
            measure: measure,
            outcome: outcome,
            words: words,
            file: file,
            fileName: name,
            line: line
        )
    }
}

extension FormerComplaint {
    /// What was taken over; nil for a case file that was received here.
    public init?(_ file: CaseFile) {
        guard let takeover = file.reception.takeover, let arrival = file.reception.transcription else { return nil }
        self.init(
            line: takeover.line,
            formerNumber: takeover.formerNumber,
            receivedOn: arrival.arrivedOn,
            channel: file.reception.channel,
            original: file.reception.original,
            state: takeover.state,
            standing: takeover.standing,
            acknowledgedOn: takeover.acknowledgedOn,
            answeredOn: takeover.answeredOn,
            closedOn: takeover.closedOn,
            measure: takeover.measure,
            outcome: takeover.outcome,
            words: takeover.words ?? [:]
        )
    }
}
