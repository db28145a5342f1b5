/// Scission: one message held several complaints, and another one of them was received apart (docs/decisions/0038).
public struct Splitting: Sendable, Hashable, Codable {
    /// The mark that the other one was given.
    public var part: ReceptionReference

    public init(into part: ReceptionReference) { self.part = part }

    private enum CodingKeys: String, CodingKey {
        case part = "vers"
    }
}

/// What of a case file is to be received apart from it.
public struct ComplaintPart: Sendable, Hashable {
    /// What it is about.
    public var subject: String
    /// The words that say it.
    public var text: String
    /// The documents that belong to it, of those of the case file; they stay there too.
    public var files: [FileSummary]

    public init(subject: String = "", text: String, files: [FileSummary] = []) {
        self.subject = subject.trimmed
        self.text = text
        self.files = files
    }
}

extension CaseFile {
    /// The receptions that were split off from it, oldest first.
    public var parts: [ReceptionReference] {
        entries.compactMap { entry in
            if case .split(let splitting) = entry.event { splitting.part } else { nil }
        }
    }

    /// The case file that it was split off from; nil where it came by itself.
    public var partOf: ReceptionReference? { reception.transcription?.partOf }

    /// The documents that a part of it may take along: what came from the person.
    public var dividableFiles: [FileSummary] { reception.original.files + laterFiles }

    /// What is received of a part: the person and how to reach them, as known by now, and the part’s own words. What they
    /// asked for, and when it happened, was said of the whole.
    public func original(of part: ComplaintPart, _ signature: Signature) throws(Refusal) -> Original {
        try permit(.split, signature)
        guard !part.text.isBlank || !part.files.isEmpty else { throw .textMissing }
        var original = completed
        (original.subject, original.text, original.files) = (part.subject, part.text, part.files)
        (original.expectation, original.when) = ("", nil)
        return original
    }

    /// How a part of it reached us: as this one did, on the same day.
    public var transcriptionOfPart: Transcription {
        let own = reception.transcription
        return Transcription(
            arrivedOn: receivedAt.civilDate,
            proof: sending?.proof ?? own?.proof ?? "",
            trace: own?.trace ?? "",
            isAgreed: own?.isAgreed ?? false,
            thirdParty: thirdParty,
            partOf: reception.reference
        )
    }

    /// To whom alone a part of it is open from the first. Nobody is named in the part yet, nor has stepped aside: whom a
    /// conflict bars from this one is left off its list.
    ///
    /// - Parameter staff: the accounts of the provider that may sign in.
    public func restrictionOfPart(among staff: [Officer]) -> Restriction? {
        guard var few = restriction, !conflicted.isEmpty else { return restriction }
        few.readers = readers(among: staff).sorted()
        return few
    }

    /// Records that a part of it was received apart.
    public func split(into part: ReceptionReference, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.split, signature)
        return .split(Splitting(into: part))
    }
}
