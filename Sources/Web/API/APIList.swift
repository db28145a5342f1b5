import Complaints
import Hummingbird
import Pages
import Registry

/// One page of a list of case files.
struct APIList: Sendable {
    let lines: [CaseSummary]
    let total: Tally
    /// What the next page begins after; nil on the last.
    let next: String?

    static let shape = Shape<APIList>(
        "Liste",
        [
            .list("dossiers", lineShape) { $0.lines },
            .whole("total") { list in
                switch list.total {
                case .exactly(let count), .moreThan(let count): count
                }
            },
            .flag("total_depasse") { if case .moreThan = $0.total { true } else { false } },
            .always(APIParameter.cursor, .orNull(.anyString)) { $0.next.map { .string($0) } ?? .null },
        ]
    )

    /// A line that is closed to whoever reads it has its numbers, its stage and its dates, and nothing else.
    private static let lineShape = Shape<CaseSummary>(
        "Ligne",
        [
            .string("reference") { $0.reference }, .maybe("numero") { $0.number }, .word("etape") { $0.stage },
            .flag("ferme") { $0.isHidden }, .flag("acces_restreint") { $0.isHidden || $0.isRestricted },
            .instant("recue_le") { $0.receivedAt }, .day("reponse_visee_le") { $0.answerTarget },
            .day("reponse_due_le") { $0.answerDue }, .maybeInstant("repondue_le") { $0.answeredAt },
            .maybe("personne") { $0.shown($0.person) }, .maybe("objet") { $0.shown($0.subject) },
            .maybe("vous_etes") { $0.shown($0.stakeholder?.rawValue) },
            .maybeWord("canal") { $0.shown($0.channel) }, .maybeWord("origine") { $0.shown($0.origin) },
            .maybeDay("tiers_echeance") { $0.shown($0.thirdParty?.due) }, .maybeWord("theme") { $0.shown($0.theme) },
            .perhaps("gravites", .list(.oneOf(Severity.self))) { line in
                line.isHidden ? nil : .strings(line.severities.map(\.rawValue))
            }, .maybe("gestionnaire") { $0.shown($0.handlerName) }, .maybe("saisie_par") { $0.shown($0.enteredByName) },
        ]
    )
}

extension CaseSummary {
    /// What a line says of its content, but for a closed one.
    fileprivate func shown<Value>(_ value: Value?) -> Value? { isHidden ? nil : value }
}

/// Where programs read the lists.
struct APIBooks: Sendable {
    let site: Site

    private static let length = BooksDesk.pageLength

    /// `GET /api/v1/receptions`.
    func receptions(_ request: Request, _ program: Program) async throws -> Response {
        let query = try APIOperation.listReceptions.query(of: request)
        var filter = CaseFilter(query["etat"].flatMap { ReceptionStanding($0) }, today: site.today)
        let total = try await program.register.countReceptions(filter)
        filter.before = query[APIParameter.cursor].flatMap { LedgerPlace($0, in: .receptions) }
        filter.limit = Self.length + 1
        let lines = try await program.register.receptions(filter)
        return try await page(lines, total, program) { $0.reference.description }
    }

    /// `GET /api/v1/dossiers`: the register, filtered as its page is.
    func register(_ request: Request, _ program: Program) async throws -> Response {
        let query = try APIOperation.listCases.query(of: request)
        let known = try await program.register.currentProcedure().knownStakeholders
        let asked = RegisterFilter(query, stakeholders: known)
        guard query["vous_etes"] == nil || asked.stakeholder != nil else {
            throw Problem(.fields, [ProblemFault(field: "vous_etes", code: "champ-choix")])
        }
        var filter = CaseFilter(asked, today: site.today)
        let total = try await program.register.countRegistered(filter)
        filter.before = query[APIParameter.cursor].flatMap { LedgerPlace($0, in: .register) }
        filter.limit = Self.length + 1
        let lines = try await program.register.registered(filter)
        return try await page(lines, total, program) { $0.number?.description ?? "" }
    }

    private func page(
        _ lines: [CaseLine],
        _ total: Tally,
        _ program: Program,
        cursor: (CaseLine) -> String
    ) async throws -> Response {
        let names = try await program.names
        let list = APIList(
            lines: lines.prefix(Self.length).map { CaseSummary($0, names) },
            total: total,
            next: lines.count > Self.length ? cursor(lines[Self.length - 1]) : nil
        )
        return site.json(APIList.shape.json(list))
    }
}

extension Program {
    /// Everybody's names, by account.
    var names: [String: String] {
        get async throws {
            Dictionary(uniqueKeysWithValues: try await accounts.all().map { ($0.id, $0.name) })
        }
    }
}
