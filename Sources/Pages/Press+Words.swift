public import Complaints

extension Press {
    /// Why the rules said no, and what to do about it, for the person who tried.
    public func words(_ refusal: Refusal) -> String {
        refusal.each.map { words("refusal.\($0.code)", holes(of: $0)) }.joined(separator: " ")
    }

    /// What somebody is to the provider; one of the provider's own is its own name.
    public func words(_ stakeholder: Stakeholder?) -> String {
        guard let code = stakeholder?.rawValue else { return words("stakeholder.unknown") }
        return has("stakeholder.\(code)") ? words("stakeholder.\(code)") : code
    }

    /// Where a letter on paper goes, a line each, below the person's name: through whose hands, where a minor has given that
    /// person's address (R-86), and the address.
    func address(of person: Original) -> [String] {
        let hands =
            person.inCareOf.map {
                [words("letters.inCareOf", ["name": FrenchArticles.of($0.lines.joined(separator: " "))])]
            } ?? []
        return hands + person.paperAddress.lines
    }

    /// Roles by their names, in their order, between commas.
    func names(of roles: Set<Role>) -> String {
        roles.sorted().map { words("role.\($0.rawValue)") }.joined(separator: ", ")
    }

    /// « le nom, le prénom et une pièce jointe ».
    public func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) \(language == .english ? "and" : "et") \(last)"
    }

    /// « Inès Moreau ou Luc Étienne ».
    func either(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) ou \(last)"
    }

    /// The title of a page of staff, which says first where something on the page is wrong.
    func title(_ title: String, isWrong: Bool) -> String {
        isWrong ? words("staff.title.error", ["title": title]) : title
    }

    private func holes(of refusal: Refusal) -> [String: String] {
        switch refusal {
        case .notAtThisStage(let stage): ["stage": words("stage.\(stage.rawValue)")]
        case .reasonTooShort(let minimum): ["minimum": String(minimum)]
        case .lacking(let items): ["items": list(items.map { words("completeness.\($0.rawValue)") })]
        case .groundMissing(let number): ["number": String(number)]
        case .forbiddenWording(let wording): ["wording": words("wording.\(wording.rawValue)")]
        case .dateNotLater(let date), .dateNotEarlier(let date), .mediatorExpired(let date),
            .stillWaiting(let date), .dayBeforeComplaint(let date), .sentAfterArrival(let date),
            .invitationImpossible(let date), .letterWrittenLater(let date), .letterLeftLater(let date),
            .letterCameBackLater(let date):
            ["date": FrenchDates.long(date)]
        case .fileIncomplete(let pieces): ["pieces": list(pieces.map { words("piece.\($0.rawValue)") })]
        case .notAllowed, .notQualified, .nothingAsked, .conflictOfInterest, .textMissing, .noGrievance,
            .mediatorMissing, .consumerStatusMissing, .dateImpossible, .unknownLetter,
            .alreadyContested, .anotherMustDecide, .noMediationDelay, .replyDueTooEarly, .barred, .unknownOfficer,
            .reasonNotFresh, .proofMissing, .othersMayHandle, .tooManyDocuments, .agreementMissing, .discontentEnded,
            .notInvited, .restricted, .noReaderMayHandle, .managementShutOut, .notRestricted, .leftToComplete,
            .thirdPartyMissing, .thirdPartyDayImpossible, .postalNumberImpossible, .letterNotPosted,
            .alreadyLinked, .notLinked, .several:
            [:]
        }
    }
}
