public import Complaints
import Storage

extension Register {
    /// Seconds before a scanner is asked again about a document of which it could not say anything.
    private static let scanPause = 3600
    /// When it is asked about what is part of no case and is no mail: later than any instant, until it is one of them.
    static let unscheduled = "9999"
    /// Characters of a scanner's finding that are kept.
    private static let longestFinding = 200

    /// A document of a case file, or a mail with all that came with it, that no scanner has spoken of yet; nil where there
    /// is none to ask about now.
    public func unscanned() async throws -> FileSummary? {
        let now = world.now().description
        return try await database.read { try $0.run(toScan(at: now)).first.map(FileSummary.init) }
    }

    /// What is asked each second: an index has it, however many documents wait that nobody is to be asked about yet.
    func toScan(at now: String) -> SQL {
        """
        SELECT id, name, type, length, digest FROM attachment
        WHERE organisation = \(organisation.id) AND scanned_at = '' AND scan_after <= \(now)
        ORDER BY scan_after, id LIMIT 1
        """
    }

    /// Keeps what a scanner said of a document.
    ///
    /// - Parameter finding: the name of what it found; nil for nothing.
    public func keepScan(of attachment: String, finding: String?) async throws {
        let now = world.now().description
        let kept = String((finding ?? "").prefix(Self.longestFinding))
        _ = try await database.write(scope) { connection in
            try connection.run(
                """
                UPDATE attachment SET scanned_at = \(now), finding = \(kept)
                WHERE organisation = \(organisation.id) AND id = \(attachment)
                """
            )
        }
    }

    /// Asks about a document again in an hour: the scanner could not say anything of it.
    public func postponeScan(of attachment: String) async throws {
        let later = world.now().adding(seconds: Self.scanPause).description
        _ = try await database.write(scope) { connection in
            try connection.run(
                """
                UPDATE attachment SET scan_after = \(later)
                WHERE organisation = \(organisation.id) AND id = \(attachment)
                """
            )
        }
    }

    /// What has been said of a document; nil where nothing has.
    public func scan(of attachment: String) async throws -> FileScan? {
        try await database.read { try scan(of: attachment, in: $0) }
    }

    func scan(of attachment: String, in connection: any Connection) throws -> FileScan? {
        try connection.run(
            """
            SELECT id, scanned_at, finding FROM attachment
            WHERE organisation = \(organisation.id) AND id = \(attachment) AND scanned_at <> ''
            """
        ).first.map { try FileScan($0) }
    }

    /// What has been said of the documents of a case file, by their identifiers.
    public func scans(of id: CaseFile.ID) async throws -> [String: FileScan] {
        try await database.read { connection in
            let rows = try connection.run(
                """
                SELECT id, scanned_at, finding FROM attachment
                WHERE organisation = \(organisation.id) AND case_file = \(id.description) AND scanned_at <> ''
                """
            )
            return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text(0), try FileScan($0)) })
        }
    }
}

extension FileScan {
    /// From the instant and the finding of a row, in its second and third columns.
    fileprivate init(_ row: Row) throws {
        guard let at = Instant(try row.text(1)) else { throw StorageError.failed("a scan cannot be read") }
        let finding = try row.text(2)
        self.init(at: at, finding: finding.isEmpty ? nil : finding)
    }
}
