import Complaints

/// What surrounds every public page: whose it is, and how else to reach them. By post and by e-mail a complaint can
/// always be made, whatever the server does (S-42).
struct PublicFrame: Sendable {
    let title: String
    /// Nil where there is no provider yet.
    let contact: Contact?
    let stylesheet = Assets.path("public.css")
    let icon = Assets.path("icon.svg")
    let home: String
    let complaint: String
    let followUp: String
    let procedure: String
    let privacy: String
    let accessibility: String
    let signIn = Path.signIn
    /// What the page is written in, as `lang` says it.
    let language: String
    /// The way to the other language; nil where the page would be lost.
    let other: OtherLanguage?
    /// The same page in every language, where it has an address.
    let alternates: [Alternate]

    /// How a visitor gets from a page to the other language.
    enum Turn: Sendable {
        /// The page is at this address in every language.
        case other(String)
        /// It holds what was typed: the form `formulaire` takes that along to this address.
        case sent(to: String)
        /// It has no address that would show it again: to the first page.
        case home
        /// There is no way, for the page is shown once, or is in one language only.
        case stays
    }

    /// How to reach the provider without this site.
    struct Contact: Sendable {
        let name: String
        let address: [String]
        let email: String?
        let telephone: String?
        let website: String?
        let activityDeclaration: String?
    }

    init(title: String, provider: Provider?, in turn: Turn, _ press: Press) {
        self.title = title
        home = press.link(Path.home)
        complaint = press.link(Path.complaint)
        followUp = press.link(Path.followUp)
        procedure = press.link(Path.procedure)
        privacy = press.link(Path.privacy)
        accessibility = press.link(Path.accessibility)
        language = press.language.rawValue
        other = OtherLanguage(turn, press)
        alternates = Alternate.all(of: turn)
        contact = provider.map { provider in
            Contact(
                name: provider.name,
                address: provider.postalAddress.lines,
                email: provider.email.nonEmpty,
                telephone: provider.telephone.nonEmpty,
                website: provider.website.webLink,
                activityDeclaration: provider.activityDeclaration.nonEmpty
            )
        }
    }
}

extension String {
    /// Its lines that have anything on them.
    var lines: [String] { allLines.filter { !$0.isEmpty }.map(String.init) }

    /// Nil when there is nothing in it to read.
    var nonEmpty: String? { allSatisfy(\.isWhitespace) ? nil : self }
}
