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
        guard let token = site.cookies.value(Self.cookie, of: request).flatMap({ StaffToken($0) }),
            let session = try await register.followUpSession(of: token)
        else { return nil }
        let file = try await register.caseFile(session.caseFile)
        return FollowUp(of: file, on: site.world.now().civilDate).map {
            FollowUpVisitor(register: register, session: token, followUp: $0)
        }
    }

    /// A form token bound to the session.
    func token(_ visitor: FollowUpVisitor) -> String {
        FormToken(random: site.world.bytes(16), at: site.seconds)
            .sealed(for: Self.purpose, binding: visitor.session.digest, with: site.formKey)
    }

    /// Whether a form is this session's.
    func isOf(_ visitor: FollowUpVisitor, _ token: String) -> Bool {
        let binding = visitor.session.digest
        let check = try? FormToken.check(
            token,
            for: Self.purpose,
            binding: binding,
            at: site.seconds,
            with: site.formKey
        )
        return check != nil
    }
}
