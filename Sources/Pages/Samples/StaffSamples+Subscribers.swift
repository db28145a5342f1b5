import Complaints

extension StaffSamples {
    /// The programs that are told of what happens.
    static func subscribers(_ press: Press) -> [(name: String, page: any Page)] {
        let typed = ["nom": ["Gestion <b>"], "adresse": ["ftp://gestion"], "evenements": [String]()]
        let mistakes: [[String: SubscriberMistake]] = [
            ["nom": .name(longest: Subscription.longestName), "adresse": .address, "evenements": .events],
            ["adresse": .clearText],
        ]
        let refused = mistakes.enumerated().map { index, mistakes in
            let page = subscribersPage(values: typed, mistakes: mistakes, press: press)
            return (name: "logiciels-refuse-\(index + 1)", page: page as any Page)
        }
        let notices: [(name: String, notice: SubscribersPage.Notice)] = [
            ("retire", .removed), ("perime", .expired), ("trop", .tooMany(most: 10)),
        ]
        let noticed = notices.map {
            (name: "logiciels-\($0.name)", page: subscribersPage($0.notice, press: press) as any Page)
        }
        let unchanged = mistakes.enumerated().map { index, mistakes in
            let page = subscriberPage(values: typed, mistakes: mistakes, press: press)
            return (name: "logiciel-refuse-\(index + 1)", page: page as any Page)
        }
        return refused + noticed + unchanged + subscriber(press) + [
            ("logiciels", subscribersPage(press: press)),
            ("logiciels-aucun", subscribersPage(lines: [], press: press)),
            ("secret-fait", secretPage(isRenewed: false, press)), ("secret-change", secretPage(isRenewed: true, press)),
        ]
    }

    /// One of them.
    private static func subscriber(_ press: Press) -> [(name: String, page: any Page)] {
        let done = SubscriberPage.Act.allCases.map {
            (name: "logiciel-fait-\($0.rawValue)", page: subscriberPage(done: $0, press: press) as any Page)
        }
        let refused = SubscriberPage.Refused.allCases.map {
            (name: "logiciel-non-\($0.rawValue)", page: subscriberPage(refused: $0, press: press) as any Page)
        }
        return done + refused + [
            ("logiciel", subscriberPage(press: press)),
            ("logiciel-arrete", subscriberPage(of: subscriberLines[2], sent: [], press: press)),
        ]
    }

    private static func secretPage(isRenewed: Bool, _ press: Press) -> SecretMadePage {
        SecretMadePage.signing(
            "whsec_" + String(repeating: "mZ4q", count: 10) + "mZ4=",
            of: "a1",
            named: "Logiciel de <b>gestion</b>",
            isRenewed: isRenewed,
            signedIn: desk(StaffStory.director),
            press: press
        )
    }

    private static func subscribersPage(
        _ notice: SubscribersPage.Notice? = nil,
        lines: [SubscriberLine] = subscriberLines,
        values: [String: [String]]? = nil,
        mistakes: [String: SubscriberMistake] = [:],
        press: Press
    ) -> SubscribersPage {
        SubscribersPage(
            lines: lines,
            values: values,
            mistakes: mistakes,
            notice: notice,
            signedIn: desk(StaffStory.director),
            press: press
        )
    }

    private static func subscriberPage(
        of line: SubscriberLine = subscriberLines[0],
        sent: [AnnouncementLine] = announcements,
        done: SubscriberPage.Act? = nil,
        refused: SubscriberPage.Refused? = nil,
        values: [String: [String]]? = nil,
        mistakes: [String: SubscriberMistake] = [:],
        press: Press
    ) -> SubscriberPage {
        SubscriberPage(
            of: line,
            announcements: sent,
            done: done,
            refused: refused,
            values: values,
            mistakes: mistakes,
            signedIn: desk(StaffStory.director),
            press: press
        )
    }

    private static var subscriberLines: [SubscriberLine] {
        [
            subscriberLine("Logiciel de <b>gestion</b>", .active, overlaps: true),
            subscriberLine("Tableau du lundi", .active, isMute: true), subscriberLine("Essai", .stopped),
            subscriberLine("Ancien logiciel", .failing),
        ]
    }

    private static func subscriberLine(
        _ name: String,
        _ state: SubscriberState,
        isMute: Bool = false,
        overlaps: Bool = false
    ) -> SubscriberLine {
        guard let address = SubscriberAddress("https://gestion.example/reclamations?cle=abc") else {
            preconditionFailure("The address is one.")
        }
        return SubscriberLine(
            id: "a1",
            subscription: Subscription(name: name, address: address, events: [.received, .registered, .answered]),
            state: state,
            failingSince: isMute ? StaffStory.instant("2026-11-21T07:40:00Z") : nil,
            formerUntil: overlaps ? StaffStory.instant("2026-11-24T07:40:00Z") : nil
        )
    }

    /// In every state, and for every trouble.
    private static var announcements: [AnnouncementLine] {
        let troubled = AnnouncementTrouble.allCases.map { trouble in
            announcement(.answered, .failed, status: trouble == .refused ? 500 : nil, trouble)
        }
        return [
            announcement(nil, .delivered, status: 204), announcement(.received, .delivered, status: 200),
            announcement(.registered, .waiting), announcement(.closed, .waiting, status: 503, .refused),
        ] + troubled
    }

    private static func announcement(
        _ event: AnnouncedEvent?,
        _ state: AnnouncementState,
        status: Int? = nil,
        _ trouble: AnnouncementTrouble? = nil
    ) -> AnnouncementLine {
        AnnouncementLine(
            id: "a1-b2",
            event: event,
            happenedAt: StaffStory.instant("2026-11-22T09:12:00Z"),
            state: state,
            attempts: trouble == nil ? 1 : 4,
            status: status,
            trouble: trouble
        )
    }
}
