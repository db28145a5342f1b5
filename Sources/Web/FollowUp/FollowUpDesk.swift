import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Where a complainant follows a complaint with its tracking secret, without an account.
struct FollowUpDesk: Sendable {
    let site: Site

    /// What the token of the form that takes the secret is for.
    static let purpose = "code-de-suivi"

    /// `GET /suivi`.
    func form(_ request: Request, _: Visit) async throws -> Response {
        try await entry(try await site.register(for: request))
    }

    /// `POST /suivi`: the same words for every secret that opens nothing (S-44). What was typed is not shown again: it is
    /// a secret.
    func enter(_ request: Request, _ visit: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        let form = try await site.forms.withoutFiles.read(request)
        let carried = CarriedForm(in: form)
        // The same page in the other language: nothing is opened, and what is on its way goes on.
        guard !form.isOnlyTurned else {
            return try await entry(register, carried.fields.isEmpty ? nil : .ended, carrying: carried)
        }
        guard isOurs(form.only("jeton")) else {
            return try await entry(register, .expired, carrying: carried, status: .forbidden)
        }
        let address = site.address(of: request, visit)
        let old = site.sessionToken(FollowUpDoor.cookie, of: request)
        let code = form.only("code_de_suivi")
        switch try await register.openFollowUp(typed: code, from: address, replacing: old) {
        case .opened(let token):
            let acts = FollowUpActDesk(site: site)
            var response =
                try await acts.resume(carried, in: token, of: register)
                ?? .redirect(to: site.press.link(Path.followedCase), type: .normal)
            site.cookies.set(
                FollowUpDoor.cookie,
                to: token.text,
                for: FollowUpSession.totalHours * 3600,
                on: &response
            )
            return response
        case .refused:
            countGuess(at: register, visit)
            return try await entry(register, .unknown, carrying: carried, status: .unprocessableContent)
        case .wait(let seconds):
            countGuess(at: register, visit)
            return try await entry(register, .tooMany, carrying: carried, status: .tooManyRequests)
                .retry(after: seconds)
        }
    }

    private func countGuess(at register: Register, _ visit: Visit) {
        site.guessAlarm.count(at: site.world.now(), of: register.organisation.id, visit.logger)
    }

    /// `GET /suivi/dossier`: the case, to whoever holds its session.
    func show(_ request: Request, _: Visit) async throws -> Response {
        let door = FollowUpDoor(site: site)
        guard let visitor = try await door.visitor(request) else {
            return .redirect(to: site.press.link(Path.followUp), type: .normal)
        }
        let shown = Set(visitor.followUp.letters)
        let letters = try await visitor.register.letters(of: visitor.followUp.id).filter { shown.contains($0.id) }
        let query = Query(of: request)
        let notice = query[RefusalNotice.parameter]
            .flatMap { RefusalNotice($0, for: visitor.noticeKey, with: site.formKey) }
        let page = FollowUpPage(
            of: visitor.followUp,
            letters: letters.map { FollowUpPage.Received(id: $0.id, subject: $0.subject, text: $0.text) },
            done: query["fait"].flatMap(FollowUp.Option.init),
            refused: notice?.refused ?? [],
            takesDocuments: site.room.takesDocuments,
            limits: .ours,
            token: door.token(visitor),
            hasRelay: site.hasRelay,
            procedure: try await visitor.register.procedure(of: visitor.followUp.id),
            press: site.press
        )
        return site.page(page)
    }

    /// `POST /suivi/fin`: they leave. Somebody whose session is over already is out.
    func leave(_ request: Request, _: Visit) async throws -> Response {
        let door = FollowUpDoor(site: site)
        if let visitor = try await door.visitor(request) {
            let form = try await site.forms.withoutFiles.read(request)
            guard door.isOf(visitor, form.only("jeton")) else { throw HTTPError(.forbidden) }
            try await visitor.register.endFollowUp(visitor.session)
        }
        var response = Response.redirect(to: site.press.link(Path.followUp), type: .normal)
        site.cookies.clear(FollowUpDoor.cookie, on: &response)
        return response
    }

    /// The page that asks for the secret, with whatever is on its way through it.
    func entry(
        _ register: Register,
        _ mistake: FollowUpEntryPage.Mistake? = nil,
        carrying carried: CarriedForm = CarriedForm(sent: FormData()),
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let token = site.seal(site.newForm(), for: Self.purpose)
        let page = FollowUpEntryPage(
            token: token,
            mistake: mistake,
            hasRelay: site.hasRelay,
            carried: carried.carried,
            procedure: try await register.currentProcedure(),
            press: site.press
        )
        return site.page(page, status: status)
    }

    private func isOurs(_ token: String) -> Bool {
        site.formToken(token, for: Self.purpose) != nil
    }
}
