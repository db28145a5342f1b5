/// Essai de reprise: what of an older register can be taken over, and all that is wrong with the rest. It writes nothing.
public struct TakeoverTrial: Sendable, Equatable {
    /// Complaints that nothing is wrong with, in the order of the file.
    public private(set) var complaints: [FormerComplaint] = []
    /// All that is wrong, in the order of the file.
    public private(set) var problems: [RowProblem] = []
    /// Lines that are no complaints, such as one of totals, in the order of the file. They keep nothing from being taken over.
    public private(set) var setAside: [RowProblem] = []

    /// - Parameters:
    ///   - choices: what each column holds, and what each state means.
    ///   - today: no day of the file is later.
    public init(_ sheet: FormerSheet, _ choices: FormerChoices, today: CivilDate) {
        var first: [[UInt8]: FormerComplaint] = [:]
        let places = choices.places
        for row in sheet.rows {
            if let words = sheet.total(in: row, by: choices) {
                setAside.append(RowProblem(line: row.line, column: nil, head: "", read: words, .total))
                continue
            }
            var reader = FormerRowReader(row, sheet, choices, places, today: today)
            let complaint = reader.read()
            problems += reader.problems
            guard let complaint else { continue }
            if let other = first[complaint.mark] {
                let cause: RowProblem.Cause = complaint.isLike(other) ? .doubled : .sameNumber
                problems.append(Self.problem(cause, of: complaint, other: other.line))
            } else {
                first[complaint.mark] = complaint
                complaints.append(complaint)
            }
        }
    }

    /// Puts aside what this register has taken over before. - Parameter marks: what it knows those by.
    public mutating func putAside(known marks: Set<[UInt8]>) {
        guard !marks.isEmpty else { return }
        problems += complaints.filter { marks.contains($0.mark) }.map { Self.problem(.known, of: $0) }
        problems.sort { $0.line < $1.line }
        complaints.removeAll { marks.contains($0.mark) }
    }

    /// Whether all of it can be taken over: the whole file, or nothing of it.
    public var isGood: Bool { problems.isEmpty && !complaints.isEmpty }

    /// How many lines have something wrong.
    public var wrongLines: Int { Set(problems.map(\.line)).count }

    /// How many of the good ones go on here, and how many are over.
    public func count(_ state: Takeover.State) -> Int { complaints.count { $0.state == state } }

    private static func problem(
        _ cause: RowProblem.Cause,
        of complaint: FormerComplaint,
        other: Int? = nil
    ) -> RowProblem {
        RowProblem(
            line: complaint.line,
            column: .number,
            head: "",
            read: complaint.formerNumber.isEmpty ? complaint.original.subject : complaint.formerNumber,
            cause,
            other: other
        )
    }
}
