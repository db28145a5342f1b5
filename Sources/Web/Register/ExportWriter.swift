import Complaints
import Pages
import Registry

/// What is exported, and how a line of it is shown.
struct ExportedList: Sendable {
    enum Summarised: Sendable {
        case whole(Summaries)
        /// With the kinds of person that the provider's list has.
        case withoutPersons([Stakeholder])
    }

    let scope: ExportScope
    let filter: CaseFilter
    let summarised: Summarised
}

/// Writes a list line after line, a few hundred of them in memory at a time. Each page is read after the last line of the one
/// before, as the list's pages are: what comes in meanwhile moves nothing, and no transaction waits for a slow reader.
struct ExportWriter: Sendable {
    let list: ExportedList
    let visitor: StaffVisitor
    let press: Press
    let now: Instant

    /// How many lines are read at a time.
    var step = 500

    /// For spreadsheets.
    func writeTable(_ write: (String) async throws -> Void) async throws {
        let sheet = ExportSheet(
            list.scope.book,
            isPseudonymised: list.scope.isPseudonymised,
            for: visitor.officer,
            today: now.civilDate,
            press: press
        )
        try await write(sheet.head)
        let count = try await walk { lines in
            let rows =
                switch list.summarised {
                case .whole(let summaries): summaries.listing(lines).map { sheet.row($0) }
                case .withoutPersons(let known): lines.map { sheet.row(AuditLine($0, known)) }
                }
            try await write(rows.joined())
        }
        if count == 0 { try await write(sheet.row(saying: list.scope.nothing(at: now, press))) }
    }

    /// For programs.
    func writeData(_ write: ([UInt8]) async throws -> Void) async throws {
        // Its last member is the list of lines, so that these are written as they come.
        var opening = header.bytes
        opening.removeLast()
        try await write(opening + Array(#","lignes":["#.utf8))
        var isFirst = true
        let count = try await walk { lines in
            let values: [JSON] =
                switch list.summarised {
                case .whole(let summaries): summaries.listing(lines).map(Self.whole.json)
                case .withoutPersons(let known): lines.map { Self.withoutPersons.json(AuditedLine($0, known)) }
                }
            for value in values {
                try await write((isFirst ? [] : Array(",".utf8)) + value.bytes)
                isFirst = false
            }
        }
        let nothing = count == 0 ? list.scope.nothing(at: now, press) : nil
        let rest = JSON.members(["nombre": .number(count), "neant": nothing.map { .string($0) }]).bytes.dropFirst()
        try await write(Array("],".utf8) + rest)
    }

    private var header: JSON {
        let filters = list.scope.items.map { JSON.Member(name: $0.name, value: .string($0.value)) }
        return .members([
            "format": .string("doleances/export"), "version": .number(1),
            "livre": .string(list.scope.book.rawValue), "titre": .string(list.scope.title(press)),
            "sans_les_noms": .flag(list.scope.isPseudonymised),
            "organisme": .string(visitor.register.organisation.name), "etabli_le": .string(now.description),
            "filtres": .object(filters),
        ])
    }

    /// Reads the list to its end; how many lines it had.
    private func walk(_ take: ([CaseLine]) async throws -> Void) async throws -> Int {
        var filter = list.filter
        filter.limit = step
        var count = 0
        while true {
            let lines = try await visitor.register.lines(of: list.scope.book, filter)
            count += lines.count
            if !lines.isEmpty { try await take(lines) }
            guard lines.count == step, let last = lines.last else { return count }
            filter.before = LedgerPlace(after: last, in: list.scope.book, filter.order)
        }
    }
}
