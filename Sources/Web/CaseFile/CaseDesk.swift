import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// A case file, and every act on it.
struct CaseDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /dossiers/{numero}`.
    func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let id = try await find(visit, visitor)
        try await visitor.register.recordAccess(.opened, of: id, by: visitor.account.id)
        return site.page(try await page(id, visitor))
    }

    /// `POST /dossiers/{numero}/{acte}`.
    func act(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let id = try await find(visit, visitor)
        let noun = visit.parameters.get("acte") ?? ""
        let form = try await door.form(request, of: visitor)
        defer { form.discard() }
        guard let act = Act(noun: noun) else { throw HTTPError(.notFound) }
        let trouble: ActDraft.Trouble
        do {
            guard form.shown("ajouter").isEmpty else {
                return try await shown(id, visitor, act, form, .unfinished, .ok)
            }
            let changed = try await perform(noun, on: id, form, visitor)
            let name = changed.number?.description ?? changed.reception.reference.description
            return .redirect(to: Path.caseFile(name), type: .normal)
        } catch let refusal as Refusal {
            trouble = .refused(refusal)
        } catch let mistake as ActForm.Mistake {
            trouble = .unreadable([mistake.field: mistake.fault])
        } catch Register.Failure.changedMeanwhile {
            return try await shown(id, visitor, act, form, .overtaken, .conflict)
        }
        return try await shown(id, visitor, act, form, trouble, .unprocessableContent)
    }

    /// The page again, with everything that was typed and what is wrong beside its cause.
    private func shown(
        _ id: CaseFile.ID,
        _ visitor: StaffVisitor,
        _ act: Act,
        _ form: FormData,
        _ trouble: ActDraft.Trouble,
        _ status: HTTPResponse.Status
    ) async throws -> Response {
        let values = Dictionary(grouping: form.fields, by: \.name).mapValues { $0.map(\.value) }
        let draft = ActDraft(act: act, values: values, trouble: trouble)
        return site.page(try await page(id, visitor, draft: draft), status: status)
    }

    private func perform(
        _ noun: String,
        on id: CaseFile.ID,
        _ form: FormData,
        _ visitor: StaffVisitor
    ) async throws -> CaseFile {
        let version = Int(form.shown("version"))
        if noun == "inscription" {
            let reason = form.shown("en_l_etat")
            return try await visitor.register.enter(id, asItIs: reason, by: visitor.author, expecting: version)
        }
        let procedure = try await visitor.register.procedure(of: id)
        // Read once without the files, so that nothing is kept for a form that cannot be read.
        guard try Acts.decide(noun, ActForm(form: form, files: []), procedure) != nil else {
            throw HTTPError(.notFound)
        }
        var files: [FileSummary] = []
        for file in form.files where file.field == "piece_jointe" {
            files.append(try await visitor.register.stage(file, for: nil))
        }
        guard let decide = try Acts.decide(noun, ActForm(form: form, files: files), procedure) else {
            throw HTTPError(.notFound)
        }
        return try await visitor.register.change(
            id,
            by: visitor.author,
            expecting: version,
            attaching: files,
            decide
        )
    }

    private func find(_ visit: Visit, _ visitor: StaffVisitor) async throws -> CaseFile.ID {
        guard let number = visit.parameters.get("numero"), let id = try await visitor.register.find(number) else {
            throw HTTPError(.notFound)
        }
        return id
    }

    private func page(
        _ id: CaseFile.ID,
        _ visitor: StaffVisitor,
        draft: ActDraft? = nil
    ) async throws -> CasePage {
        let register = visitor.register
        let accounts = try await visitor.accounts.all()
        let file = try await register.caseFile(id)
        let issuedAt = file.issuedAt
        return CasePage(
            caseFile: file,
            signedIn: door.reader(visitor),
            names: Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.name) }),
            assignable: accounts.filter { $0.disabledAt == nil }.map(\.officer)
                .filter { !$0.roles.isDisjoint(with: [.complaintsManager, .management]) },
            letters: try await register.letters(of: id).map { LetterLine($0, issuedAt: issuedAt[$0.id]) },
            today: site.world.now().civilDate,
            procedure: try await register.procedure(of: id),
            draft: draft,
            press: site.press
        )
    }
}
