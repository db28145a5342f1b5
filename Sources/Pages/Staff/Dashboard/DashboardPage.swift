public import Complaints

/// « Que dois-je faire aujourd’hui ? »: what waits, most pressing first, each line one click from its act.
public struct DashboardPage: Page {
    public static let template = "staff/dashboard"
    public static var script: PageScript? { .staff }

    /// One thing to do.
    struct Line: Sendable {
        let path: String
        let identifier: String
        let person: String
        let subject: String
        let remark: String
        let mark: String
        let act: String
    }

    /// Things to do of one kind.
    struct Group: Sendable {
        let id: String
        let title: String
        let lines: [Line]
        /// Where the others are; nil where no page lists them.
        let morePath: String?
        let more: String?
        /// Where all of them are at hand together; nil where no page has them.
        var allPath: String?
    }

    let frame: StaffFrame
    let today: String
    /// How much there is to do, in one sentence.
    let summary: String
    /// What is not set up and makes the procedure limp.
    let banners: [String]
    /// That some of those who get what comes in confidence cannot read it; nil for whoever is not of the management.
    let lostRecipients: String?
    let settingsPath = Path.settings
    /// Where what did not come by the form is entered; nil for those who may not.
    let enterPath: String?
    let oralPath = Path.discontents
    let mailsPath = Path.mails
    let groups: [Group]
    /// What whoever begins has still to see to; nil where that is done, put aside, or not theirs.
    let steps: FirstSteps?
    let isIdle: Bool
    let registerPath: String

    /// - Parameters:
    ///   - workload: empty groups are left out.
    ///   - steps: what whoever begins has to see to, done or not; nothing where that is put aside.
    public init(
        workload: Workload,
        steps: [UpkeepLine] = [],
        signedIn: SignedIn,
        today: CivilDate,
        press: Press
    ) {
        let title = press.words("staff.dashboard.title")
        frame = StaffFrame(title: title, section: .dashboard, signedIn: signedIn, press: press)
        self.today = FrenchDates.long(today)
        var workload = workload
        if !signedIn.officer.readsMediation { workload.mediation = .none }
        if !signedIn.officer.mayHandle { (workload.alerting, workload.alertingSpoken) = (.none, .none) }
        let total = workload.total
        summary = press.count(total, "staff.dashboard.summary")
        isIdle = total == 0
        registerPath = Path.register
        enterPath = signedIn.officer.mayReceive ? Path.transcription : nil
        banners =
            workload.troubledMailboxes.map { $0.words(press) }
            + [
                workload.outage.map { $0.words(press) },
                workload.mailIsSet ? nil : press.words("staff.dashboard.mailless"),
                press.warning(workload.mediator),
                signedIn.officer.mayHandle || signedIn.officer.roles.contains(.administrator)
                    ? workload.guessesAt.map { press.words("staff.dashboard.guesses", ["at": FrenchDates.short($0)]) }
                    : nil,
                workload.hidden == 0 ? nil : press.count(workload.hidden, "staff.dashboard.hidden"),
            ].compactMap { $0 } + workload.standIns.map { $0.words(press) } + workload.untold.map { $0.words(press) }
        let lost = signedIn.officer.roles.contains(.management) ? workload.lostRecipients : 0
        lostRecipients = lost == 0 ? nil : press.count(lost, "staff.dashboard.lost")
        let writer = DashboardWriter(officer: signedIn.officer, today: today, press: press)
        groups = writer.groups(workload)
        self.steps =
            signedIn.officer.watchesService ? FirstSteps(steps, signedIn: signedIn, press: press) : nil
    }
}

extension Workload {
    /// How many things there are to do.
    fileprivate var total: Int {
        [
            late, unacknowledged, dueSoon, halfway, toQualify, toRegister, toAssign, toClose, awaitingComplainant,
            contested, unread, mediation, alerting, thirdParty,
        ].map(\.total)
            .reduce(
                letters.total + spoken.total + alertingSpoken.total + mails.total + troubledMailboxes.count
                    + (outage == nil ? 0 : 1),
                +
            )
    }
}

extension Workload.Outage {
    /// Since when, how many letters wait, and why.
    fileprivate func words(_ press: Press) -> String {
        let number = waiting == 1 ? "one" : "many"
        return press.words(
            "staff.dashboard.outage.\(number)",
            [
                "since": FrenchDates.short(since), "count": FrenchNumbers.whole(waiting),
                "trouble": press.words("staff.trouble.\(trouble.rawValue)"),
            ]
        )
    }
}

extension Workload.TroubledMailbox {
    /// Since when, why, and that nothing is lost.
    fileprivate func words(_ press: Press) -> String {
        var holes = ["since": FrenchDates.short(since), "account": account]
        if trouble.isRead { return press.words("staff.dashboard.boite.\(trouble.rawValue)", holes) }
        holes["trouble"] = press.words("staff.boite.\(trouble.rawValue)")
        return press.words("staff.dashboard.boite", holes)
    }
}

extension Workload.StandIn {
    fileprivate func words(_ press: Press) -> String {
        press.words("staff.absence.banner", ["name": name, "through": FrenchDates.short(through)])
    }
}

extension Workload.Untold {
    fileprivate func words(_ press: Press) -> String {
        guard let since else { return press.words("staff.dashboard.untold", ["name": name]) }
        return press.words("staff.dashboard.mute", ["name": name, "since": FrenchDates.short(since)])
    }
}

extension Press {
    /// What to do about the consumer mediator; nil where there is nothing to do.
    fileprivate func warning(_ standing: MediatorStanding) -> String? {
        switch standing {
        case .missing: words("staff.dashboard.mediatorless")
        case .expired(let end): words("staff.dashboard.mediatorExpired", ["date": FrenchDates.long(end)])
        case .ending(let end): words("staff.dashboard.mediatorEnding", ["date": FrenchDates.long(end)])
        case .inForce: nil
        }
    }
}
