import Complaints

/// What surrounds every public page: whose it is, and how else to reach them. By post and by e-mail a complaint can
/// always be made, whatever the server does (S-42).
struct PublicFrame: Sendable {
    let title: String
    /// Nil where there is no provider yet.
    let contact: Contact?
    let stylesheet = Assets.path("public.css")
    let icon = Assets.path("icon.svg")
    let home = Path.home
    let complaint = Path.complaint
    let followUp = Path.followUp
    let procedure = Path.procedure
    let privacy = Path.privacy
    let accessibility = Path.accessibility
    let signIn = Path.signIn

    /// How to reach the provider without this site.
    struct Contact: Sendable {
        let name: String
        let address: [String]
        let email: String?
        let telephone: String?
        let website: String?
        let activityDeclaration: String?
    }

    init(title: String, provider: Provider?) {
        self.title = title
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
