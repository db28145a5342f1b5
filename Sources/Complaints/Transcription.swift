/// Saisie: how a complaint that did not come by the form had reached us, in the hand of whoever entered it (procedure §3;
///
public struct Transcription: Sendable, Hashable, Codable {
    /// The day it arrived, which may be earlier than its entry; nobody wrote down the hour.
    public var arrivedOn: CivilDate
    /// What proves the day of sending, in words: a postmark, a mail's date; empty where that day is not known.
    public var proof: String
    /// The registered-mail number; empty where there is none.
    public var trace: String
    /// Whoever passed it on; nil where it came from its author, or where nobody said who.
    public var thirdParty: ThirdParty?
    /// Whether the person agreed that what they said be put in writing; false for what they wrote themselves.
    public var isAgreed: Bool
    /// The case file whose words held this complaint beside another, where it was received apart from it; nil for all else.
    public var partOf: ReceptionReference?
    /// The spoken discontent that it puts in writing, as its identifier is written; nil where it is none that was noted.
    private var discontentMark: String?

    /// The spoken discontent that it puts in writing, where it was noted before.
    public var discontent: Discontent.ID? { discontentMark.flatMap { Discontent.ID($0) } }

    public init(
        arrivedOn: CivilDate,
        proof: String = "",
        trace: String = "",
        isAgreed: Bool = false,
        thirdParty: ThirdParty? = nil,
        partOf: ReceptionReference? = nil,
        of discontent: Discontent.ID? = nil
    ) {
        self.arrivedOn = arrivedOn
        self.proof = proof.trimmed
        self.trace = trace.trimmed
        self.isAgreed = isAgreed
        self.thirdParty = thirdParty
        self.partOf = partOf
        discontentMark = discontent?.description
    }

    private enum CodingKeys: String, CodingKey {
        case arrivedOn = "arrivee_le"
        case proof = "preuve_envoi"
        case trace = "numero_recommande"
        case isAgreed = "accord"
        case thirdParty = "tiers"
        case partOf = "issue_de"
        case discontentMark = "parole"
    }
}

extension Transcription {
    /// Refuses what cannot have reached us as it is said, for everything that is wrong at once. Nothing else is demanded: an
    /// incomplete complaint is received (S-32), a photographed page without a word too. More than a year back, a date was
    /// mistyped.
    ///
    /// - Parameters:
    ///   - channel: by which way it came; what was only said is a complaint once it is written with the person's consent.
    ///   - sentOn: the proven day of sending, which the delays then count from.
    public func check(
        _ channel: Channel,
        sentOn: CivilDate?,
        _ original: Original,
        _ signature: Signature
    ) throws(Refusal) {
        guard case .officer(let officer) = signature.author, officer.mayReceive else { throw .notAllowed }
        let today = signature.day
        let isPossible = arrivedOn <= today && arrivedOn >= today.adding(years: -1)
        let isSpoken = channel.isSpoken || discontent != nil
        let isEmpty = original.text.isBlank && original.subject.isBlank && original.files.isEmpty
        try refuse(
            [isPossible ? nil : .dateImpossible] + objections(to: sentOn) + objections(to: thirdParty)
                + [isSpoken && !isAgreed ? .agreementMissing : nil, isEmpty ? .textMissing : nil]
        )
    }

    private func objections(to sentOn: CivilDate?) -> [Refusal?] {
        guard let sentOn else { return [] }
        let isEarlier = sentOn <= arrivedOn && sentOn >= arrivedOn.adding(years: -1)
        return [proof.isBlank ? .proofMissing : nil, isEarlier ? nil : .sentAfterArrival(arrivedOn)]
    }

    /// A day given by a third party is within two years of the arrival: any other was mistyped. It may be past.
    private func objections(to third: ThirdParty?) -> [Refusal?] {
        guard let third else { return [] }
        let years = third.due.map { $0 >= arrivedOn.adding(years: -2) && $0 <= arrivedOn.adding(years: 2) }
        return [third.name.isBlank ? .thirdPartyMissing : nil, years == false ? .thirdPartyDayImpossible : nil]
    }

    /// When it reached us: the moment of its entry, or the beginning of the earlier day on which it arrived.
    public func arrival(enteredAt entered: Instant) -> Instant {
        arrivedOn < entered.civilDate ? Instant(parisDate: arrivedOn, hour: 0) : entered
    }
}

extension CaseFile {
    /// Whether the hour of `receivedAt` is known: that of a form is; of what staff entered, the day alone.
    public var isTimed: Bool { reception.transcription == nil }

    /// When it was entered, and by whose account, where it did not come by the form.
    public var entered: (at: Instant, by: String)? {
        guard reception.transcription != nil, let first = entries.first else { return nil }
        return first.officer.map { (first.at, $0) }
    }
}

extension Officer {
    /// Whether this person enters what did not come by the form.
    public var mayReceive: Bool { !roles.isDisjoint(with: [.receptionDesk, .complaintsManager, .management]) }
}
