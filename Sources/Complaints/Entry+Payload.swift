import FoundationEssentials

extension Entry: Codable {
    /// The payload: UTF-8 JSON with sorted keys. Written once, then kept to the byte.
    public func payload() throws -> [UInt8] { try PayloadText.bytes(of: self) }

    /// Reads a payload back.
    public init(payload: [UInt8]) throws {
        self = try JSONDecoder().decode(Entry.self, from: Data(payload))
    }

    private enum CodingKeys: String, CodingKey {
        case kind = "evenement"
        case at = "heure"
        case author = "auteur"
        case caseFile = "dossier"
        case organisation = "organisation"
        case letters = "lettres"
        case templates = "modeles"
        case previous = "precedent"
        case contents = "contenu"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        at = try values.decode(Instant.self, forKey: .at)
        author = try values.decode(String.self, forKey: .author)
        organisation = try values.decode(String.self, forKey: .organisation)
        letters = try values.decodeIfPresent([LetterSummary].self, forKey: .letters) ?? []
        templates = try values.decodeIfPresent([TemplateMark].self, forKey: .templates) ?? []
        previous = try values.decodeIfPresent(Int.self, forKey: .previous)
        guard let id = CaseFile.ID(try values.decode(String.self, forKey: .caseFile)) else {
            throw DecodingError.dataCorruptedError(forKey: .caseFile, in: values, debugDescription: "not a case file")
        }
        caseFile = id
        let kind = try values.decode(EventKind.self, forKey: .kind)
        event = try Event(kind, from: try values.superDecoder(forKey: .contents))
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(event.kind, forKey: .kind)
        try values.encode(at, forKey: .at)
        try values.encode(author, forKey: .author)
        try values.encode(caseFile.description, forKey: .caseFile)
        try values.encode(organisation, forKey: .organisation)
        if !letters.isEmpty { try values.encode(letters, forKey: .letters) }
        if !templates.isEmpty { try values.encode(templates, forKey: .templates) }
        try values.encodeIfPresent(previous, forKey: .previous)
        try event.contents.encode(to: values.superEncoder(forKey: .contents))
    }
}

extension Event {
    /// What there is to say beyond the kind.
    fileprivate var contents: any Encodable {
        switch self {
        case .received(let contents): contents
        case .takenOver(let contents): contents
        case .qualified(let contents): contents
        case .completionRequested(let contents): contents
        case .completed(let contents): contents
        case .registered(let contents): contents
        case .assigned(let contents): contents
        case .recused(let contents): contents
        case .restricted(let contents): contents
        case .restrictionLifted(let contents): contents
        case .measureRecorded(let contents): contents
        case .measuresDispensed(let contents): contents
        case .extended(let contents): contents
        case .answered(let contents): contents
        case .referred(let contents): contents
        case .mediatorWrote(let contents): contents
        case .mediatorAnswered(let contents): contents
        case .mediationProlonged(let contents): contents
        case .mediationEnded(let contents): contents
        case .contested(let contents): contents
        case .contestDecided(let contents): contents
        case .closed(let contents): contents
        case .satisfactionRecorded(let contents): contents
        case .reopened(let contents): contents
        case .withdrawn(let contents): contents
        case .abandoned(let contents): contents
        case .amended(let contents): contents
        case .noted(let contents): contents
        case .split(let contents): contents
        case .misplaced(let contents): contents
        case .linked(let contents): contents
        case .unlinked(let contents): contents
        case .letterIssued(let contents): contents
        case .letterReturned(let contents): contents
        }
    }

    fileprivate init(_ kind: EventKind, from decoder: any Decoder) throws {
        self =
            switch kind {
            case .received: .received(try Reception(from: decoder))
            case .takenOver: .takenOver(try Reception(from: decoder))
            case .qualified: .qualified(try Qualification(from: decoder))
            case .completionRequested: .completionRequested(try CompletionRequest(from: decoder))
            case .completed: .completed(try Completion(from: decoder))
            case .registered: .registered(try Registration(from: decoder))
            case .assigned: .assigned(try Assignment(from: decoder))
            case .recused: .recused(try Recusal(from: decoder))
            case .restricted: .restricted(try Restriction(from: decoder))
            case .restrictionLifted: .restrictionLifted(try Reason(from: decoder))
            case .measureRecorded: .measureRecorded(try Measure(from: decoder))
            case .measuresDispensed: .measuresDispensed(try Reason(from: decoder))
            case .extended: .extended(try Extension(from: decoder))
            case .answered: .answered(try Answer(from: decoder))
            case .referred: .referred(try Referral(from: decoder))
            case .mediatorWrote: .mediatorWrote(try MediatorNotice(from: decoder))
            case .mediatorAnswered: .mediatorAnswered(try MediationReply(from: decoder))
            case .mediationProlonged: .mediationProlonged(try MediationProlongation(from: decoder))
            case .mediationEnded: .mediationEnded(try MediationOutcome(from: decoder))
            case .contested: .contested(try Contest(from: decoder))
            case .contestDecided: .contestDecided(try ContestDecision(from: decoder))
            case .closed: .closed(try Reason(from: decoder))
            case .satisfactionRecorded: .satisfactionRecorded(try Satisfaction(from: decoder))
            case .reopened: .reopened(try Reason(from: decoder))
            case .withdrawn: .withdrawn(try Reason(from: decoder))
            case .abandoned: .abandoned(try Reason(from: decoder))
            case .amended: .amended(try Amendment(from: decoder))
            case .noted: .noted(try Reason(from: decoder))
            case .split: .split(try Splitting(from: decoder))
            case .misplaced: .misplaced(try Misplacement(from: decoder))
            case .linked: .linked(try CaseLink(from: decoder))
            case .unlinked: .unlinked(try CaseLink(from: decoder))
            case .letterIssued: .letterIssued(try LetterIssue(from: decoder))
            case .letterReturned: .letterReturned(try LetterReturn(from: decoder))
            }
    }
}
