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

/// Writes a list piece after piece, a few hundred lines in memory at a time. Each page is read after the last line of the one
/// before, as the list's pages are: what comes in meanwhile moves nothing, and no transaction waits for a slow reader.
struct ExportWriter: Sendable {
    private enum Stage {
        case head, lines, tail, over
    }

    private let list: ExportedList
    private let format: ExportFormat
    private let visitor: StaffVisitor
    private let press: Press
    private let now: Instant
    private var filter: CaseFilter
    private var stage = Stage.head
    private var count = 0

    /// - Parameter step: how many lines are read at a time.
    init(
        _ list: ExportedList,
        as format: ExportFormat,
        for visitor: StaffVisitor,
        press: Press,
        now: Instant,
        step: Int = 500
    ) {
        self.list = list
        self.format = format
        self.visitor = visitor
        self.press = press
        self.now = now
        filter = list.filter
        filter.limit = step
    }

    /// The next piece of the file; nil at its end.
    mutating func next() async throws -> [UInt8]? {
        switch stage {
        case .head:
            stage = .lines
            return head
        case .lines:
            let lines = try await visitor.register.lines(of: list.scope.book, filter)
            let piece = try await written(lines, areFirst: count == 0)
            count += lines.count
            if lines.count == filter.limit, let last = lines.last {
                filter.before = LedgerPlace(after: last, in: list.scope.book, filter.order)
            } else {
                stage = .tail
            }
            return piece
        case .tail:
            stage = .over
            return tail
        case .over: return nil
        }
    }

    /// What it begins with.
    private var head: [UInt8] {
        switch format {
        case .table: return Array(sheet.head.utf8)
        case .data:
            // Its last member is the list of lines, so that these are written as they come.
            var opening = header.bytes
            opening.removeLast()
            return opening + Array(#","lignes":["#.utf8)
        }
    }

    private func written(_ lines: [CaseLine], areFirst: Bool) async throws -> [UInt8] {
        switch format {
        case .table:
            let sheet = sheet
            let rows =
                switch list.summarised {
                case .whole(let summaries):
                    try await exported(summaries.listing(lines)).map { sheet.row($0.summary, $0.treatment) }
                case .withoutPersons(let known): lines.map { sheet.row(AuditLine($0, known)) }
                }
            return Array(rows.joined().utf8)
        case .data:
            let values: [JSON] =
                switch list.summarised {
                case .whole(let summaries): try await exported(summaries.listing(lines)).map(Self.json)
                case .withoutPersons(let known): lines.map { Self.withoutPersons.json(AuditedLine($0, known)) }
                }
            let joined = values.map(\.bytes).joined(separator: Array(",".utf8))
            return (areFirst || values.isEmpty ? [] : Array(",".utf8)) + joined
        }
    }

    /// Lines with how each case was dealt with, which its file alone knows; the intake log does not say it.
    private func exported(_ summaries: [CaseSummary]) async throws -> [ExportedLine] {
        var lines: [ExportedLine] = []
        for summary in summaries {
            lines.append(ExportedLine(summary: summary, treatment: try await treatment(of: summary)))
        }
        return lines
    }

    private func treatment(of line: CaseSummary) async throws -> Treatment? {
        guard list.scope.book == .register, !line.isHidden else { return nil }
        do {
            return Treatment(try await visitor.register.caseFile(line.id))
        } catch Register.Failure.restricted {
            // Closed to the reader since its line was read.
            return nil
        }
    }

    /// What it ends with: that there is nothing, where there is nothing (R-22).
    private var tail: [UInt8] {
        let nothing = count == 0 ? list.scope.nothing(at: now, press) : nil
        switch format {
        case .table: return nothing.map { Array(sheet.row(saying: $0).utf8) } ?? []
        case .data:
            let members = JSON.members(["nombre": .number(count), "neant": nothing.map { .string($0) }])
            return Array("],".utf8) + members.bytes.dropFirst()
        }
    }

    private var sheet: ExportSheet {
        ExportSheet(
            list.scope.book,
            isPseudonymised: list.scope.isPseudonymised,
            for: visitor.officer,
            today: now.civilDate,
            press: press
        )
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
}
