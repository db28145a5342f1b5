import Complaints
import Hummingbird
import Pages
import Registry

/// Where programs act on a case file: through the same readers and the same rules as the forms of its page.
struct APIActs: Sendable {
    let site: Site

    /// `POST /api/v1/dossiers/{reference}/actes`.
    func act(_ request: Request, _ visit: Visit, _ program: Program) async throws -> Response {
        let id = try await program.find(visit.parameters.get("reference"))
        let form = try await APIForm(site: site).read(request, .variants(by: ActFields.word, ActFields.variants))
        defer { form.discard() }
        guard let act = Act(noun: form.only("acte")) else {
            throw Problem(.fields, [ProblemFault(field: ActFields.word, code: "champ-choix")])
        }
        guard Int(form.only("version")) != nil else {
            throw Problem(.fields, [ProblemFault(field: "version", code: "champ-absent")])
        }
        var documents: ActDocuments?
        do {
            return try await perform(act, on: id, form, &documents, program)
        } catch Register.Failure.restricted {
            throw Register.Failure.restricted
        } catch {
            await program.noteRefusal(error, of: act.noun ?? "", on: id)
            let values = documents?.typed ?? form.typed
            throw Problem(error, visit.logger) { trouble in
                ActDraft(act: act, values: values, trouble: trouble).problems(site.press)
            } ?? error
        }
    }

    private func perform(
        _ act: Act,
        on id: CaseFile.ID,
        _ form: FormData,
        _ documents: inout ActDocuments?,
        _ program: Program
    ) async throws -> Response {
        try site.room.demandRoomForWords()
        let table = ActTable(visitor: program, now: site.world.now())
        let asked = try await table.read(act.noun ?? "", on: id, form, &documents)
        guard form.values("relire").isEmpty else {
            let letter = try await table.preview(asked, on: id)
            return answer(APIOutcome(file: try await program.register.caseFile(id), letter: .some(letter)))
        }
        return answer(APIOutcome(file: try await table.perform(asked, on: id, havingRead: form.letterRead)))
    }

    private func answer(_ outcome: APIOutcome) -> Response { site.json(APIOutcome.shape.json(outcome)) }
}

/// A case file after an act, or before one whose letter was asked for.
struct APIOutcome: Sendable {
    let file: CaseFile
    /// The letter that the act would send: none of none, nothing where none was asked for.
    var letter: LetterPreview??

    static let shape = Shape<APIOutcome>(
        "Issue",
        [
            .string("reference") { $0.file.reception.reference.description },
            .maybe("numero") { $0.file.number?.description }, .word("etape") { $0.file.stage },
            .whole("version") { $0.file.version },
            .perhaps("lettre", .orNull(letterShape.schema)) { outcome in
                outcome.letter.map { $0.map { letterShape.json($0) } ?? .null }
            }, .perhaps("relue", .digest) { outcome in outcome.letter?.map { .string($0.digest) } },
        ]
    )

    private static let letterShape = Shape<LetterPreview>(
        "LettreARelire",
        [
            .word("genre") { $0.kind }, .maybe("destinataire") { $0.content.recipient },
            .string("objet") { $0.content.subject }, .string("texte") { $0.content.text },
        ]
    )
}
