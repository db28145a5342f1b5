public import Complaints

/// An older register as people keep one in a spreadsheet: a title above the heads, empty lines, days written in five ways,
/// cells with semicolons and line ends; and, where it is not mended, one thing wrong with one line in twenty-nine.
public struct MessyRegister: Sendable {
    /// A complaint as it stands there once it is mended.
    public struct Row: Sendable {
        /// Its line, as a spreadsheet counts it.
        public let line: Int
        public let number: String
        public let receivedOn: CivilDate
        public let isClosed: Bool
        public let lastName: String
        public let subject: String
        public let text: String
        public let answeredOn: CivilDate?
        public let closedOn: CivilDate?
    }

    /// What is wrong with a line.
    public struct Defect: Sendable, Hashable {
        public let line: Int
        public let column: FormerColumn?
        public let cause: RowProblem.Cause
    }

    public let rows: [Row]
    public let defects: [Defect]

    private static let heads = [
        "N°", "Reçue le", "Réclamant", "Mail", "Objet", "Description", "Statut", "Réponse le", "Clôturée le", "Actions",
        "Suite",
    ]

    /// Everything that may be wrong with one line by itself.
    private static let kinds: [(FormerColumn?, RowProblem.Cause)] = [
        (.receivedOn, .dayImpossible), (.receivedOn, .dayVague), (.receivedOn, .dayUnreadable),
        (.receivedOn, .dayToCome), (.receivedOn, .dayTooOld), (.receivedOn, .missing), (.answeredOn, .beforeReception),
        (.subject, .formula), (.subject, .fault), (.text, .tooLong), (.email, .email), (.state, .stateUnsaid),
        (.state, .closedWithoutDay), (.state, .openWithDay), (.number, .doubled), (nil, .beyond),
        (.closedOn, .closedBeforeAnswer),
    ]

    /// The first day, and day 0 of spreadsheets.
    private static let start = day("2021-01-04")
    private static let origin = day("1899-12-30")

    private static func day(_ text: String) -> CivilDate {
        guard let day = CivilDate(text) else { preconditionFailure("\(text) is a day.") }
        return day
    }

    /// - Parameter count: how many complaints.
    public init(_ count: Int = 2_000) {
        var (rows, defects): ([Row], [Defect]) = ([], [])
        for index in 0..<count {
            // A title, an empty line, the heads; and an empty line after every hundred.
            let row = Self.row(index, line: 4 + index + index / 100)
            rows.append(row)
            guard index % 29 == 28 else { continue }
            let (column, cause) = Self.kinds[(index / 29) % Self.kinds.count]
            defects.append(Defect(line: row.line, column: column, cause: cause))
        }
        (self.rows, self.defects) = (rows, defects)
    }

    private static func row(_ index: Int, line: Int) -> Row {
        let receivedOn = start.adding(days: index * 7_919 % 1_800)
        let isClosed = index % 4 < 2
        return Row(
            line: line,
            number: "A-\(index + 1)",
            receivedOn: receivedOn,
            isClosed: isClosed,
            lastName: "NOM\(index + 1)",
            subject: "Objet n° \(index + 1) ; salle « B »",
            text: "Première ligne\nseconde \"ligne\" \(index + 1)",
            answeredOn: isClosed ? receivedOn.adding(days: 20) : nil,
            closedOn: isClosed ? receivedOn.adding(days: 30) : nil
        )
    }

    /// The table. - Parameter isMended: whether nothing is wrong with it.
    public func table(isMended: Bool) -> String {
        var lines = [["Registre des réclamations"], [], Self.heads]
        let wrong = Dictionary(defects.map { ($0.line, $0) }) { first, _ in first }
        for (index, row) in rows.enumerated() {
            if index > 0, index.isMultiple(of: 100) { lines.append([]) }
            var cells = Self.cells(row, index)
            if !isMended, let defect = wrong[row.line] { spoil(&cells, defect, index) }
            lines.append(cells)
        }
        return lines.map { $0.map(Self.quoted).joined(separator: ";") + "\r\n" }.joined()
    }

    private static func cells(_ row: Row, _ index: Int) -> [String] {
        let states = index % 4 < 2 ? ["Clos", "TERMINÉ"] : ["en cours", "En attente"]
        return [
            row.number, written(row.receivedOn, index), "\(row.lastName) Jean", "jean\(index)@exemple.example",
            row.subject, row.text, states[index % 2], row.answeredOn.map { written($0, index + 1) } ?? "",
            row.closedOn.map { written($0, index + 2) } ?? "", "Appel, puis visite", row.isClosed ? "Avoir" : "",
        ]
    }

    /// A day, in one of five ways.
    private static func written(_ day: CivilDate, _ index: Int) -> String {
        let months = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ]
        switch index % 5 {
        case 0: return "\(padded(day.day))/\(padded(day.month))/\(day.year)"
        case 1: return "\(day.day).\(day.month).\(padded(day.year % 100))"
        case 2: return "\(day) 00:00:00"
        case 3: return String(origin.days(until: day))
        default: return "\(day.day == 1 ? "1er" : String(day.day)) \(months[day.month - 1]) \(day.year)"
        }
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private func spoil(_ cells: inout [String], _ defect: Defect, _ index: Int) {
        switch defect.cause {
        case .dayImpossible: cells[1] = "31/02/2024"
        case .dayVague: cells[1] = "mars 2023"
        case .dayUnreadable: cells[1] = "bientôt"
        case .dayToCome: cells[1] = "01/01/2031"
        case .dayTooOld: cells[1] = "01/01/1981"
        case .missing: cells[1] = ""
        case .beforeReception: cells[7] = "01/01/2020"
        case .formula: cells[4] = "=1+1"
        case .fault: cells[4] = "#REF!"
        case .tooLong: cells[5] = String(repeating: "x", count: 40_000)
        case .email: cells[3] = "jean chez exemple"
        case .stateUnsaid: cells[6] = "peut-être"
        case .closedWithoutDay: (cells[6], cells[7], cells[8]) = ("Clos", "", "")
        case .openWithDay: (cells[6], cells[7], cells[8]) = ("en cours", "", "12/01/2026")
        case .doubled:
            // The same number of the same year.
            (cells[0], cells[1]) = (rows[index - 1].number, "\(rows[index - 1].receivedOn)")
            (cells[6], cells[7], cells[8]) = ("en cours", "", "")
        case .beyond: cells.append("décalé")
        case .closedBeforeAnswer: (cells[6], cells[7], cells[8]) = ("Clos", "13/01/2026", "12/01/2026")
        case .known: break
        }
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { ";\"\n".contains($0) }) else { return cell }
        return "\"\(cell.replacing("\"", with: "\"\""))\""
    }
}
