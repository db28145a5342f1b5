import Complaints
import Hummingbird
import Pages
import Registry

/// Where programs read the mails that came, and say what one is: as their pages do, under the same rules.
struct APIMails: Sendable {
    let site: Site

    /// `GET /api/v1/courriels`.
    func list(_ request: Request, _ program: Program) async throws -> Response {
        let query = try APIOperation.listMails.query(of: request)
        let sort = query["tri"].flatMap { MailSort(rawValue: $0) }
        var filter = MailFilter(sort: sort, before: query[APIParameter.cursor])
        filter.limit = MailDesk.most + 1
        let mails = try await program.register.mails(filter)
        var lines: [APIMailLine] = []
        for mail in mails.prefix(MailDesk.most) { lines.append(try await line(mail, program)) }
        let next = mails.count > MailDesk.most ? lines.last?.record.id : nil
        return site.json(APIMailList.shape.json(APIMailList(lines: lines, next: next)))
    }

    /// `GET /api/v1/courriels/{id}`.
    func read(_ visit: Visit, _ program: Program) async throws -> Response {
        try await answer(visit.parameters.get("id") ?? "", program)
    }

    /// `POST /api/v1/courriels/{id}/tri`.
    func sort(_ request: Request, _ visit: Visit, _ program: Program) async throws -> Response {
        let id = visit.parameters.get("id") ?? ""
        let form = try await APIForm(site: site).read(request, .object(MailFields.schema))
        defer { form.discard() }
        do {
            try site.room.demandRoomForWords()
            try await MailSorter(site: site, hand: program).sort(id, by: ActForm(form: form, files: []))
        } catch {
            throw Problem(error, visit.logger) { $0.problemsOfSorting(site.press) } ?? error
        }
        return try await answer(id, program)
    }

    private func answer(_ id: String, _ program: Program) async throws -> Response {
        let sheet = try await program.register.mail(id)
        await program.note(.readMail, of: sheet.record.caseFile)
        let suggested = sheet.record.isLoose ? sheet.record.suggested : nil
        let mail = APIMail(
            line: try await line(sheet.record, program),
            sheet: sheet,
            suggested: try await program.register.shownIdentifier(of: suggested)
        )
        return site.json(APIMail.shape.json(mail))
    }

    private func line(_ record: MailRecord, _ program: Program) async throws -> APIMailLine {
        APIMailLine(record: record, dossier: try await program.register.shownIdentifier(of: record.caseFile))
    }
}

/// What programs send of a mail: the fields of its page’s form.
enum MailFields {
    static let schema = ObjectSchema(
        name: "Tri",
        properties: [
            .init("tri", .one(MailSort.byHand.map(\.rawValue)), isRequired: true), .init("dossier", .caseNumber),
        ]
    )
}

/// One page of the list of mails.
struct APIMailList: Sendable {
    let lines: [APIMailLine]
    /// What the next page begins after; nil on the last.
    let next: String?

    static let shape = Shape<APIMailList>(
        "Courriels",
        [
            .list("courriels", APIMailLine.shape) { $0.lines },
            .always(APIParameter.cursor, .orNull(.anyString)) { $0.next.map { .string($0) } ?? .null },
        ]
    )
}

/// A mail as the list has it.
struct APIMailLine: Sendable {
    let record: MailRecord
    /// The number or reference of the case that it is part of.
    let dossier: String?

    static let shape = Shape<APIMailLine>("LigneDeCourriel", members { $0 })

    /// What a list says of it, and its page too.
    static func members<Value>(_ line: @escaping @Sendable (Value) -> APIMailLine) -> [Shape<Value>.Member] {
        [
            .string("id") { line($0).record.id }, .instant("arrive_le") { line($0).record.keptAt },
            .maybe("expediteur") { line($0).record.person }, .maybe("courriel") { line($0).record.address },
            .maybe("objet") { line($0).record.subject }, .maybeWord("tri") { line($0).record.sort },
            .maybeWord("pourquoi") { line($0).record.reason }, .maybe("dossier") { line($0).dossier },
            .maybeInstant("efface_le") { line($0).record.erasedAt },
        ]
    }
}

/// A mail as its page has it.
struct APIMail: Sendable {
    let line: APIMailLine
    let sheet: MailSheet
    /// The number or reference of the case that it seems to be about.
    let suggested: String?

    static let shape = Shape<APIMail>(
        "Courriel",
        APIMailLine.members { $0.line } + [
            .maybe("dossier_suggere") { $0.suggested }, .maybeInstant("envoye_le") { $0.sheet.reading?.sentAt },
            .list("passages", passage) { $0.sheet.reading?.passages ?? [] },
            .list("pieces", APIDocument.shape) { mail in
                mail.sheet.files.map { APIDocument(file: $0, scan: mail.sheet.scan) }
            },
        ]
    )

    private static let passage = Shape<IncomingMail.Passage>(
        "Passage",
        [.string("texte") { $0.text }, .flag("cite") { $0.isQuoted }]
    )
}
