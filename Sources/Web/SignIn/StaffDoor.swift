import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Somebody of the provider, on one of its pages or by a program of theirs.
protocol StaffHand: Sendable {
    /// The books as they may see them: a case that is open to others only is closed here.
    var register: Register { get }
    /// In their hands.
    var accounts: Accounts { get }
    var account: Account { get }
    /// Whether the answer shows anything: that to a HEAD request does not.
    var reads: Bool { get }
    /// The public name of the token that a program shows for them; nil where they are there in person.
    var token: String? { get }
}

extension StaffHand {
    /// What the rules need to know of them.
    var officer: Officer { account.officer }

    /// Whose hand their acts are by.
    var author: Author { .officer(officer) }
}

/// Somebody signed in, on one of the organisation's pages.
struct StaffVisitor: StaffHand {
    let register: Register
    let accounts: Accounts
    let account: Account
    /// The session's token, as the cookie carries it.
    let session: StaffToken
    /// The session itself.
    let standing: StaffSession
    let reads: Bool
    var token: String? { nil }

    init(_ register: Register, _ accounts: Accounts, _ session: StaffSession, _ token: StaffToken, reads: Bool) {
        self.register = register.asSeen(by: session.account.officer)
        self.accounts = accounts.by(session.account.id)
        account = session.account
        self.session = token
        standing = session
        self.reads = reads
    }
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

    /// Somebody signed in has not the roles, or not the part in a case, that what they asked for takes (S-60).
    struct Refused: Error {
        /// Whether a whole part of the site is closed to them.
        var isOfPart = false
    }

    /// A form that will not be done, with what of it was read, to be shown again.
    struct Unaccepted: Error {
        let form: FormData
        let trouble: ActDraft.Trouble
        let status: HTTPResponse.Status
    }

    /// Whoever is signed in and may enter one of these parts of the site. A page that names none is one of the case files:
    /// closed to auditors and administrators until it says otherwise.
    ///
    /// - Throws: `Closed`; `Refused` for roles that open none of them.
    func enter(_ request: Request, _ parts: SitePart...) async throws -> StaffVisitor {
        let visitor = try await visitor(request)
        let asked = parts.isEmpty ? [.caseFiles] : parts
        guard asked.contains(where: visitor.officer.mayEnter) else { throw Refused(isOfPart: true) }
        return visitor
    }

    /// Whoever is signed in and enters what comes. - Throws: `Closed`; `Refused` for those who only read.
    func receiver(_ request: Request) async throws -> StaffVisitor {
        let visitor = try await enter(request)
        guard visitor.officer.mayReceive else { throw Refused() }
        return visitor
    }

    /// Whoever may set the organisation. - Throws: `Closed`; `Refused` for anybody else who is signed in.
    func setter(_ request: Request) async throws -> StaffVisitor { try await visitor(request, who: \.maySet) }

    /// Whoever watches over the service. - Throws: `Closed`; `Refused` for anybody else who is signed in.
    func watcher(_ request: Request) async throws -> StaffVisitor { try await visitor(request, who: \.watchesService) }

    /// Whoever may bring an older register in. - Throws: `Closed`; `Refused` for anybody else who is signed in.
    func taker(_ request: Request) async throws -> StaffVisitor { try await visitor(request, who: \.mayTakeOver) }

    private func visitor(_ request: Request, who may: KeyPath<Officer, Bool>) async throws -> StaffVisitor {
        let visitor = try await visitor(request)
        guard visitor.officer[keyPath: may] else { throw Refused() }
        return visitor
    }

    /// Whoever is signed in, whatever they may read. - Throws: `Closed`.
    func visitor(_ request: Request) async throws -> StaffVisitor {
        let register = try await site.register(for: request)
        let accounts = site.accounts(register.organisation)
        guard let token = site.sessionToken(Self.cookie, of: request),
            let session = try await accounts.session(of: token)
        else { throw Closed() }
        return StaffVisitor(register, accounts, session, token, reads: request.method != .head)
    }

    /// What a page needs to know of its reader, with a form token bound to the session.
    func reader(_ visitor: StaffVisitor) -> SignedIn {
        let token = site.seal(site.newForm(), for: Self.purpose, binding: visitor.session.digest)
        return SignedIn(
            officer: visitor.officer,
            name: visitor.account.name,
            providerName: visitor.register.organisation.name,
            token: token,
            missed: told(visitor.standing)
        )
    }

    /// What somebody is told of attempts before theirs, for the first ten minutes (S-54).
    private func told(_ session: StaffSession) -> Int {
        site.world.now() < session.startedAt.adding(seconds: 600) ? session.missed : 0
    }

    /// Reads a form that somebody signed in has sent. - Throws: `Unaccepted` where its token is not this session's, or
    /// where it could not be read to its end; nothing is done for either.
    ///
    /// - Parameter reader: what reads it, where it is no form like the others.
    func form(_ request: Request, of visitor: StaffVisitor, by reader: FormReader? = nil) async throws -> FormData {
        let form: FormData
        do {
            form = try await (reader ?? site.forms).read(request)
        } catch let rejection as FormRejection where !rejection.read.fields.isEmpty {
            rejection.read.discard()
            let trouble: ActDraft.Trouble = rejection.status == .contentTooLarge ? .oversized : .cutShort
            throw Unaccepted(form: rejection.read, trouble: trouble, status: rejection.status)
        }
        guard isOf(visitor, form.only("jeton")) else {
            form.discard()
            throw Unaccepted(form: form, trouble: .expired, status: .forbidden)
        }
        return form
    }

    /// Does what a form asks for. One that is not accepted shows its page again.
    ///
    /// - Parameters:
    ///   - reader: what reads it, where it is no form like the others.
    ///   - again: the page of a form that will not be done, with what of it was read.
    func take(
        _ request: Request,
        of visitor: StaffVisitor,
        by reader: FormReader? = nil,
        or again: (Unaccepted) async throws -> Response,
        does act: (FormData) async throws -> Response
    ) async throws -> Response {
        let form: FormData
        do {
            form = try await self.form(request, of: visitor, by: reader)
        } catch let unaccepted as Unaccepted {
            return try await again(unaccepted)
        }
        defer { form.discard() }
        return try await act(form)
    }

    private func isOf(_ visitor: StaffVisitor, _ token: String) -> Bool {
        site.formToken(token, for: Self.purpose, binding: visitor.session.digest) != nil
    }
}
