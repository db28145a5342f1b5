import Complaints
import Testing

@testable import Pages

@Suite struct `The catalogue of words` {
    let press: Press
    /// The staff pages have tests of their own.
    let entries: [String: String]

    init() throws {
        press = try Press()
        entries = press.catalogue.entries.filter { !$0.key.hasPrefix("staff.") }
    }

    @Test func `has a word for every value of every enumeration, and no other under their names`() {
        for (family, values) in families {
            let keys = entries.keys.filter { $0.hasPrefix("\(family).") }.map { String($0.dropFirst(family.count + 1)) }
            #expect(Set(keys) == Set(values), "\(family)")
        }
    }

    @Test func `is read to its last entry by pages, letters and refusals`() {
        var walker = StaffHoles(press)
        let pages = PublicSamples.all(press).map(\.page)
        for page in pages { walker.walk(page) }
        let letters = LetterSamples.all.map { LetterTestPost.writer(press).compose($0.request) }
        let notices = LetterSamples.notices.map {
            LetterTestPost.writer(press).compose($0, under: StaffStory.procedure).unwrapped
        }
        let others = LetterSamples.accountNotices.map {
            LetterTestPost.writer(press).compose($0, under: StaffStory.procedure).unwrapped
        }
        let weekly = LetterSamples.weeklyLetters.map {
            LetterTestPost.writer(press).compose($0.letter, under: StaffStory.procedure)
        }
        let daily = LetterSamples.dailyLetters.map {
            LetterTestPost.writer(press).compose($0.letter, under: StaffStory.procedure)
        }
        let reply = LetterTestPost.writer(press).compose(LetterSamples.formReply, under: StaffStory.procedure)
        let mails = (weekly + daily + [reply]).flatMap { [$0.subject, $0.unwrapped] }
        let staff = StaffSamples.all(press).map { _, page in press.render(page) }
        let open = pages.map { press.render($0) }
        let read = PageText(open + staff + mails + notices + others + letters.map(\.unwrapped))
        for (key, words) in entries where families[key.family] == nil {
            let isRead =
                walker.placed.contains("fr.\(key)") || read.has(words.longestPart)
                || read.has(PressTree.escaped(words.longestPart))
                // What only programs are told, or files say, is tried where they are.
                || ["refusal", "api", "export"].contains(key.family)
            #expect(isRead, "\(key)")
        }
    }

    // Shows
    @Test func `never makes mediation a duty nor names the closed European platform`() {
        for (key, words) in press.catalogue.entries { #expect(ForbiddenWording.first(in: words) == nil, "\(key)") }
    }

    @Test func `answers every refusal with its own words, every hole filled`() throws {
        let day = try #require(CivilDate("2027-01-25"))
        let refusals: [Refusal] = [
            .notAllowed, .notAtThisStage(.investigating), .reasonTooShort(minimum: 10), .notQualified,
            .lacking([.lastName, .contact]), .nothingAsked, .conflictOfInterest, .textMissing, .noGrievance,
            .groundMissing(grievance: 2), .mediatorMissing, .consumerStatusMissing,
            .forbiddenWording(.compulsoryMediation), .forbiddenWording(.europeanPlatform), .dateNotLater(day),
            .dateImpossible, .fileIncomplete([.measures, .answer]), .unknownLetter,
            .alreadyContested, .anotherMustDecide, .noMediationDelay, .replyDueTooEarly,
            .mediatorExpired(day),
            .barred, .unknownOfficer, .reasonNotFresh, .proofMissing, .dateNotEarlier(day),
            .othersMayHandle, .stillWaiting(until: day), .dayBeforeComplaint(day), .tooManyDocuments,
            .sentAfterArrival(day), .agreementMissing, .discontentEnded, .notInvited, .invitationImpossible(day),
            .restricted, .noReaderMayHandle, .managementShutOut, .notRestricted,
            .letterWrittenLater(day), .leftToComplete, .thirdPartyMissing, .thirdPartyDayImpossible,
            .postalNumberImpossible, .letterLeftLater(day), .letterNotPosted, .letterCameBackLater(day), .alreadyLinked,
            .notLinked,
        ]
        let words = refusals.map { press.words($0) }
        #expect(Set(words).count == words.count)
        for sentence in words { #expect(!sentence.contains("{{") && !sentence.contains("⟦"), "\(sentence)") }
        #expect(Set(refusals.map(\.code)) == Set(entries.keys.filter { $0.family == "refusal" }.map { $0.afterFamily }))
        #expect(words[1].contains("«\u{A0}En instruction\u{A0}»"))
        #expect(words[4].contains("le nom et une adresse électronique ou postale"))
        #expect(words[14].contains("25\u{A0}janvier 2027"))
    }

    @Test func `shows a stakeholder of the provider's own by its code`() {
        #expect(press.words(Stakeholder(rawValue: "ancien-eleve")) == "ancien-eleve")
        #expect(press.words(Stakeholder.trainee) == "Stagiaire")
        #expect(press.words(nil as Stakeholder?) == "Non précisé")
    }

    /// The values that a family of keys must have a word for.
    private var families: [String: [String]] {
        [
            "stage": Stage.allCases.map(\.rawValue), "theme": Theme.allCases.map(\.rawValue),
            "channel": Channel.allCases.map(\.rawValue), "consumer": ConsumerStatus.allCases.map(\.rawValue),
            "payer": Payer.allCases.map(\.rawValue), "nature": Nature.allCases.map(\.rawValue),
            "severity": Severity.allCases.map(\.rawValue),
            "outcome": Outcome.allCases.map(\.rawValue), "decision": Outcome.allCases.map(\.rawValue),
            "letter": LetterKind.allCases.map(\.rawValue), "way": LetterIssue.Way.allCases.map(\.rawValue),
            "completeness": Completeness.Item.allCases.map(\.rawValue),
            "ask": Completeness.Item.allCases.map(\.rawValue), "piece": MissingPiece.allCases.map(\.rawValue),
            "mediation": MediationOutcome.Result.allCases.map(\.rawValue),
            "setting": MediationKind.allCases.map(\.rawValue), "notice": MediatorNotice.Kind.allCases.map(\.rawValue),
            "contest": ContestDecision.Result.allCases.map(\.rawValue),
            "role": Role.allCases.map(\.rawValue), "unit": Delay.Unit.allCases.map(\.rawValue),
            "wording": ForbiddenWording.allCases.map(\.rawValue), "is": Nature.allCases.map(\.rawValue),
            "stakeholder": Stakeholder.standard.map(\.rawValue) + ["unknown"],
            "satisfaction": Satisfaction.Mark.allCases.map { String($0.rawValue) },
            "restriction": Restriction.Ground.allCases.map(\.rawValue) + ["management"],
            "retour": LetterReturn.Cause.allCases.map(\.rawValue),
            "zone": Zone.allCases.map(\.rawValue), "guide": QualityGuide.allCases.map(\.rawValue),
        ]
    }
}

extension String {
    /// The longest of what an entry says between its holes.
    var longestPart: String {
        let pieces = split(separator: "{{").map { piece in
            piece.firstRange(of: "}}").map { piece[$0.upperBound...] } ?? piece
        }
        return pieces.max { $0.count < $1.count }.map(String.init) ?? ""
    }

    /// What stands before the first dot of a key.
    var family: String { String(prefix { $0 != "." }) }

    /// What stands behind it.
    fileprivate var afterFamily: String { String(dropFirst(family.count + 1)) }
}
