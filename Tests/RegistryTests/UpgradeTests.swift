import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `Books of the first tables` {
    /// The scripts that made them: those after it change tables which have rows by then.
    private static let first = 2

    private func organisations(_ database: any Database) throws -> Organisations {
        let clock = TestClock(try #require(Instant("2026-11-23T09:00:00Z")))
        return Organisations(
            database: database,
            world: World(now: { clock.now }, bytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }),
            keys: SigningKeys(folder: Scratch.newPath("cles"))
        )
    }

    @Test(arguments: Engine.available)
    func `keep their letters when they are brought up to date, to be tried and counted like new ones`(
        engine: Engine
    ) async throws {
        let database = try await engine.emptyDatabase()
        try await Migrator().migrate(database, Array(Schema.migrations.prefix(Self.first)))
        let organisations = try organisations(database)
        let organisation = try await organisations.add(name: "Ciné-Atelier", host: nil, procedure: Story.procedure)
        try await database.write { connection in
            for minute in 1...3 {
                let at = "2026-11-23T08:0\(minute):00Z"
                try connection.run(
                    """
                    INSERT INTO letter (organisation, id, case_file, kind, recipient, subject, text, message, state,
                        attempts, next_attempt_at, claimed_until, result, created_at)
                    VALUES (\(organisation.id), \("\(minute)"), \(String(repeating: "a", count: 32)), 'accuse',
                        'Noe@Example.org', '', '', \([UInt8]([1])), 'waiting', 0, \(at), '', '', \(at))
                    """
                )
            }
        }
        try await Migrator().migrate(database, Schema.migrations)
        let register = try organisations.register(of: organisation, compose: TestBooks.compose)
        let letter = try #require(try await register.claimLetter())
        #expect(letter.id == "1" && letter.recipient == "Noe@Example.org")
        #expect(letter.triedSince == Instant("2026-11-23T08:01:00Z"))
        // The fourth within a day to one address, whatever its case.
        let receipt = try await register.receive(Register.Intake(channel: .form, original: Story.original))
        #expect(try await register.letters(of: receipt.caseFile).map(\.state) == [.held])
        await database.close()
    }

    // Shows: S-62
    @Test(arguments: Engine.available)
    func `keep what was done to accounts, in the words of the journal of accesses`(engine: Engine) async throws {
        let database = try await engine.emptyDatabase()
        let before = Schema.migrations.filter {
            !["0018-", "0019-", "0021-", "0022-", "0023-", "0024-"].contains($0.name.prefix(5))
        }
        try await Migrator().migrate(database, before)
        let acts: [(act: String, value: String?, isAlone: Int)] = [
            ("compte-roles", "direction responsable", 1), ("compte-remis", nil, 0), ("compte-sessions", nil, 0),
        ]
        try await database.write { connection in
            for (index, (act, value, isAlone)) in acts.enumerated() {
                let (hand, at) = (index == 1 ? "commande" : "ana", "2026-11-27T10:00:0\(index)Z")
                try connection.run(
                    """
                    INSERT INTO access (organisation, id, account, action, case_file, at, on_account, set_to, alone)
                    VALUES ('alpha', \(act), \(hand), \(act), '', \(at), 'paul', \(value), \(isAlone))
                    """
                )
            }
        }
        try await Migrator().migrate(database, Schema.migrations)
        let journal = AccessJournal(organisation: "alpha")
        let lines = try await database.read { try journal.lines(AccessFilter(), "", in: $0) }
        #expect(
            lines.map(\.about) == ["paul", "paul", "paul"]
                && lines.map(\.account) == ["ana", AccessEntry.server, "ana"]
        )
        #expect(lines.map(\.kind) == [.sessionEnded, .accountChanged, .accountChanged])
        #expect(lines.map(\.detail) == ["", "oubli", "roles direction responsable"])
        #expect(lines.map(\.outcome) == [.done, .done, .doneAlone])
        await database.close()
    }

    // Shows: S-37
    @Test(arguments: Engine.available)
    func `have a scanner asked about their cases and mails, and about nobody’s uploads`(engine: Engine) async throws {
        let database = try await engine.emptyDatabase()
        try await Migrator().migrate(database, Schema.migrations.filter { $0.name.prefix(4) < "0037" })
        let organisations = try organisations(database)
        let organisation = try await organisations.add(name: "Ciné-Atelier", host: nil, procedure: Story.procedure)
        let at = "2026-11-23T08:00:00Z"
        let owners = [("case", String(repeating: "a", count: 32)), ("mail", nil), ("none", nil)]
        try await database.write { connection in
            for (id, owner) in owners {
                try connection.run(
                    """
                    INSERT INTO attachment (organisation, id, case_file, name, type, length, digest, created_at)
                    VALUES (\(organisation.id), \(id), \(owner), 'a.txt', 'text/plain', 1, '', \(at))
                    """
                )
            }
            try connection.run(
                """
                INSERT INTO mail (organisation, id, digest, attachment, length, kept_at, state, next_attempt_at, attempts,
                    message_id, person, address, subject, sort, reason, case_file, suggested, letter)
                VALUES (\(organisation.id), 'm', '', 'mail', 1, \(at), 'kept', \(at), 0, '', '', '', '', '', '', '', '', '')
                """
            )
        }
        try await Migrator().migrate(database, Schema.migrations)
        let register = try organisations.register(of: organisation, compose: TestBooks.compose)
        for id in ["case", "mail"] {
            #expect(try await register.unscanned()?.id == id)
            try await register.keepScan(of: id, finding: nil)
        }
        #expect(try await register.unscanned() == nil)
        await database.close()
    }

    // Shows: R-24
    @Test(arguments: Engine.available)
    func `keep what was said, open to all, and the notices that wait`(engine: Engine) async throws {
        let database = try await engine.emptyDatabase()
        try await Migrator().migrate(database, Array(Schema.migrations.prefix(20)))
        let organisations = try organisations(database)
        let organisation = try await organisations.add(name: "Ciné-Atelier", host: nil, procedure: Story.procedure)
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO discontent (organisation, id, person, said, heard_on, waits_since, invitations, result,
                    case_file, last_seq, first_seq)
                VALUES (\(organisation.id), \(String(repeating: "c", count: 32)), 'Zoé', 'Trop cher', '2026-11-20',
                    '2026-11-20', 0, '', '', 0, 0)
                """
            )
            try connection.run(
                """
                INSERT INTO notice (organisation, id, kind, recipient, reference, link, created_at, expires_at,
                    next_attempt_at, attempts)
                VALUES (\(organisation.id), 'a', 'alerte', 'ada@example.org', '2026-R-0001', '', '2026-11-23T08:59:00Z',
                    '2026-11-30T08:59:00Z', '2026-11-23T08:59:00Z', 0)
                """
            )
        }
        try await Migrator().migrate(database, Schema.migrations)
        let register = try organisations.register(of: organisation, compose: TestBooks.compose)
        let reader = Officer(id: "accueil-1", roles: [.receptionDesk])
        let line = try #require(try await register.asSeen(by: reader).discontents(limit: 9).first)
        #expect(line.said == "Trop cher" && !line.isConfidential && line.severities.isEmpty)
        let notice = try #require(try await register.claimNotice())
        #expect(notice.kind == .alert && notice.reference == ReceptionReference(year: 2026, ordinal: 1))
        await database.close()
    }
}
