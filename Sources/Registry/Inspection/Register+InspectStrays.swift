import Complaints
import Storage

extension Register {
    /// Counters stand at their book's last number.
    func inspectCounters(_ report: InspectionReport, in connection: any Connection) throws {
        for (book, last) in [(Book.register, report.log.numbers), (Book.intake, report.receptions)] {
            let counters = try connection.run(
                """
                SELECT year, last FROM counter
                WHERE organisation = \(organisation.id) AND book = \(book.rawValue) ORDER BY year
                """
            )
            let standing = try Dictionary(
                uniqueKeysWithValues: counters.map { (try $0.integer(0), try $0.integer(1)) }
            )
            for year in Set(standing.keys).union(last.keys).sorted() where standing[year] != last[year] {
                throw Discrepancy.counter(book: book.rawValue, year: year)
            }
        }
    }

    /// Rows that no history stands behind.
    func inspectStrays(_ report: InspectionReport, in connection: any Connection) throws {
        for (table, sql, expected) in counts(report) where try connection.run(sql)[0].integer(0) != expected {
            throw Discrepancy.orphan(table: table)
        }
    }

    /// How many rows there are to be, by table.
    private func counts(_ report: InspectionReport) -> [(table: String, sql: SQL, expected: Int)] {
        let id = organisation.id
        return [
            ("log_leaf", "SELECT COUNT(*) FROM log_leaf WHERE organisation = \(id)", report.log.size),
            ("log_node", "SELECT COUNT(*) FROM log_node WHERE organisation = \(id)", nodes(report.log.size)),
            ("log_opening", "SELECT COUNT(*) FROM log_opening WHERE organisation = \(id)", report.log.openings),
            ("log_checkpoint", "SELECT COUNT(*) FROM log_checkpoint WHERE organisation = \(id)", report.checkpoints),
            ("letter", "SELECT COUNT(*) FROM letter WHERE organisation = \(id)", report.letters),
            (
                "attachment", "SELECT COUNT(*) FROM attachment WHERE organisation = \(id) AND case_file IS NOT NULL",
                report.attachments
            ),
            (
                "attachment_chunk",
                """
                SELECT COUNT(*) FROM attachment_chunk c WHERE organisation = \(id)
                    AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.organisation = c.organisation
                        AND a.id = c.attachment)
                    AND NOT EXISTS (SELECT 1 FROM upload u WHERE u.organisation = c.organisation AND u.id = c.attachment)
                """, 0
            ),
            (
                "case_word",
                "SELECT COUNT(*) FROM case_word WHERE organisation_number = \(organisation.number)", report.words
            ),
            ("takeover", "SELECT COUNT(*) FROM takeover WHERE organisation = \(id)", report.takeovers),
            ("case_text", "SELECT COUNT(*) FROM case_text WHERE organisation = \(id)", report.cases),
            // Words of case files to come would not be entered, and so never found.
            (
                "word_index",
                "SELECT COUNT(*) FROM word_index WHERE organisation = \(id) AND below > \(report.log.size)", 0
            ),
            ("submission", leadingNowhere("submission", id), 0), ("tracking", leadingNowhere("tracking", id), 0),
        ]
    }

    /// Rows of a table that name a case file which is not there.
    private func leadingNowhere(_ table: SQL, _ id: String) -> SQL {
        """
        SELECT COUNT(*) FROM \(table) t WHERE t.organisation = \(id)
            AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.organisation = t.organisation AND c.id = t.case_file)
        """
    }

    /// How many complete subtrees above the leaves a tree has.
    private func nodes(_ size: Int) -> Int {
        var nodes = 0
        var level = size / 2
        while level > 0 {
            nodes += level
            level /= 2
        }
        return nodes
    }
}
