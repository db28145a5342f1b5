import Complaints
import Crypto
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A form, wherever it is sent from` {
    /// What a browser says of where the form was, and which routes take it then.
    struct Sender: Sendable {
        /// `whereNobodySays`: at the public form, and at every form over plain HTTP, where browsers say no more.
        enum Verdict: Sendable { case everywhere, whereNobodySays, nowhere }
        let verdict: Verdict
        let fields: [(name: String, value: String)]

        init(_ verdict: Verdict, _ fields: KeyValuePairs<String, String>) {
            self.verdict = verdict
            self.fields = fields.map { ($0.key, $0.value) }
        }

        func isTaken(by route: String, isSecure: Bool) -> Bool {
            verdict == .everywhere || (verdict == .whereNobodySays && (!isSecure || route == "POST /reclamation"))
        }
    }

    private static let theirs = "https://evil.example"

    /// - Parameters:
    ///   - ours: the site's own origin.
    ///   - otherScheme: the same under the other scheme.
    private static func senders(_ ours: String, _ otherScheme: String) -> [Sender] {
        [
            Sender(.everywhere, [:]),
            Sender(.everywhere, ["Sec-Fetch-Site": "same-origin"]),
            Sender(.everywhere, ["Sec-Fetch-Site": "none"]),
            Sender(.everywhere, ["Origin": ours]),
            Sender(.everywhere, ["Referer": "\(ours)/reclamation"]),
            Sender(.everywhere, ["Sec-Fetch-Site": "same-origin", "Origin": ours, "Referer": "\(ours)/connexion"]),
            Sender(.everywhere, ["Sec-Fetch-Site": "same-origin", "Origin": "null"]),
            Sender(.everywhere, ["Sec-Fetch-Site": "none", "Origin": ours]),
            Sender(.whereNobodySays, ["Origin": "null"]),
            Sender(.nowhere, ["Origin": "null", "Referer": "\(theirs)/"]),
            Sender(.nowhere, ["Sec-Fetch-Site": "none", "Origin": "null"]),
            Sender(.nowhere, ["Sec-Fetch-Site": "cross-site"]),
            Sender(.nowhere, ["Sec-Fetch-Site": "same-site"]),
            Sender(.nowhere, ["Sec-Fetch-Site": "cross-site", "Origin": ours, "Referer": "\(ours)/"]),
            Sender(.nowhere, ["Sec-Fetch-Site": "cross-site", "Origin": "null"]),
            Sender(.nowhere, ["Sec-Fetch-Site": "same-origin", "Origin": theirs]),
            Sender(.nowhere, ["Sec-Fetch-Site": "same-origin", "Sec-Fetch-Site": "cross-site"]),
            Sender(.nowhere, ["Origin": theirs]),
            Sender(.nowhere, ["Origin": ours, "Origin": theirs]),
            Sender(.nowhere, ["Origin": "\(ours):8081"]),
            Sender(.nowhere, ["Origin": otherScheme]),
            Sender(.nowhere, ["Origin": "\(ours).evil.example"]),
            Sender(.nowhere, ["Referer": "\(theirs)/reclamation?\(ours)"]),
            Sender(.nowhere, ["Referer": "\(ours)/", "Referer": "\(theirs)/"]),
        ]
    }

    /// The token that a form carries; only the first is that of the form on this visitor's page.
    enum Token: CaseIterable {
        case own, none, ofAnotherForm, ofAnotherSession, ofAnotherServer, old
    }

    // Shows: S-13
    @Test(arguments: [false, true])
    func `is done only with its token and from our own pages, at every route that does anything`(
        isSecure: Bool
    ) async throws {
        let origins = ["http://localhost", "https://localhost"]
        let (ours, otherScheme) = isSecure ? (origins[1], origins[0]) : (origins[0], origins[1])
        let senders = Self.senders(ours, otherScheme)
        try await TestSite.open(origin: ours) { site in
            let account = try await site.hire(Set(Role.allCases))
            // An act on an account that is there, which does nothing as it is sent.
            let own = ["POST /reglages/comptes/{id}/{acte}": "/reglages/comptes/\(account.id)/sessions"]
            let paths = try await site.addresses().merging(own) { $1 }
            let unsafe = Routes.router(for: site.site).routes.filter { $0.method != .get && $0.method != .head }
            #expect(unsafe.count >= 6)
            for route in unsafe.map({ "\($0.method.rawValue) \($0.path)" }) {
                let path = paths[route] ?? String(route.split(separator: " ")[1])
                for sender in senders {
                    for token in Token.allCases {
                        let isDone = try await send(route, path, sender, token, account, site)
                        let mayBe = token == .own && sender.isTaken(by: route, isSecure: isSecure)
                        #expect(isDone == mayBe, "\(route): \(sender.fields), \(token)")
                    }
                }
            }
            let taken = senders.count { $0.isTaken(by: "POST /reclamation", isSecure: isSecure) }
            #expect(try await site.books.register.countReceptions(CaseFilter()) == .exactly(1 + taken))
            let id = try #require(try await site.books.register.find("2026-R-0001"))
            let notes = try await site.books.register.caseFile(id).entries.filter { entry in
                if case .noted = entry.event { true } else { false }
            }
            #expect(notes.count == senders.count { $0.isTaken(by: "", isSecure: isSecure) })
        }
    }

    /// Sends a form that is right in everything else, by a session of its own; whether it was done.
    private func send(
        _ route: String,
        _ path: String,
        _ sender: Sender,
        _ token: Token,
        _ account: Account,
        _ site: TestSite
    ) async throws -> Bool {
        let session = try await site.session(of: account)
        guard
            case .opened(let follower) = try await site.books.register.openFollowUp(
                typed: TestSite.secret.readable,
                from: session.text
            )
        else { throw Register.Failure.unknown }
        let isPublic = route == "POST /reclamation"
        let link = try await site.site.accounts(site.books.organisation).invite(account)
        let path = route == "POST /invitation/{jeton}" ? "/invitation/\(link.text)" : path
        let sealed = token == .none ? nil : sealed(token, for: route, session, follower, link, site)
        var body = MultipartBody()
        if let sealed { body.add(isPublic ? "envoi" : "jeton", sealed) }
        let fields = [
            "courriel": "ines@cine-atelier.example", "mot_de_passe": TestSite.password, "nom": "Àrçy",
            "voie": "courrier", "partie_le": "2026-11-23", "prenom": "Noé", "vous_etes": "stagiaire",
            "objet": "Salle froide",
            "reclamation": "Sans chauffage", "etape": "envoi",
            // The same words over again would be the same note.
            "texte": "Vu \(sender.fields)",
        ]
        for (name, value) in fields { body.add(name, value) }
        if let id = try await site.books.register.find("2026-R-0001") {
            body.add("version", String(try await site.books.register.caseFile(id).version))
        }
        let prefix = site.site.origin.isSecure ? "__Host-" : ""
        var headers: HTTPFields = [.cookie: "\(prefix)session=\(session.text); \(prefix)suivi=\(follower.text)"]
        for field in sender.fields {
            headers.append(HTTPField(name: try #require(HTTPField.Name(field.name)), value: field.value))
        }
        let answer = try await site.post(path, body.closed, headers: headers)
        #expect(answer.status < 500, "\(route)")
        // The public form without a token is shown to be read again; every other refusal says 403.
        return isPublic ? answer.status == 303 : answer.status != 403
    }

    private func sealed(
        _ token: Token,
        for route: String,
        _ session: StaffToken,
        _ follower: StaffToken,
        _ link: StaffToken,
        _ site: TestSite
    ) -> String {
        let (purpose, own): (String, [UInt8]) =
            switch route {
            case "POST /reclamation": (ComplaintCounter.purpose, [])
            case "POST /connexion": (SignInDesk.purpose, [])
            case "POST /suivi": (FollowUpDesk.purpose, [])
            case "POST /suivi/acces": (LostSecretDesk.purpose, [])
            case "POST /suivi/acces/{lien}": (LostSecretDesk.linkPurpose, [])
            case "POST /suivi/dossier/{acte}", "POST /suivi/fin": (FollowUpDoor.purpose, follower.digest)
            case "POST /invitation/{jeton}": (InvitationDesk.purpose, link.digest)
            default: (StaffDoor.purpose, session.digest)
            }
        let binding = token == .ofAnotherSession ? Array(repeating: 7, count: 32) : own
        let age = token == .old ? FormToken.lifetime + 1 : 0
        let key = token == .ofAnotherServer ? SymmetricKey(size: .bits256) : site.site.formKey
        return FormToken(random: site.site.world.bytes(16), at: site.site.seconds - age)
            .sealed(for: token == .ofAnotherForm ? "autre" : purpose, binding: binding, with: key)
    }
}
