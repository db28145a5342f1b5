import Complaints
import Pages
import Registry

/// What waits for the provider's people today, gathered.
struct WorkloadDesk {
    let register: Register
    let procedure: Procedure
    let today: CivilDate
    private let accounts: [Account]
    private let summaries: Summaries
    private let absent: Set<String>

    /// How many lines of each kind are shown; the rest is a link away.
    private static let most = 12
    /// How many letters are shown; as they are seen to, the others take their place.
    private static let mostLetters = 50
    /// How many days ahead a date of a mediation is near.
    private static let soon = 10
    /// How many files not answered are looked at for how far their delay has run.
    private static let watched = 500

    /// - Parameters:
    ///   - accounts: everybody's, closed ones too.
    ///   - procedure: the one in force.
    ///   - absent: the accounts that the reader stands in for.
    init(
        register: Register,
        accounts: [Account],
        procedure: Procedure,
        today: CivilDate,
        absent: Set<String> = []
    ) {
        self.register = register
        self.procedure = procedure
        self.today = today
        self.accounts = accounts
        self.absent = absent
        summaries = Summaries(register: register, accounts: accounts, procedure: procedure, today: today)
    }

    func workload(hasRelay: Bool) async throws -> Workload {
        let running = try await running()
        let mediations = try await register.mediationsDue(through: today.adding(days: Self.soon))
        var workload = Workload(
            late: try await group(.toAnswer(from: nil, through: today.adding(days: -1))),
            unacknowledged: try await group(.unacknowledged(on: today)),
            dueSoon: try await group(running.filter { $0.state >= .fourFifths }.map(\.line)),
            halfway: try await group(running.filter { $0.state == .half && $0.line.number != nil }.map(\.line)),
            toQualify: try await group(.toQualify),
            toRegister: try await group(.toRegister),
            toAssign: try await unassigned(),
            toClose: try await closable(),
            awaitingComplainant: try await awaiting(),
            contested: try await group(.contested),
            unread: try await group(.unread),
            mediation: try await group(mediations),
            spoken: try await spoken(silentFor: procedure.completionWait.reminder),
            letters: try await letters(hasRelay: hasRelay),
            outage: try await register.outage().map {
                Workload.Outage(since: $0.since, waiting: $0.waiting, trouble: $0.trouble)
            },
            mailIsSet: hasRelay,
            mediator: MediatorStanding(of: procedure.consumerMediator, on: today)
        )
        workload.alerting = try await group(.alerting)
        workload.thirdParty = try await group(.toThirdParty(through: today.adding(days: Self.soon)))
        workload.alertingSpoken = group(try await register.alertingDiscontents(limit: Self.most))
        let mails = try await register.waitingMails(limit: Self.most)
        workload.mails = Workload.MailGroup(lines: mails.lines.map { MailSummary($0) }, total: mails.total)
        workload.hidden = try await register.countHidden()
        workload.lostRecipients = lostRecipients
        return workload
    }

    /// How many of those who get what comes in confidence can open no case file today.
    private var lostRecipients: Int {
        let able = accounts.filter { $0.canSignIn(on: today) && $0.officer.readsCaseFiles }.map(\.id)
        return Set(procedure.confidential?.accounts ?? []).subtracting(able).count
    }

    /// The files not answered and not late, with how far the delay of each has run.
    private func running() async throws -> [(line: CaseLine, state: DeadlineState)] {
        let work = WaitingWork.toAnswer(from: today, through: today.adding(years: 1))
        var running: [(CaseLine, DeadlineState)] = []
        for line in try await register.waiting(work, limit: Self.watched).lines {
            let start = if let known = line.startedOn { known } else { try await register.caseFile(line.id).startedOn }
            let deadline = Deadline(target: line.answerTarget, due: line.answerDue)
            running.append((line, DeadlineState(from: start, to: deadline, on: today)))
        }
        return running
    }

    /// The files that nobody handles. Where there is one person only those that an assignment alone opens to them, which are
    /// few, and all of them: no other page lists them.
    private func unassigned() async throws -> Workload.Group {
        guard !summaries.handlers.areSeveral else { return try await group(.toAssign) }
        let lines = try await register.waiting(.toAssign, limit: Self.watched).lines
        let waiting = try await summarised(lines).filter(\.hasHandlersToChoose)
        return Workload.Group(lines: waiting, total: waiting.count)
    }

    /// The files answered and not closed; of those shown, whether they can be closed as they are.
    private func closable() async throws -> Workload.Group {
        let (lines, total) = try await register.waiting(.toClose, limit: Self.most)
        var closable: [CaseSummary] = []
        for var summary in try await summarised(lines) {
            summary.lacksMeasures = try await register.caseFile(summary.id).missingPieces.contains(.measures)
            closable.append(summary)
        }
        return Workload.Group(lines: closable, total: total)
    }

    /// The files that wait for their complainant, with how far the wait of those shown has gone. Since when, an older
    /// line does not know: its file does.
    private func awaiting() async throws -> Workload.Group {
        let (lines, total) = try await register.waiting(.toComplete, limit: Self.most)
        var awaiting = try await summarised(lines)
        for (index, line) in lines.enumerated() where !line.isHidden {
            let asked = if let known = line.askedOn { known } else { try await askedOn(line.id) }
            awaiting[index].completion = asked.map { procedure.completionWait.standing(askedOn: $0, on: today) }
        }
        return Workload.Group(lines: awaiting, total: total)
    }

    private func askedOn(_ id: CaseFile.ID) async throws -> CivilDate? {
        try await register.caseFile(id).completionAskedOn
    }

    /// Said and not written, without news for as long as a reminder is proposed after.
    private func spoken(silentFor days: Int) async throws -> Workload.SpokenGroup {
        group(try await register.silentDiscontents(since: today.adding(days: -days), limit: Self.most))
    }

    private func group(_ spoken: (lines: [DiscontentLine], total: Int)) -> Workload.SpokenGroup {
        Workload.SpokenGroup(lines: spoken.lines.map(DiscontentSummary.init), total: spoken.total)
    }

    private func letters(hasRelay: Bool) async throws -> Workload.LetterGroup {
        let letters = try await register.lettersToSee(hasRelay: hasRelay, limit: Self.mostLetters)
        let isWhole = letters.count < Self.mostLetters
        let total = isWhole ? letters.count : try await register.countLettersToSee(hasRelay: hasRelay)
        var pending: [Workload.PendingLetter] = []
        for letter in letters {
            guard let line = try await register.line(of: letter.caseFile) else { continue }
            pending.append(
                Workload.PendingLetter(
                    letter: LetterLine(letter),
                    identifier: line.identifier,
                    person: line.person,
                    due: try await due(of: letter, line)
                )
            )
        }
        return Workload.LetterGroup(lines: pending, total: total)
    }

    /// By when a letter has to leave. Only for a holding reply is the file opened: its line has the new date.
    private func due(of letter: LetterRecord, _ line: CaseLine) async throws -> CivilDate? {
        var answer = line.answerDue
        if letter.kind == .holdingReply {
            answer = try await register.caseFile(letter.caseFile).answerDue(before: letter.id) ?? answer
        }
        return letter.kind.due(acknowledgement: line.acknowledgementDue, answer: answer)
    }

    private func summarised(_ lines: some Collection<CaseLine>) async throws -> [CaseSummary] {
        var summaries = try await summaries.of(lines)
        for (index, line) in lines.enumerated() {
            summaries[index].isStandIn = line.handler.map(absent.contains) == true
        }
        return summaries
    }

    private func group(_ work: WaitingWork) async throws -> Workload.Group {
        let (lines, total) = try await register.waiting(work, limit: Self.most)
        return Workload.Group(lines: try await summarised(lines), total: total)
    }

    private func group(_ lines: [CaseLine]) async throws -> Workload.Group {
        Workload.Group(lines: try await summarised(lines.prefix(Self.most)), total: lines.count)
    }
}
