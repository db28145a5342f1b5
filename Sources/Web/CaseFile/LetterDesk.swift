import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Letters: to read, to print, to mark as posted, to send again.
struct LetterDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /lettres/{id}`.
    func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let letter = try await visitor.register.letter(visit.parameters.get("id") ?? "")
        try await visitor.register.recordAccess(.readLetter, of: letter.caseFile, by: visitor.account.id)
        let file = try await visitor.register.caseFile(letter.caseFile)
        let page = LetterPage(
            letter: LetterLine(letter, issuedAt: file.issuedAt[letter.id]),
            subject: letter.subject,
            text: letter.text,
            caseFile: file,
            procedure: try await visitor.register.procedure(of: letter.caseFile),
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page)
    }

    /// `POST /lettres/{id}/remise`: posted, registered or handed over.
    func issue(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let form = try await door.form(request, of: visitor)
        let letter = try await visitor.register.letter(visit.parameters.get("id") ?? "")
        guard let way = LetterIssue.Way(rawValue: form.shown("voie")), way != .email else {
            throw HTTPError(.unprocessableContent)
        }
        let issue = LetterIssue(letter: letter.id, kind: letter.kind, way: way, trace: form.shown("numero"))
        try await visitor.register.issue(issue, of: letter.caseFile, by: visitor.author)
        return .redirect(to: Path.letter(letter.id), type: .normal)
    }

    /// `POST /lettres/{id}/relance`: into the outbox again.
    func resend(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        _ = try await door.form(request, of: visitor)
        guard Act.issueLetter.roles.isDisjoint(with: visitor.officer.roles) == false else {
            throw HTTPError(.forbidden)
        }
        let id = visit.parameters.get("id") ?? ""
        try await visitor.register.resend(id)
        return .redirect(to: Path.letter(id), type: .normal)
    }
}
