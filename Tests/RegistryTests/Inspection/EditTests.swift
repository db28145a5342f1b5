import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `An edit by somebody who holds the database` {
    /// The edit, and what `verify` is to name.
    private typealias Edit = (name: String, sql: SQL, finding: String)

    private static let first: SQL = "(SELECT id FROM case_file WHERE reference_ordinal = 1)"
    private static let second: SQL = "(SELECT id FROM case_file WHERE reference_ordinal = 2)"

    private static let letters: [Edit] = [
        (
            "sent to somebody else", "UPDATE letter SET recipient = 'autre@example.org' WHERE state = 'waiting'",
            "letter"
        ),
        ("never sent", "UPDATE letter SET state = 'paper' WHERE state = 'waiting'", "letter"),
        ("to nobody", "UPDATE letter SET recipient = '' WHERE state = 'held'", "letter"),
        ("said to be issued", "UPDATE letter SET state = 'issued' WHERE state = 'waiting'", "letter"),
        ("sent twice", "UPDATE letter SET state = 'waiting' WHERE state = 'issued'", "letter"),
        ("another reply of the relay's", "UPDATE letter SET result = '550' WHERE state = 'issued'", "letter"),
        ("another letter's words", "UPDATE letter SET text = text || '.' WHERE kind = 'reponse'", "letter"),
        ("another hour", "UPDATE letter SET created_at = '2026-11-22T09:00:00Z' WHERE kind = 'reponse'", "letter"),
        ("another case's", "UPDATE letter SET case_file = \(second) WHERE case_file = \(first)", "letter"),
        ("gone", "DELETE FROM letter WHERE kind = 'reponse'", "letter"),
        (
            "one too many",
            """
            INSERT INTO letter (organisation, id, case_file, kind, recipient, subject, text, message, state, attempts,
                next_attempt_at, claimed_until, result, created_at)
            SELECT organisation, 'intruse', case_file, kind, recipient, subject, text, message, state, attempts,
                next_attempt_at, claimed_until, result, created_at FROM letter WHERE kind = 'reponse'
            """, "orphan letter"
        ),
    ]

    private static let files: [Edit] = [
        ("a file's name", "UPDATE attachment SET name = 'autre.pdf' WHERE length = 1", "attachment"),
        ("another case's file", "UPDATE attachment SET case_file = \(second) WHERE length = 1", "attachment"),
        ("nobody's file", "UPDATE attachment SET case_file = NULL WHERE length = 1", "attachment"),
        ("a file gone", "DELETE FROM attachment WHERE length = 1", "attachment"),
        ("a part gone", "DELETE FROM attachment_chunk WHERE position = 1", "attachment"),
        ("other bytes", "UPDATE attachment_chunk SET bytes = \([UInt8]([1])) WHERE position = 1", "attachment"),
        (
            "a part after a gap",
            """
            INSERT INTO attachment_chunk SELECT organisation, attachment, 7, bytes FROM attachment_chunk WHERE position = 1
            """, "attachment"
        ),
        (
            "a part of nothing",
            "INSERT INTO attachment_chunk SELECT organisation, 'rien', 0, bytes FROM attachment_chunk WHERE position = 1",
            "orphan attachment_chunk"
        ),
        (
            "a file too many",
            """
            INSERT INTO attachment (organisation, id, case_file, submission, name, type, length, digest, created_at)
                SELECT organisation, 'intruse', case_file, submission, name, type, length, digest, created_at
                FROM attachment WHERE length = 1
            """, "orphan attachment"
        ),
    ]

    private static let cases: [Edit] = [
        ("answered in time", "UPDATE case_file SET answer_due = '2027-12-31' WHERE reference_ordinal = 1", "list"),
        ("a case gone from the lists", "DELETE FROM case_file WHERE reference_ordinal = 3", "unlisted"),
        (
            "a number never given", "UPDATE counter SET last = last + 1 WHERE book = 'registre'",
            "counter registre"
        ),
        (
            "a reception never made", "UPDATE counter SET last = last + 1 WHERE book = 'receptions'",
            "counter receptions"
        ),
        ("what was said", "UPDATE discontent SET said = 'Merci'", "list"),
        ("what was said gone from the list", "DELETE FROM discontent", "unlisted"),
        ("words", "UPDATE case_text SET words = ' rien '", "words"),
        ("words to come not entered", "UPDATE word_index SET below = 1000", "orphan word_index"),
        (
            "the procedure of the day",
            "UPDATE procedure_version SET content = replace(content, 'Ciné-Atelier', 'Ciné-Théâtre')", "procedure"
        ),
        ("its day", "UPDATE procedure_version SET published_at = '2020-01-01T00:00:00Z'", "procedure"),
        ("the procedure gone", "DELETE FROM procedure_version", "procedure"),
        (
            "a code that follows another case",
            "UPDATE tracking SET case_file = \(first) WHERE case_file = \(second)", "sender"
        ),
        ("a form that leads elsewhere", "UPDATE submission SET seq = seq + 1", "sender"),
        (
            "a form of nothing", "UPDATE submission SET case_file = 'rien' WHERE case_file = \(first)",
            "orphan submission"
        ),
    ]

    private static let lines: [Edit] = [
        (
            "a line's day", "UPDATE log_leaf SET leaf = replace(leaf, '2026-11-23', '2026-11-22') WHERE seq = 3",
            "log racine 0"
        ),
        (
            "a line gone", "DELETE FROM log_leaf WHERE seq = 3",
            "log place 3"
        ),
        (
            "the end cut off", "DELETE FROM log_leaf WHERE seq > 5",
            "log tronque 6"
        ),
        (
            "a content gone", "DELETE FROM log_opening WHERE seq = 3",
            "log ouverture 3"
        ),
        ("a content of another case", "UPDATE log_opening SET case_file = \(second) WHERE seq = 3", "opening"),
        ("a content of the log's own", "UPDATE log_opening SET case_file = '' WHERE seq = 3", "opening"),
        (
            "a line before the first", "INSERT INTO log_leaf SELECT organisation, -1, leaf FROM log_leaf WHERE seq = 0",
            "orphan log_leaf"
        ),
        (
            "a content after the last",
            "INSERT INTO log_opening SELECT organisation, 900, 'rien', salt, payload FROM log_opening WHERE seq = 0",
            "orphan log_opening"
        ),
        ("a node", "UPDATE log_node SET hash = \([UInt8](repeating: 1, count: 32)) WHERE level = 2", "node 2"),
        (
            "a node too many", "INSERT INTO log_node SELECT organisation, 9, 9, hash FROM log_node WHERE level = 3",
            "orphan log_node"
        ),
        ("the head's seal", "UPDATE log_head SET seal = \([UInt8](repeating: 1, count: 32))", "head"),
        (
            "a point from before the beginning",
            "INSERT INTO log_checkpoint SELECT organisation, -1, note FROM log_checkpoint LIMIT 1",
            "orphan log_checkpoint"
        ),
    ]

    // Shows: S-65, S-66, F-21
    @Test(arguments: Engine.available) func `is found, and what it is about is named`(engine: Engine) async throws {
        let inspected = try await InspectedBooks(engine)
        for edit in Self.letters + Self.files + Self.cases + Self.lines {
            let found = try await inspected.find(edit.sql)
            #expect(found.map { name($0) } == edit.finding, "\(edit.name)")
        }
        _ = try await inspected.books.register.inspect()
        await inspected.books.close()
    }

    /// What a finding is about, without the references that chance makes.
    private func name(_ found: Discrepancy) -> String {
        switch found {
        case .log(let fault): "log \(fault.kind.rawValue) \(fault.seq)"
        case .lost(_, let seq, _): "lost \(seq)"
        case .stopped(let seq, _): "stopped \(seq)"
        case .head: "head"
        case .node(let level, _): "node \(level)"
        case .opening: "opening"
        case .unlisted: "unlisted"
        case .list: "list"
        case .words: "words"
        case .letter: "letter"
        case .attachment: "attachment"
        case .procedure: "procedure"
        case .sender: "sender"
        case .counter(let book, _): "counter \(book)"
        case .orphan(let table): "orphan \(table)"
        }
    }

    @Test func `that cannot even be read stops the reading, at a line that is named`() async throws {
        let inspected = try await InspectedBooks(.sqlite)
        let found = try await inspected.find("UPDATE log_leaf SET leaf = x'00' WHERE seq = 3")
        guard case .stopped(3, .failed)? = found else {
            Issue.record("\(String(describing: found))")
            return
        }
        await inspected.books.close()
    }
}
