import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Where whoever may set the organisation writes the templates that letters begin from. Nothing of a case file is
/// shown here: a template is looked at over one that is invented.
struct TemplatesDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /reglages/modeles`, with `propose` for a proposal to take over.
    func list(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.setter(request)
        let proposal = Query(of: request)["propose"].flatMap { TemplateProposal(rawValue: $0) }
        return try await list(visitor, proposal.map { TemplateEntry($0.draft(site.press)) })
    }

    /// `GET /reglages/modeles/{modele}`, with `version` for an earlier one and `fait` for what was just done.
    func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.setter(request)
        let query = Query(of: request)
        let done = query["fait"].flatMap { TemplateDone(rawValue: $0) }
        return try await page(id(visit), visitor, shown: query["version"].flatMap { Int($0) }, done: done)
    }

    /// `POST /reglages/modeles`: keeps a new one, or shows how it would look.
    func make(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.setter(request)
        return try await door.take(request, of: visitor) { unaccepted in
            try await list(visitor, TemplateEntry(unaccepted), status: unaccepted.status)
        } does: { form in
            try await make(form, visitor)
        }
    }

    private func make(_ form: FormData, _ visitor: StaffVisitor) async throws -> Response {
        let act = Act(noun: form.only("acte"))
        let draft = draft(form, act ?? .issueLetter)
        if let entry = objection(to: form, draft) {
            return try await list(visitor, entry, status: entry.status)
        }
        do {
            let made = try await visitor.register.makeTemplate(draft, by: visitor.account.id)
            return done(.made, made)
        } catch TemplateFailure.tooMany {
            let entry = TemplateEntry(typed: form.typed, trouble: .tooMany)
            return try await list(visitor, entry, status: .unprocessableContent)
        }
    }

    /// `POST /reglages/modeles/{modele}`: keeps its next version, withdraws it or takes it up again, or shows how it would
    /// look.
    func change(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.setter(request)
        let present = try await newest(id(visit), visitor)
        return try await door.take(request, of: visitor) { unaccepted in
            try await page(present.id, visitor, TemplateEntry(unaccepted), status: unaccepted.status)
        } does: { form in
            try await change(present, form, visitor)
        }
    }

    private func change(
        _ present: LetterTemplate,
        _ form: FormData,
        _ visitor: StaffVisitor
    ) async throws -> Response {
        let gesture = TemplateGesture(rawValue: form.only("geste"))
        let turns = gesture == .withdraw || gesture == .resume
        let draft = turns ? present.draft : draft(form, present.draft.act)
        if !turns, let entry = objection(to: form, draft) {
            return try await page(present.id, visitor, entry, status: entry.status)
        }
        let isWithdrawn = turns ? gesture == .withdraw : present.isWithdrawn
        do {
            let changed = try await visitor.register.changeTemplate(
                present.id,
                to: draft,
                withdrawn: isWithdrawn,
                expecting: Int(form.only("version")) ?? 0,
                by: visitor.account.id
            )
            return done(turns ? (isWithdrawn ? .withdrawn : .resumed) : .changed, changed)
        } catch TemplateFailure.changedMeanwhile {
            // What was typed stays; whoever only turned it had nothing typed.
            let typed = turns ? ["nom": [draft.name], "texte": [draft.text]] : form.typed
            let entry = TemplateEntry(typed: typed, trouble: .overtaken)
            return try await page(present.id, visitor, entry, status: .conflict)
        }
    }

    /// The page of a form whose sender had been signed out, its words in it; nil where they may not set anything, or there
    /// is no such template.
    func resume(_ id: String?, _ form: FormData, _ visitor: StaffVisitor) async throws -> Response? {
        guard visitor.officer.maySet else { return nil }
        let entry = TemplateEntry(typed: form.typed, trouble: .resumed)
        guard let id else { return try await list(visitor, entry) }
        do {
            return try await page(id, visitor, form.values("geste").isEmpty ? entry : nil)
        } catch is HTTPError {
            return nil
        }
    }

    /// Why a form is not kept: what is wrong with it, or that its look was asked for; nil where it is to be kept.
    private func objection(to form: FormData, _ draft: LetterTemplate.Draft) -> TemplateEntry? {
        var mistakes = draft.mistakes
        // A text that came twice, or was cut, is shown as it came, and is none.
        if (try? form.field("texte")) == nil, !form.values("texte").isEmpty { mistakes = [.textTooLong] }
        let isPreview = form.only("geste") == TemplateGesture.preview.rawValue
        guard isPreview || !mistakes.isEmpty else { return nil }
        return TemplateEntry(typed: form.typed, mistakes: mistakes, isPreview: isPreview)
    }

    private func draft(_ form: FormData, _ act: Act) -> LetterTemplate.Draft {
        LetterTemplate.Draft(name: form.only("nom"), act: act, text: form.only("texte")).tidy
    }

    private func done(_ done: TemplateDone, _ template: LetterTemplate) -> Response {
        .redirect(to: Path.done(done.rawValue, at: Path.template(template.id)), type: .normal)
    }

    private func id(_ visit: Visit) -> String { visit.parameters.get("modele") ?? "" }

    private func newest(_ id: String, _ visitor: StaffVisitor) async throws -> LetterTemplate {
        try await versions(id, visitor)[0].template
    }

    /// - Throws: 404 where there is no such template.
    private func versions(_ id: String, _ visitor: StaffVisitor) async throws -> [TemplateVersion] {
        do {
            return try await visitor.register.versions(ofTemplate: id)
        } catch TemplateFailure.unknown {
            throw HTTPError(.notFound)
        }
    }

    private func list(
        _ visitor: StaffVisitor,
        _ entry: TemplateEntry? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let page = TemplatesPage(
            templates: try await visitor.register.templates(),
            under: try await visitor.register.currentProcedure(),
            on: site.today,
            entry: entry,
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page, status: status)
    }

    private func page(
        _ id: String,
        _ visitor: StaffVisitor,
        _ entry: TemplateEntry? = nil,
        shown: Int? = nil,
        done: TemplateDone? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let versions = try await versions(id, visitor)
        let accounts = try await visitor.accounts.all()
        let names = Dictionary(accounts.map { ($0.id, $0.name) }) { first, _ in first }
        let page = TemplatePage(
            versions: versions.map { TemplatePage.Version($0.template, by: names[$0.author] ?? $0.author, at: $0.at) },
            shown: shown,
            under: try await visitor.register.currentProcedure(),
            on: site.today,
            entry: entry,
            done: done,
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page, status: status)
    }
}

extension TemplateEntry {
    /// Of a form that will not be looked at.
    fileprivate init(_ unaccepted: StaffDoor.Unaccepted) {
        self.init(typed: unaccepted.form.typed, trouble: unaccepted.trouble == .expired ? .expired : .cutShort)
    }

    /// A look is no mistake.
    fileprivate var status: HTTPResponse.Status { hasMistakes ? .unprocessableContent : .ok }
}
