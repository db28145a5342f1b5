import Complaints
import Logging
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
    private let logger: Logger
    private let sheet: ExportSheet
    private var filter: CaseFilter
    private var stage = Stage.head
    private var count = 0

    /// - Parameters:
    ///   - step: how many lines are read at a time, in the register with the files behind them.
    ///   - logger: where it is told which case could not be read.
    init(
        _ list: ExportedList,
        as format: ExportFormat,
        for visitor: StaffVisitor,
        press: Press,
        now: Instant,
        step: Int = 200,
        _ logger: Logger
    ) {
        self.list = list
        self.format = format
        self.visitor = visitor
        self.press = press
        self.now = now
        self.logger = logger
        sheet = ExportSheet(
            list.scope.book,
            isPseudonymised: list.scope.isPseudonymised,
            for: visitor.officer,
            today: now.civilDate,
            press: press
        )
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
            let page = try await page()
            let piece = joined(page.rows, areFirst: count == 0)
            count += page.rows.count
            if page.rows.count == filter.limit, let last = page.last {
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

    /// The next lines as they are written, and the last of them.
    private func page() async throws -> (rows: [[UInt8]], last: CaseLine?) {
        switch list.summarised {
        case .whole(let summaries):
            let lines = try await exported(summaries)
            return (lines.map(written), lines.last?.line)
        case .withoutPersons(let known):
            let lines = try await visitor.register.lines(of: list.scope.book, filter)
            return (lines.map { written($0, known) }, lines.last)
        }
    }

    /// The next lines with how each case was dealt with, which its file alone knows; the intake log does not say it.
    private func exported(_ summaries: Summaries) async throws -> [ExportedLine] {
        guard list.scope.book == .register else {
            let lines = try await visitor.register.lines(of: list.scope.book, filter)
            return zip(lines, summaries.listing(lines)).map { ExportedLine(line: $0, summary: $1, treatment: nil) }
        }
        let opened = try await visitor.register.openedLines(of: .register, filter) { Treatment($0) }
        return zip(opened, summaries.listing(opened.map(\.line))).map { opened, summary in
            ExportedLine(line: opened.line, summary: summary, treatment: treatment(opened))
        }
    }

    /// A file that cannot be read keeps no other from being written.
    private func treatment(_ opened: OpenedLine<Treatment>) -> Treatment? {
        let reference = "\(opened.line.reference)"
        switch opened.told {
        case .success(let treatment): return treatment
        case .failure(.restricted): return nil
        case .failure(.unreadable(let seq)):
            logger.error("case unreadable in an export", metadata: ["case": "\(reference)", "line": "\(seq)"])
            return .unreadable
        case .failure:
            logger.error("case without a history in an export", metadata: ["case": "\(reference)"])
            return nil
        }
    }

    private func written(_ line: ExportedLine) -> [UInt8] {
        switch format {
        case .table: Array(sheet.row(line.summary, line.treatment).utf8)
        case .data: Self.json(line).bytes
        }
    }

    private func written(_ line: CaseLine, _ known: [Stakeholder]) -> [UInt8] {
        switch format {
        case .table: Array(sheet.row(AuditLine(line, known)).utf8)
        case .data: Self.withoutPersons.json(AuditedLine(line, known)).bytes
        }
    }

    private func joined(_ rows: [[UInt8]], areFirst: Bool) -> [UInt8] {
        switch format {
        case .table: return Array(rows.joined())
        case .data:
            let comma = Array(",".utf8)
            return (areFirst || rows.isEmpty ? [] : comma) + rows.joined(separator: comma)
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
