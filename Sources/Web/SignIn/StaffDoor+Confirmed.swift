import Complaints
import HTTPTypes
import Hummingbird
import OpenID
import Pages
import Registry

extension StaffDoor {
    /// The field of the password that is asked for again.
    static let confirmation = "confirmation"

    /// Does what a form asks for, if its sender has given their password within five minutes; otherwise asks for it, with
    /// the form carried along and done as soon as it is right (S-58). Documents are not carried: no such form has any.
    ///
    /// - Parameters:
    ///   - form: as `form(_:of:)` has taken it.
    ///   - back: where to go for whoever would rather not.
    ///   - isForFile: whether a file to keep comes of it: that is taken from a page of its own, without the password.
    func confirmed(
        _ visitor: StaffVisitor,
        _ form: FormData,
        _ request: Request,
        _ visit: Visit,
        back: String,
        isForFile: Bool = false,
        _ act: () async throws -> Response
    ) async throws -> Response {
        let password = form.only(Self.confirmation)
        let asked = Asked(form: form, path: request.uri.path, back: back, isForFile: isForFile)
        if visitor.standing.isConfirmed(at: site.world.now()) { return try await act() }
        guard !password.isEmpty else { return try await ask(visitor, asked) }
        let address = site.address(of: request, visit)
        let (accounts, email) = (visitor.accounts, visitor.account.email)
        switch try await accounts.verify(email: email, password: password, from: address, for: .confirmed) {
        case .accepted:
            try await accounts.confirm(visitor.session)
            return isForFile ? offer(visitor, asked) : try await act()
        case .refused: return try await ask(visitor, asked, .wrong)
        case .wait(let seconds):
            return try await ask(visitor, asked, .wait, status: .tooManyRequests)
                .retry(after: seconds)
        }
    }

    private func ask(
        _ visitor: StaffVisitor,
        _ asked: Asked,
        _ trouble: PasswordTrouble? = nil,
        status: HTTPResponse.Status = .unauthorized
    ) async throws -> Response {
        asked.form.discard()
        let page = ConfirmationPage(
            path: asked.path,
            carried: asked.carried,
            back: asked.back,
            isForFile: asked.isForFile,
            trouble: trouble,
            provider: try await confirming(visitor),
            signedIn: reader(visitor),
            press: site.press
        )
        return site.page(page, status: status)
    }

    /// Where the file is taken: the same form once more, for the five minutes that the password is good for.
    private func offer(_ visitor: StaffVisitor, _ asked: Asked) -> Response {
        asked.form.discard()
        let page = FileReadyPage(
            path: asked.path,
            carried: asked.carried,
            back: asked.back,
            signedIn: reader(visitor),
            press: site.press
        )
        return site.page(page)
    }

    /// What a form asks for, as the page of the password carries it.
    private struct Asked {
        let form: FormData
        let path: String
        let back: String
        let isForFile: Bool

        /// Everything in it but its token and the password.
        var carried: [SignInPage.Carried] {
            CarriedForm(sent: form).fields.map { SignInPage.Carried(name: $0.name, value: $0.value) }
        }
    }

    /// The provider of identities, for whoever is linked with one of its own: it may confirm in the password's place.
    private func confirming(_ visitor: StaffVisitor) async throws -> SignInProvider? {
        guard let provider = site.provider,
            let linked = try await visitor.accounts.identity(of: visitor.account.id),
            linked.identity.issuer == provider.settings.issuer
        else { return nil }
        let purpose = ProviderErrand.Purpose.confirm.rawValue
        return SignInProvider(label: provider.settings.label, address: Path.provider(for: purpose))
    }
}
