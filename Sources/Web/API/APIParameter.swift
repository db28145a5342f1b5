import Complaints
import Hummingbird
import Pages
import Registry

/// What an operation takes beside its body.
struct APIParameter: Sendable {
    enum Place: String, Sendable { case path, query, header }

    let place: Place
    let property: ObjectSchema.Property

    /// The header by which a reception counts once.
    static let idempotencyKey = "Idempotency-Key"
    /// The parameter that goes on after the last line of a page.
    static let cursor = "suivant"

    fileprivate static func query(_ name: String, _ schema: Schema) -> APIParameter {
        APIParameter(place: .query, property: .init(name, schema))
    }

    fileprivate static func path(_ name: String, _ schema: Schema) -> APIParameter {
        APIParameter(place: .path, property: .init(name, schema, isRequired: true))
    }
}

extension APIOperation {
    /// Everything that it takes beside its body; a query that has anything else is refused (S-20).
    var parameters: [APIParameter] {
        switch self {
        case .describe: []
        case .listReceptions:
            [.query("etat", .one(Self.receptionStandings)), .query(APIParameter.cursor, .reference)]
        case .receive:
            [
                APIParameter(
                    place: .header,
                    property: .init(APIParameter.idempotencyKey, .idempotencyKey, isRequired: true)
                )
            ]
        case .listCases: Self.filters
        case .readCase, .act: [.path("reference", .caseNumber)]
        case .listMails: [.query("tri", .oneOf(MailSort.self)), .query(APIParameter.cursor, .identifier)]
        case .readMail, .sortMail: [.path("id", .identifier)]
        case .readDocument:
            [
                .path("reference", .caseNumber), .path("id", .string(longest: 64)),
                .query(FlaggedFilePage.confirmation.name, .one([FlaggedFilePage.confirmation.value])),
            ]
        }
    }

    private static var filters: [APIParameter] {
        let standings = ["en-retard", "ouvertes", "a-attribuer"] + Stage.allCases.map(\.rawValue)
        return [
            .query("q", .string(longest: 200)), .query("etat", .one(standings)), .query("theme", .oneOf(Theme.self)),
            .query("vous_etes", .string(longest: 200)),
            .query("origine", .one(OriginFilter.all.map(\.word))),
            .query("annee", .year), .query("du", .day), .query("au", .day),
            .query(APIParameter.cursor, .registerNumber),
        ]
    }

    private static var receptionStandings: [String] {
        ReceptionStanding.works.map(\.word) + Stage.allCases.map(\.rawValue)
    }

    /// The query of a request, each name once, and each value as it is declared. - Throws: `Problem`.
    func query(of request: Request) throws -> [String: String] {
        let read = URLEncodedFields((request.uri.query ?? "").utf8, limits: FormLimits())
        guard !read.overflows else { throw Problem(.unreadable) }
        let members = read.fields.map { JSON.Member(name: $0.name, value: .string($0.value)) }
        let declared = parameters.filter { $0.place == .query }.map(\.property)
        let twice = Dictionary(grouping: members, by: \.name).filter { $0.value.count > 1 }.keys.sorted()
        let faults =
            ObjectSchema(name: "", properties: declared).faults(in: members, at: "")
            + twice.map { ProblemFault(field: $0, code: "champ-double") }
        guard faults.isEmpty else { throw Problem(.fields, faults) }
        return Dictionary(read.fields.map { ($0.name, $0.value) }) { first, _ in first }
    }
}

// Texts of a form of their own.
extension Schema {
    static let reference = code(pattern: "^[0-9]{4}-R-[0-9]{4,9}$", example: "2026-R-0001") {
        ReceptionReference($0) != nil
    }
    static let registerNumber = code(pattern: "^REC-[0-9]{4}-[0-9]{4,9}$", example: "REC-2026-0001") {
        RegisterNumber($0) != nil
    }
    /// Either: what a case file is addressed by.
    static let caseNumber = code(pattern: "^(REC-[0-9]{4}-|[0-9]{4}-R-)[0-9]{4,9}$", example: "REC-2026-0001") {
        RegisterNumber($0) != nil || ReceptionReference($0) != nil
    }
    /// 128 bits of chance, as a mail is addressed by.
    static let identifier = code(pattern: "^[0-9a-f]{32}$", example: "8c1f0e6ab35d47f29e02d4b7c6a1583f") { text in
        text.utf8.count == 32 && text.allSatisfy { ("0"..."9").contains($0) || ("a"..."f").contains($0) }
    }
    static let year = code(pattern: "^[0-9]{4}$", example: "2026") { $0.utf8.count == 4 && Int($0) != nil }
    static let digest = code(
        pattern: "^[0-9a-f]{64}$",
        example: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    ) { $0.utf8.count == 64 }
    /// Visible ASCII, as a program makes it for each reception.
    static let idempotencyKey = code(
        pattern: "^[!-~]{16,128}$",
        example: "7c4a8d09-ca37-4b2e-9a35-2f1d3e5b6c70"
    ) { (16...128).contains($0.utf8.count) && $0.utf8.allSatisfy { (33...126).contains($0) } }
}
