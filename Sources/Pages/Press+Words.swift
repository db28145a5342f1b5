public import Complaints

extension Press {
    /// Why the rules said no, and what to do about it, for the person who tried.
    public func words(_ refusal: Refusal) -> String {
        words("refusal.\(refusal.code)", holes(of: refusal))
    }

    /// What somebody is to the provider; a code of the provider's own shows as it is.
    public func words(_ stakeholder: Stakeholder?) -> String {
        guard let code = stakeholder?.rawValue else { return words("stakeholder.unknown") }
        return has("stakeholder.\(code)") ? words("stakeholder.\(code)") : code
    }

    /// « le nom, le prénom et une pièce jointe ».
    public func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) et \(last)"
    }

    private func holes(of refusal: Refusal) -> [String: String] {
        switch refusal {
        case .notAtThisStage(let stage): ["stage": words("stage.\(stage.rawValue)")]
        case .reasonTooShort(let minimum): ["minimum": String(minimum)]
        case .lacking(let items): ["items": list(items.map { words("completeness.\($0.rawValue)") })]
        case .groundMissing(let number): ["number": String(number)]
        case .forbiddenWording(let wording): ["wording": words("wording.\(wording.rawValue)")]
        case .dateNotLater(let date), .dateNotEarlier(let date), .mediatorExpired(let date),
            .sentAfterArrival(let date),
            .invitationImpossible(let date):
            ["date": FrenchDates.long(date)]
        case .fileIncomplete(let pieces): ["pieces": list(pieces.map { words("piece.\($0.rawValue)") })]
        case .notAllowed, .notQualified, .nothingAsked, .conflictOfInterest, .textMissing, .noGrievance,
            .mediatorMissing, .consumerStatusMissing, .dateImpossible, .unknownLetter,
            .alreadyContested, .anotherMustDecide, .noMediationDelay, .replyDueTooEarly, .barred, .unknownOfficer,
            .reasonNotFresh, .proofMissing, .agreementMissing, .discontentEnded,
            .notInvited:
            [:]
        }
    }
}
