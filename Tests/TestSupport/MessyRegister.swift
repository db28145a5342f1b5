public import Complaints

/// An older register as people keep one in a spreadsheet: a title above heads of two lines, empty lines, a line of totals, days
/// written in a dozen ways, rows without a state, cells with an address and a number, with semicolons and line ends; and, where
/// it is not mended, one thing wrong with one line in twenty-nine. The same seed makes the same register.
public struct MessyRegister: Sendable {
    /// A complaint as it stands there once it is mended.
    public struct Row: Sendable {
        /// Its line, as a spreadsheet counts it.
        public let line: Int
        public let number: String
        public let receivedOn: CivilDate
        public let isClosed: Bool
        public let lastName: String
        public let email: String?
        public let telephone: String
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
    /// The line of totals.
    public let totalLine: Int
    private let seed: Int

    /// What spans several columns stands above them, what spans both lines on the upper one.
    private static let upperHeads = [
        "N°", "Reçue le", "Réclamant", "", "Réclamation", "", "", "Traitement", "", "", "",
    ]
    private static let heads = [
        "", "", "Nom et prénom", "Coordonnées", "Objet", "Description", "Statut", "Réponse le", "Clôturée le",
        "Actions", "Suite",
    ]

    /// Everything that may be wrong with one line by itself.
    private static let kinds: [(FormerColumn?, RowProblem.Cause)] = [
        (.receivedOn, .dayImpossible), (.receivedOn, .dayVague), (.receivedOn, .dayUnreadable),
        (.receivedOn, .dayToCome), (.receivedOn, .dayTooOld), (.receivedOn, .missing), (.answeredOn, .beforeReception),
        (.subject, .formula), (.subject, .fault), (.text, .tooLong), (.contact, .email), (.state, .stateUnsaid),
        (.state, .closedWithoutDay), (.state, .openWithDay), (.number, .sameNumber), (nil, .beyond),
        (.closedOn, .closedBeforeAnswer), (.contact, .contact),
    ]

    /// The first day, and day 0 of spreadsheets.
    private static let start = day("2021-01-04")
    private static let origin = day("1899-12-30")

    private static func day(_ text: String) -> CivilDate {
        guard let day = CivilDate(text) else { preconditionFailure("\(text) is a day.") }
        return day
    }

    /// - Parameter count: how many complaints.
    public init(_ count: Int = 2_000, seed: Int = 28) {
        var (rows, defects): ([Row], [Defect]) = ([], [])
        for index in 0..<count {
            // A title, an empty line, two lines of heads; and an empty line after every hundred.
            let row = Self.row(index, line: 5 + index + index / 100, seed)
            rows.append(row)
            guard index % 29 == 28 else { continue }
            let (column, cause) = Self.kinds[(index / 29) % Self.kinds.count]
            defects.append(Defect(line: row.line, column: column, cause: cause))
        }
        (self.rows, self.defects, self.seed) = (rows, defects, seed)
        totalLine = (rows.last?.line ?? 4) + 2
    }

    /// A throw for one line and one question (SplitMix64).
    private static func chance(_ index: Int, _ question: Int, _ seed: Int, of sides: Int) -> Int {
        var mixed = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(index * 64 + question) &* 0xD1B5_4A32_D192_ED03
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }

    private static func row(_ index: Int, line: Int, _ seed: Int) -> Row {
        let receivedOn = start.adding(days: chance(index, 0, seed, of: 1_800))
        let reached = chance(index, 1, seed, of: 6)
        let isClosed = index % 4 < 2
        return Row(
            line: line,
            number: "A-\(index + 1)",
            receivedOn: receivedOn,
            isClosed: isClosed,
            lastName: "NOM\(index + 1)",
            email: reached == 0 ? nil : "jean\(index)@exemple.example",
            telephone: reached == 1 ? "" : "06 00 00 00 \(10 + index % 90)",
            subject: "Objet n° \(index + 1) ; salle « B »",
            text: "Première ligne\nseconde \"ligne\" \(index + 1)",
            answeredOn: isClosed ? receivedOn.adding(days: 20) : nil,
            closedOn: isClosed ? receivedOn.adding(days: 30) : nil
        )
    }

    /// The table. - Parameter isMended: whether nothing is wrong with it.
    public func table(isMended: Bool) -> String {
        var lines = [["Registre des réclamations"], [], Self.upperHeads, Self.heads]
        let wrong = Dictionary(defects.map { ($0.line, $0) }) { first, _ in first }
        for (index, row) in rows.enumerated() {
            if index > 0, index.isMultiple(of: 100) { lines.append([]) }
            var cells = cells(row, index)
            if !isMended, let defect = wrong[row.line] { spoil(&cells, defect, index) }
            lines.append(cells)
        }
        lines += [[], ["TOTAL", "", "", "", "\(rows.count) réclamations"]]
        return lines.map { $0.map(Self.quoted).joined(separator: ";") + "\r\n" }.joined()
    }

    private func cells(_ row: Row, _ index: Int) -> [String] {
        let states = row.isClosed ? ["Clos", "TERMINÉ", ""] : ["en cours", "En attente", ""]
        return [
            row.number, written(row.receivedOn, index, 2), "\(row.lastName) Jean", contact(row, index), row.subject,
            row.text, states[Self.chance(index, 6, seed, of: 3)], row.answeredOn.map { written($0, index, 3) } ?? "",
            row.closedOn.map { written($0, index, 4) } ?? "", "Appel, puis visite", row.isClosed ? "Avoir" : "",
        ]
    }

    /// An address and a number, or one of them, in one of four ways.
    private func contact(_ row: Row, _ index: Int) -> String {
        let (email, telephone) = (row.email ?? "", row.telephone)
        guard !email.isEmpty, !telephone.isEmpty else { return email + telephone }
        switch Self.chance(index, 5, seed, of: 4) {
        case 0: return "\(email) / \(telephone)"
        case 1: return "Tél. : \(telephone) - \(email)"
        case 2: return "\(telephone)\nMail : \(email)"
        default: return "\(email);\(telephone)"
        }
    }

    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
    private static let shortMonths = [
        "janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc",
    ]

    /// A day, in one of twelve ways.
    private func written(_ day: CivilDate, _ index: Int, _ question: Int) -> String {
        let (two, month, short) = (Self.padded(day.day), Self.padded(day.month), Self.padded(day.year % 100))
        let (name, shortName) = (Self.months[day.month - 1], Self.shortMonths[day.month - 1])
        let serial = Self.origin.days(until: day)
        return switch Self.chance(index, question, seed, of: 12) {
        case 0: "\(two)/\(month)/\(day.year)"
        case 1: "\(day.day).\(day.month).\(short)"
        case 2: "\(day) 00:00:00"
        case 3: "\(serial)"
        case 4: "\(day.day == 1 ? "1er" : String(day.day)) \(name) \(day.year)"
        case 5: "\(day.day)/\(day.month)/\(short)"
        case 6: "\(two)-\(month)-\(day.year)"
        case 7: "\(two)-\(shortName)-\(short)"
        case 8: "\(two)/\(month)/\(day.year) 14:30"
        case 9: "\(serial),4375"
        case 10: "le \(day.day) \(name) \(day.year) à 14 h 30"
        default: "\(day.day) \(shortName). \(short)"
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
        case .email: cells[3] = "jean@exemple"
        case .contact: cells[3] = "voir dossier"
        case .stateUnsaid: cells[6] = "peut-être"
        case .closedWithoutDay: (cells[6], cells[7], cells[8]) = ("Clos", "", "")
        case .openWithDay: (cells[6], cells[7], cells[8]) = ("en cours", "", "12/01/2026")
        case .sameNumber:
            // That of the line before, in the same year, of another person.
            (cells[0], cells[1]) = (rows[index - 1].number, "\(rows[index - 1].receivedOn)")
            (cells[6], cells[7], cells[8]) = ("en cours", "", "")
        case .beyond: cells.append("décalé")
        case .closedBeforeAnswer: (cells[6], cells[7], cells[8]) = ("Clos", "13/01/2026", "12/01/2026")
        case .doubled, .known, .total: break
        }
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { ";\"\n".contains($0) }) else { return cell }
        return "\"\(cell.replacing("\"", with: "\"\""))\""
    }
}
