import Complaints
import Foundation
import Registry
import TestSupport
import Testing

@testable import App

@Suite struct `The demonstration` {
    @Test(arguments: Engine.available) func `has a case of every kind that somebody may want to see`(
        engine: Engine
    ) async throws {
        try await withTemporaryFolder { folder in
            var given: [Settings.Name: String] = [.data: folder.appending(path: "donnees").path()]
            if engine == .postgres {
                given = [
                    .database: try await PostgresServer.shared.createDatabase(),
                    .keys: folder.appending(path: "cles").path(),
                ]
            }
            let settings = try await Settings(given: given, isSheltered: true)
            try await Demo.fill(settings)
            try await Warehouse.use(settings) { warehouse in
                for provider in Demo.providers.dropFirst() { try await expectAYear(of: provider, in: warehouse) }
                let organisation = try await warehouse.organisation(named: FilmSchool.provider.host)
                let register = try warehouse.organisations.register(of: organisation, compose: noLetters)
                var filter = CaseFilter()
                filter.limit = 200
                let lines = try await register.receptions(filter)
                let stages = Set(lines.map(\.stage))
                // Nothing is old enough to be archived or erased after a year.
                let shown = Set(Stage.allCases).subtracting([.archived, .erased])
                #expect(stages == shown, "\(shown.symmetricDifference(stages))")
                let today = World.real.now().civilDate
                let late = WaitingWork.toAnswer(from: nil, through: today.adding(days: -1))
                #expect(try await !register.waiting(late, limit: 1).lines.isEmpty, "nothing is late")
                var kinds: Set<EventKind> = []
                for line in lines { kinds.formUnion(try await register.caseFile(line.id).entries.map(\.event.kind)) }
                #expect(
                    kinds.isSuperset(of: [
                        .reopened, .mediationEnded, .contestDecided, .restricted, .satisfactionRecorded,
                    ])
                )
                let troubled = try await register.lettersToSee(hasRelay: true, limit: 10)
                #expect(Set(troubled.map(\.state)) == [.failed, .paper])
                try await expectDecidable(lines, in: register, of: try await warehouse.accounts(of: organisation).all())
                _ = try await register.inspect(witnesses: [])
            }
        }
    }

    /// Another provider, whose year is a small one, is whole too.
    private func expectAYear(of provider: DemoProvider, in warehouse: Warehouse) async throws {
        let organisation = try await warehouse.organisation(named: provider.host)
        let register = try warehouse.organisations.register(of: organisation, compose: noLetters)
        #expect(try await register.receptions(CaseFilter()).count == provider.stories.count)
        _ = try await register.inspect(witnesses: [])
    }

    /// The manager, whose password is shown, may decide the contest: somebody else had judged.
    private func expectDecidable(
        _ lines: [CaseLine],
        in register: Register,
        of accounts: [Account]
    ) async throws {
        let line = try #require(lines.first { $0.stage == .contested })
        let manager = try #require(accounts.first { $0.email == FilmSchool.manager.email })
        let file = try await register.caseFile(line.id)
        let decided = try file.decideContest(
            ContestDecision(result: .reinstated, reason: "L’accès était promis au contrat"),
            among: Set(accounts.map(\.id)),
            procedure: FilmSchool.provider.procedure,
            Signature(by: .officer(Officer(id: manager.id, roles: FilmSchool.manager.roles)), at: World.real.now())
        )
        guard case .contestDecided(let decision) = decided else {
            Issue.record("\(decided)")
            return
        }
        #expect(!decision.isAlone)
    }

    // Shows: S-81
    @Test func `keeps its keys in its own folder and sends nothing`() async throws {
        let settings = try await Settings(given: [.data: "/tmp/demonstration"], isSheltered: true)
        #expect(settings.keys == "/tmp/demonstration/cles")
        #expect(settings.relay == nil && settings.tls == nil && settings.proxies.isEmpty)
        #expect(settings.host == "127.0.0.1" && settings.place == .folder("/tmp/demonstration"))
    }
}
