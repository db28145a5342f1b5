import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// A complainant who follows a complaint.
struct FollowUpVisitor: Sendable {
    let register: Register
    /// The session's token, as the cookie carries it.
    let session: StaffToken
    /// What they may know of their case.
    let followUp: FollowUp

    /// What a notice on its way to the page of this case is sealed for.
    var noticeKey: String { "suivi/\(session.text)" }
}

/// The door of the complainants' own pages: every one of them begins here, and opens the one case of its session (S-50).
struct FollowUpDoor: Sendable {
    let site: Site

    /// The cookie's name.
    static let cookie = "suivi"
    /// What a form's token within a session is for.
    static let purpose = "suivi"

    /// Whoever is in; nil where nobody is, or where there is nothing left to follow.
    func visitor(_ request: Request) async throws -> FollowUpVisitor? {
        let register = try await site.register(for: request)
        guard let token = site.sessionToken(Self.cookie, of: request) else { return nil }
        return try await visitor(token, register)
    }

    /// Whoever holds a session's token.
    func visitor(_ token: StaffToken, _ register: Register) async throws -> FollowUpVisitor? {
        guard let session = try await register.followUpSession(of: token) else { return nil }
        return try await followUp(session.caseFile, register).map {
            FollowUpVisitor(register: register, session: token, followUp: $0)
        }
    }

    /// The same visitor, with the case as it stands now.
    func again(_ visitor: FollowUpVisitor) async throws -> FollowUpVisitor {
        // A failing disk must not hide what was typed.
        guard let now = try? await followUp(visitor.followUp.id, visitor.register) else { return visitor }
        return FollowUpVisitor(register: visitor.register, session: visitor.session, followUp: now)
    }

    private func followUp(_ id: CaseFile.ID, _ register: Register) async throws -> FollowUp? {
        FollowUp(of: try await register.caseFile(id), on: site.today)
    }

    /// A form token bound to the session.
    func token(_ visitor: FollowUpVisitor) -> String {
        site.seal(site.newForm(), for: Self.purpose, binding: visitor.session.digest)
    }

    /// Whether a form is this session's.
    func isOf(_ visitor: FollowUpVisitor, _ token: String) -> Bool { submission(visitor, token) != nil }

    /// What a form of this session is known by; nil where it is not this session's.
    func submission(_ visitor: FollowUpVisitor, _ token: String) -> Submission? {
        site.formToken(token, for: Self.purpose, binding: visitor.session.digest)
            .map { Submission(id: $0.identifier) }
    }
}
