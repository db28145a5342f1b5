public import Complaints
import Storage

/// The templates that letters begin from. What is kept is every version; the newest is the template.
extension Register {
    /// How many an organisation may have, withdrawn ones included.
    public static let mostTemplates = 200

    /// All of them as they are now, withdrawn ones too, in the order of their names.
    public func templates() async throws -> [LetterTemplate] {
        let organisation = organisation.id
        let found = try await database.read { connection in
            try connection.run(
                """
                SELECT t.template, t.version, t.act, t.name, t.content, t.withdrawn FROM letter_template_version t
                WHERE t.organisation = \(organisation) AND t.version = (
                    SELECT MAX(v.version) FROM letter_template_version v
                    WHERE v.organisation = t.organisation AND v.template = t.template
                )
                """
            ).map { try LetterTemplate($0) }
        }
        let named = found.map { (key: FoldedText.fold($0.draft.name), template: $0) }
        return named.sorted { ($0.key, $0.template.id) < ($1.key, $1.template.id) }.map(\.template)
    }

    /// Every version of one, the newest first. - Throws: `TemplateFailure.unknown`.
    public func versions(ofTemplate id: String) async throws -> [TemplateVersion] {
        let organisation = organisation.id
        let versions = try await database.read { connection in
            try connection.run(
                """
                SELECT template, version, act, name, content, withdrawn, author, made_at FROM letter_template_version
                WHERE organisation = \(organisation) AND template = \(id) ORDER BY version DESC
                """
            ).map { row in
                guard let at = Instant(try row.text(7)) else {
                    throw StorageError.failed("a version of a template has no valid instant")
                }
                return TemplateVersion(template: try LetterTemplate(row), author: try row.text(6), at: at)
            }
        }
        guard !versions.isEmpty else { throw TemplateFailure.unknown }
        return versions
    }

    /// Keeps a new one. - Throws: `TemplateFailure.tooMany`.
    public func makeTemplate(_ draft: LetterTemplate.Draft, by author: String) async throws -> LetterTemplate {
        let made = LetterTemplate(id: world.identifier(), version: 1, draft: draft.tidy, isWithdrawn: false)
        let (at, organisation) = (world.now(), organisation.id)
        return try await database.write(scope) { connection in
            let count = try connection.run(
                "SELECT COUNT(*) FROM letter_template_version WHERE organisation = \(organisation) AND version = 1"
            )[0].integer(0)
            guard count < Self.mostTemplates else { throw TemplateFailure.tooMany }
            try keep(made, by: author, at, in: connection)
            return made
        }
    }

    /// Keeps the next version of one, unless it would be the same.
    ///
    /// - Parameters:
    ///   - draft: what it says from now on; its act stays the one that it was made for.
    ///   - expected: the version that its writer had before them.
    /// - Throws: `TemplateFailure`.
    public func changeTemplate(
        _ id: String,
        to draft: LetterTemplate.Draft,
        withdrawn isWithdrawn: Bool,
        expecting expected: Int,
        by author: String
    ) async throws -> LetterTemplate {
        let (at, organisation) = (world.now(), organisation.id)
        return try await database.write(scope) { connection in
            let rows = try connection.run(
                """
                SELECT template, version, act, name, content, withdrawn FROM letter_template_version
                WHERE organisation = \(organisation) AND template = \(id) ORDER BY version DESC LIMIT 1
                """
            )
            guard let present = try rows.first.map({ try LetterTemplate($0) }) else { throw TemplateFailure.unknown }
            var next = draft.tidy
            next.act = present.draft.act
            // Sent twice, it is kept once.
            if next == present.draft, isWithdrawn == present.isWithdrawn { return present }
            guard present.version == expected else { throw TemplateFailure.changedMeanwhile }
            let made = LetterTemplate(id: id, version: expected + 1, draft: next, isWithdrawn: isWithdrawn)
            try keep(made, by: author, at, in: connection)
            return made
        }
    }

    /// Of the versions that a form says its text began from, those that are there and serve this act.
    ///
    /// - Parameter named: `id version` each.
    public func templateMarks(_ named: [String], for act: Act) async throws -> [TemplateMark] {
        let pairs = named.compactMap { name -> (id: String, version: Int)? in
            let parts = name.split(separator: " ")
            guard parts.count == 2, let version = Int(parts[1]) else { return nil }
            return (String(parts[0]), version)
        }
        guard !pairs.isEmpty else { return [] }
        let organisation = organisation.id
        return try await database.read { connection in
            var marks: [TemplateMark] = []
            for (id, version) in pairs.prefix(Self.mostMarks) {
                let rows = try connection.run(
                    """
                    SELECT template, version, act, name, content, withdrawn FROM letter_template_version
                    WHERE organisation = \(organisation) AND template = \(id) AND version = \(version)
                        AND act = \(act.rawValue)
                    """
                )
                if let mark = try rows.first.map({ try LetterTemplate($0).mark }), !marks.contains(mark) {
                    marks.append(mark)
                }
            }
            return marks
        }
    }

    /// From how many one text can be said to begin.
    private static let mostMarks = 10

    private func keep(
        _ template: LetterTemplate,
        by author: String,
        _ at: Instant,
        in connection: any Connection
    ) throws {
        let draft = template.draft
        try connection.run(
            """
            INSERT INTO letter_template_version (organisation, template, version, act, name, content, withdrawn, author,
                made_at)
            VALUES (\(organisation.id), \(template.id), \(template.version), \(draft.act.rawValue), \(draft.name),
                \(draft.text), \(template.isWithdrawn ? 1 : 0), \(author), \(at.description))
            """
        )
    }
}

extension LetterTemplate {
    /// Reads template, version, act, name, content and withdrawn, in this order.
    fileprivate init(_ row: Row) throws {
        guard let act = Act(rawValue: try row.text(2)) else {
            throw StorageError.failed("a template serves no act")
        }
        self.init(
            id: try row.text(0),
            version: try row.integer(1),
            draft: Draft(name: try row.text(3), act: act, text: try row.text(4)),
            isWithdrawn: try row.integer(5) == 1
        )
    }
}
