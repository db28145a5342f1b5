import Complaints
import Pages
import Registry

/// What waits for the provider's people today, gathered.
struct WorkloadDesk {
    let register: Register
    let names: [String: String]
    let today: CivilDate

    /// How many lines of each kind are shown; the rest is a link away.
    private static let most = 12
    /// How many days ahead an answer is due soon.
    private static let soon = 10

    func workload(hasRelay: Bool) async throws -> Workload {
        let late = try await register.due(after: nil, through: today.adding(days: -1))
        let dueSoon = try await register.due(after: today.adding(days: -1), through: today.adding(days: Self.soon))
        let received = try await register.receptions(filter(.received))
        let judged = received.filter { $0.isQualified }
        let waiting = try await register.receptions(filter(.incomplete))
        return Workload(
            late: group(late),
            dueSoon: group(dueSoon),
            toQualify: group(received.filter { !$0.isQualified }),
            toRegister: group(judged),
            awaitingComplainant: group(waiting),
            letters: try await letters(),
            mailIsSet: hasRelay,
            mediator: MediatorStanding(of: try await register.currentProcedure().consumerMediator, on: today)
        )
    }

    private func letters() async throws -> [Workload.PendingLetter] {
        var pending: [Workload.PendingLetter] = []
        for letter in try await register.lettersToSee(limit: 50) {
            guard let line = try await register.line(of: letter.caseFile) else { continue }
            pending.append(
                Workload.PendingLetter(
                    letter: LetterLine(letter, issuedAt: nil),
                    identifier: line.number?.description ?? line.reference.description,
                    person: line.person
                )
            )
        }
        return pending
    }

    private func filter(_ stage: Stage) -> CaseFilter {
        var filter = CaseFilter()
        filter.stages = [stage]
        filter.limit = 200
        return filter
    }

    private func group(_ lines: [CaseLine]) -> Workload.Group {
        Workload.Group(lines: lines.prefix(Self.most).map { CaseSummary($0, names) }, total: lines.count)
    }
}
