import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Somebody signed in, on one of the organisation's pages.
struct StaffVisitor: Sendable {
    let register: Register
    let accounts: Accounts
    let account: Account
    /// The session's token, as the cookie carries it.
    let session: StaffToken

    /// What the rules need to know of them.
    var officer: Officer { Officer(id: account.id, roles: Set(account.roles.compactMap(Role.init(rawValue:)))) }

    /// Whose hand their acts are by.
    var author: Author { .officer(officer) }
}

/// The door of the staff's pages: every one of them begins here.
struct StaffDoor: Sendable {
    let site: Site

    /// The cookie's name.
    static let cookie = "session"
    /// What a staff form's token is for.
    static let purpose = "agent"

    /// Nobody is signed in: the visitor is shown where to.
    struct Closed: Error {}

    /// Whoever is signed in. - Throws: `Closed`; 403 for a role that may not read case files at all.
    func enter(_ request: Request) async throws -> StaffVisitor {
        let register = try await site.register(for: request)
        let accounts = site.accounts(register.organisation)
        guard let token = site.cookies.value(Self.cookie, of: request).flatMap({ StaffToken($0) }),
            let session = try await accounts.session(of: token)
        else { throw Closed() }
        let visitor = StaffVisitor(register: register, accounts: accounts, account: session.account, session: token)
        // An administrator never reads content; an auditor's pages are pseudonymised and not these.
        guard !visitor.officer.roles.isDisjoint(with: Self.readers) else { throw HTTPError(.forbidden) }
        return visitor
    }

    /// What a page needs to know of its reader, with a form token bound to the session.
    func reader(_ visitor: StaffVisitor) -> SignedIn {
        let token = FormToken(random: site.world.bytes(16), at: site.seconds)
            .sealed(for: Self.purpose, binding: visitor.session.digest, with: site.formKey)
        return SignedIn(
            officer: visitor.officer,
            name: visitor.account.name,
            providerName: visitor.register.organisation.name,
            token: token
        )
    }

    /// Reads a form that somebody signed in has sent. - Throws: 403 where its token is not this session's.
    func form(_ request: Request, of visitor: StaffVisitor) async throws -> FormData {
        let form = try await site.forms.read(request)
        let binding = visitor.session.digest
        let token = form.shown("jeton")
        do {
            _ = try FormToken.check(
                token,
                for: Self.purpose,
                binding: binding,
                at: site.seconds,
                with: site.formKey
            )
        } catch {
            form.discard()
            throw HTTPError(.forbidden)
        }
        return form
    }

    private static let readers: Set<Role> = [
        .receptionDesk, .complaintsManager, .management, .internalControl, .dataProtection,
    ]
}
