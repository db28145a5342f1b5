/// Why the rules say no. The code is stable: it is what a person can read out on the telephone.
public enum Refusal: Error, Sendable, Hashable {
    /// This person may not do this.
    case notAllowed
    /// The case file is not at a stage where this can be done.
    case notAtThisStage(Stage)
    /// A reason must be given, of at least `minimum` characters.
    case reasonTooShort(minimum: Int)
    /// It has not yet been said whether this is a complaint.
    case notQualified
    /// The complaint lacks these; ask first, or register as it is with a reason.
    case lacking([Completeness.Item])
    /// A completion request must say what is missing.
    case nothingAsked
    /// The person to be assigned is named in the complaint.
    case conflictOfInterest
    /// A text that is needed is empty.
    case textMissing
    /// An answer needs at least one grievance with its outcome.
    case noGrievance
    /// A grievance not wholly upheld needs its ground.
    case groundMissing(grievance: Int)
    /// A consumer's answer that is not wholly favourable needs the mediator's details, and none are set.
    case mediatorMissing
    /// It must be said whether the person is a consumer before such an answer.
    case consumerStatusMissing
    /// The text says something it must not: mediation as a duty, or the closed European platform.
    case forbiddenWording(ForbiddenWording)
    /// The new date must come after the present due date.
    case dateNotLater(CivilDate)
    /// The date lies in the future, or before the complaint.
    case dateImpossible
    /// The file cannot be closed without these.
    case fileIncomplete([MissingPiece])
    /// It is not said what proves the day of sending.
    case proofMissing
    /// A day of sending counts only when it is before the day that the delays are counted from.
    case dateNotEarlier(CivilDate)
    /// The letter is not one of this case, or was already issued.
    case unknownLetter
    /// This judgement that it is no complaint has been contested before.
    case alreadyContested
    /// Whoever requalified, or is named in the complaint, may not decide the contest while somebody else can.
    case anotherMustDecide
    /// No delay of a mediation runs that could be prolonged (C. conso. R612-5).
    case noMediationDelay
    /// A reply is asked for by a day before the letter that asks for it.
    case replyDueTooEarly
    /// The agreement with the consumer mediator ended on that day: nobody can be told of it any more.
    case mediatorExpired(CivilDate)
    /// Whoever wants to do this is named in the complaint, or stepped aside.
    case barred
    /// There is no such person at the provider, or none who may handle a case.
    case unknownOfficer
    /// Somebody is no longer named in the complaint, for no reason that was not given before.
    case reasonNotFresh
    /// Whoever is named in the complaint wants it, or gives it to another who is, while somebody else may handle it.
    case othersMayHandle
    /// The person still has until that day to complete: before it nobody gives up waiting.
    case stillWaiting(until: CivilDate)
    /// The day lies before the one that the delays are counted from: what was done then was done for something else.
    case dayBeforeComplaint(CivilDate)
    /// The case would hold more documents than one may (S-38).
    case tooManyDocuments
    /// It cannot have been sent after the day that it arrived on, nor more than a year before.
    case sentAfterArrival(CivilDate)
    /// What was only said is a complaint once it is written, and written for the person only with their consent.
    case agreementMissing
    /// What came of a spoken discontent has been said already.
    case discontentEnded
    /// Nobody has invited the person to write yet (procedure §3).
    case notInvited
    /// An invitation to write is no earlier than what was said on that day, and no later than today.
    case invitationImpossible(CivilDate)
    /// The case is open to few, and whoever wants to do this is none of them.
    case restricted
    /// Nobody of those to whom a case would be open may handle it.
    case noReaderMayHandle
    /// Nobody of the management who is free of conflict could open the case any more, though it is not the management that
    /// is complained about.
    case managementShutOut
    /// The case is open to all already.
    case notRestricted
    /// The letter was written on that day: it cannot have left before.
    case letterWrittenLater(CivilDate)
    /// Something that a template left open is still to be completed in what would be sent.
    case leftToComplete
    /// It is not said which third party gave the reference or the day.
    case thirdPartyMissing
    /// No third party gives a day that far from the one on which the complaint arrived.
    case thirdPartyDayImpossible
    /// The other case is this one, or linked with it already.
    case alreadyLinked
    /// The other case is not linked with this one.
    case notLinked
    /// No registered letter has such a number.
    case postalNumberImpossible
    /// The letter left on that day: it can neither have arrived nor have come back before.
    case letterLeftLater(CivilDate)
    /// The post has no such letter of this case, or its slip has been noted already.
    case letterNotPosted
    /// The letter came back on that day: it cannot have left again before.
    case letterCameBackLater(CivilDate)
    /// Two or more of these at once, in the order in which the rules looked: whoever tried mends them together.
    case several([Refusal])

    /// Each by itself.
    public var each: [Refusal] {
        if case .several(let found) = self { found } else { [self] }
    }

    /// The stable code; of several, the first one's.
    public var code: String {
        switch self {
        case .notAllowed: "D-001"
        case .notAtThisStage: "D-002"
        case .reasonTooShort: "D-003"
        case .notQualified: "D-004"
        case .lacking: "D-005"
        case .nothingAsked: "D-006"
        case .conflictOfInterest: "D-007"
        case .textMissing: "D-008"
        case .noGrievance: "D-009"
        case .groundMissing: "D-010"
        case .mediatorMissing: "D-011"
        case .consumerStatusMissing: "D-012"
        case .forbiddenWording: "D-013"
        case .dateNotLater: "D-014"
        case .dateImpossible: "D-015"
        case .fileIncomplete: "D-016"
        case .proofMissing: "D-017"
        case .dateNotEarlier: "D-018"
        case .unknownLetter: "D-019"
        case .alreadyContested: "D-020"
        case .anotherMustDecide: "D-021"
        case .noMediationDelay: "D-022"
        case .replyDueTooEarly: "D-023"
        case .mediatorExpired: "D-024"
        case .barred: "D-025"
        case .unknownOfficer: "D-026"
        case .reasonNotFresh: "D-027"
        case .othersMayHandle: "D-028"
        case .stillWaiting: "D-029"
        case .dayBeforeComplaint: "D-030"
        case .tooManyDocuments: "D-031"
        case .sentAfterArrival: "D-032"
        case .agreementMissing: "D-033"
        case .discontentEnded: "D-034"
        case .notInvited: "D-035"
        case .invitationImpossible: "D-036"
        case .restricted: "D-037"
        case .noReaderMayHandle: "D-038"
        case .managementShutOut: "D-039"
        case .notRestricted: "D-040"
        case .letterWrittenLater: "D-041"
        case .leftToComplete: "D-042"
        case .thirdPartyMissing: "D-043"
        case .thirdPartyDayImpossible: "D-044"
        case .alreadyLinked: "D-045"
        case .notLinked: "D-046"
        case .postalNumberImpossible: "D-047"
        case .letterLeftLater: "D-048"
        case .letterNotPosted: "D-049"
        case .letterCameBackLater: "D-050"
        case .several(let found): found.first?.code ?? ""
        }
    }
}

/// One of the three pieces that a dossier must hold (procedure §5; R-17).
public enum MissingPiece: String, Sendable, Hashable, CaseIterable {
    /// The actions and solutions, or the reason why none was needed.
    case measures = "actions"
    /// The answer given to the complainant.
    case answer = "reponse"
}

/// Refuses for everything that was found wrong, told together; for nothing where nothing was.
package func refuse(_ found: [Refusal?]) throws(Refusal) {
    var distinct: [Refusal] = []
    for refusal in found.compactMap(\.self) where !distinct.contains(refusal) { distinct.append(refusal) }
    guard let first = distinct.first else { return }
    throw distinct.count == 1 ? first : .several(distinct)
}

/// A reason shorter than `minimum` characters, blanks at the ends not counted, is too short.
func shortness(of reason: String, atLeast minimum: Int = 10) -> Refusal? {
    reason.trimmed.count >= minimum ? nil : .reasonTooShort(minimum: minimum)
}

/// Refuses a reason that is too short.
func demand(reason: String, atLeast minimum: Int = 10) throws(Refusal) {
    try refuse([shortness(of: reason, atLeast: minimum)])
}

extension String {
    /// Without the blanks at both ends.
    package var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
