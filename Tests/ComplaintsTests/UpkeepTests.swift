import Testing

@testable import Complaints

@Suite struct `The state of a service` {
    private let now = Instant(parisDate: CivilDate("2026-11-23") ?? .init(valid: 2026, 11, 23), hour: 9)

    private func facts(_ change: (inout UpkeepFacts) -> Void = { _ in }) -> UpkeepFacts {
        let provider = Provider(name: "Ciné-Atelier", email: "reclamations@cine-atelier.example")
        var procedure = Procedure(version: 3, provider: provider)
        procedure.consumerMediator = Mediator(name: "M", postalAddress: "1 rue", website: "https://m.example")
        var facts = UpkeepFacts(at: now, procedure: procedure, publishedAt: days(-30))
        facts.handlers = 2
        facts.logCheckedAt = days(-3)
        facts.restoreCheckedAt = days(-20)
        change(&facts)
        return facts
    }

    private func days(_ count: Int) -> Instant { now.adding(seconds: count * 24 * 3600) }

    @Test func `is fine in every line on a quiet day, and has no line for what nobody can tell`() {
        let lines = facts().lines
        #expect(lines.allSatisfy { $0.condition == .fine }, "\(lines)")
        #expect(
            Set(lines.map(\.subject))
                == Set(UpkeepSubject.allCases).subtracting([.disk, .certificate, .mailbox, .mails])
        )
        #expect(facts { $0.bytesFree = 1 << 40 }.line(.disk)?.condition == .fine)
    }

    @Test(arguments: [0, 7, 8]) func `calls for somebody where what came has waited for more than a week`(days: Int) {
        let line = facts { $0.receptions = .init(2, since: self.days(-days)) }.line(.receptions)
        #expect(line?.condition == (days > 7 ? .act : .watch) && line?.count == 2)
    }

    @Test func `says of letters which did not leave, which are to be posted, and since when the relay is silent`() {
        let stopped = facts {
            $0.undelivered = .init(1, since: days(-1))
            $0.posting = .init(2, since: days(-1))
            $0.outage = UpkeepFacts.Waiting(3, since: days(-1))
        }
        let subjects: [UpkeepSubject] = [.undelivered, .posting, .relay]
        #expect(subjects.map { stopped.line($0)?.condition } == [.act, .watch, .act])
        #expect(stopped.line(.relay)?.since == days(-1))
        #expect(facts { $0.hasRelay = false }.line(.relay)?.finding == .missing)
        #expect(facts { $0.posting = .init(1, since: days(-8)) }.line(.posting)?.condition == .act)
    }

    // Shows: S-79
    @Test func `says why the mailbox that has been in trouble for longest cannot be read, and since when`() {
        let troubled = facts {
            $0.mailboxes = [
                .init(readAt: now), .init(readAt: now, trouble: .timedOut, troubleSince: days(-1)),
                .init(readAt: nil, trouble: .insecure, troubleSince: days(-2)),
            ]
        }.line(.mailbox)
        #expect(troubled?.condition == .act && troubled?.since == days(-2) && troubled?.trouble == .insecure)
        let read = facts {
            $0.mailboxes = [
                .init(readAt: now, trouble: .notMoved, troubleSince: days(-9)),
                .init(readAt: now, trouble: .timedOut, troubleSince: days(-1)),
            ]
        }.line(.mailbox)
        #expect(read?.trouble == .timedOut, "one that is read is no reason to be silent about one that is not")
        let stale = facts { $0.mailboxes = [.init(readAt: days(-1))] }.line(.mailbox)
        #expect(stale?.condition == .watch && stale?.finding == .stale && stale?.trouble == nil)
    }

    @Test func `says honestly that no check is on record, and when one is too old`() {
        let none = facts { ($0.logCheckedAt, $0.restoreCheckedAt) = (nil, nil) }
        #expect(none.line(.logCheck)?.condition == .watch && none.line(.restoreCheck)?.condition == .act)
        #expect(none.line(.restoreCheck)?.finding == .missing)
        for (age, condition) in [(31, UpkeepLine.Condition.fine), (32, .watch)] {
            #expect(facts { $0.logCheckedAt = days(-age) }.line(.logCheck)?.condition == condition)
        }
        for (age, condition) in [(92, UpkeepLine.Condition.fine), (93, .watch)] {
            #expect(facts { $0.restoreCheckedAt = days(-age) }.line(.restoreCheck)?.condition == condition)
        }
    }

    // Shows: R-38
    @Test func `warns before the mediator’s agreement and the certificate end, and calls once they have`() throws {
        let end = now.civilDate.adding(days: 10)
        for (standing, condition) in [
            (MediatorStanding.missing, UpkeepLine.Condition.act), (.expired(end), .act), (.ending(end), .watch),
            (.inForce, .fine),
        ] {
            #expect(facts { $0.mediator = standing }.line(.mediator)?.condition == condition, "\(standing)")
        }
        for (left, condition) in [(-1, UpkeepLine.Condition.act), (7, .act), (8, .watch), (21, .watch), (22, .fine)] {
            let line = try #require(facts { $0.certificateEnds = days(left) }.line(.certificate))
            #expect(line.condition == condition && line.day == days(left).civilDate, "\(left)")
        }
    }

    @Test func `knows one person who said so from one whom nobody replaces`() {
        let people = { (handlers: Int, isOnePerson: Bool) in
            facts {
                $0.handlers = handlers
                $0.isOnePerson = isOnePerson
            }.line(.people)?.condition
        }
        #expect(people(1, true) == .fine && people(1, false) == .watch && people(0, true) == .act)
        #expect(facts { $0.factorless = 2 }.line(.factors)?.condition == .watch)
        #expect(facts { $0.asksFactor = false }.line(.factors)?.finding == .missing)
    }

    @Test
    func `tells whoever begins of the address, the relay, the procedure, the mediator, a second person, a backup`() {
        let steps = facts { $0.isPublic = false }.firstSteps
        #expect(steps.map(\.subject) == UpkeepSubject.firstSteps)
        #expect(steps.first?.condition == .act)
    }

    @Test func `is in somebody’s hands, whoever reads of it, and what is the machine’s in nobody’s on the site`() {
        let everybody = Officer(id: "a", roles: Set(Role.allCases))
        for subject in UpkeepSubject.allCases {
            for finding in [UpkeepLine.Finding.good, .missing] {
                let hands = UpkeepLine(subject, .act, finding).hands
                let areRight = hands.allSatisfy { ($0 == .server) != $0.isOpen(to: everybody) }
                #expect(!hands.isEmpty && areRight, "\(subject)")
            }
        }
        let clerk = Officer(id: "c", roles: [.receptionDesk])
        #expect(!UpkeepHand.allCases.contains { $0 != .caseFiles && $0.isOpen(to: clerk) })
    }

    // Shows: R-67
    @Test func `is watched over by those who run the procedure and by the administrator`() {
        for role in Role.allCases {
            let isWatcher = [.complaintsManager, .management, .administrator].contains(role)
            #expect(Officer(id: "a", roles: [role]).watchesService == isWatcher, "\(role)")
        }
    }
}

@Suite struct `The week of a letter` {
    @Test(
        arguments: [
            ("2026-11-23T05:59:59Z", nil), ("2026-11-23T06:00:00Z", "2026-11-23"),
            ("2026-11-23T22:59:59Z", "2026-11-23"),
            ("2026-11-24T22:59:59Z", "2026-11-23"), ("2026-11-24T23:00:00Z", nil), ("2026-11-29T12:00:00Z", nil),
            ("2026-07-06T05:00:00Z", "2026-07-06"), ("2026-07-06T04:59:59Z", nil),
        ] as [(String, String?)]
    )
    func `begins on Monday at seven in Paris, and its letter is not written after Tuesday`(
        instant: String,
        week: String?
    ) throws {
        #expect(WeeklyLetter.week(at: try #require(Instant(instant)))?.description == week)
    }
}
