import Complaints
import Pages
import Registry

/// Lines of the books as the pages' lists take them, by the names of people, with what of them the procedure and the
/// accounts decide.
struct Summaries {
    let register: Register
    /// Who may be given a case.
    let handlers: Handlers
    private let names: [String: String]

    /// - Parameters:
    ///   - accounts: everybody's, closed ones too.
    ///   - procedure: the one in force.
    init(register: Register, accounts: [Account], procedure: Procedure, today: CivilDate) {
        self.register = register
        let staff = accounts.filter { $0.canSignIn(on: today) }.map(\.officer)
        handlers = Handlers(among: staff, under: procedure)
        names = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.name) })
    }

    /// For a list that does not say what is next: no file is opened for it.
    func listing(_ lines: some Sequence<CaseLine>) -> [CaseSummary] { lines.map { CaseSummary($0, names) } }

    /// For a list that says what is next of each.
    func of(_ lines: some Sequence<CaseLine>) async throws -> [CaseSummary] {
        var summaries: [CaseSummary] = []
        for line in lines {
            var summary = CaseSummary(line, names)
            summary.hasHandlersToChoose = try await hasHandlersToChoose(line)
            summaries.append(summary)
        }
        return summaries
    }

    /// Whom conflict bars the file alone knows: it is opened where nothing else decides.
    private func hasHandlersToChoose(_ line: CaseLine) async throws -> Bool {
        guard !handlers.areSeveral else { return true }
        let isUnhandled = line.handler == nil && [.registered, .investigating].contains(line.stage)
        guard isUnhandled, !line.isHidden else { return false }
        return try await register.caseFile(line.id).hasHandlersToChoose(among: handlers)
    }
}
