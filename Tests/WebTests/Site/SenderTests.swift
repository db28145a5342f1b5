import Complaints
import Crypto
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Pages
import TestSupport
import Testing

@testable import Registry
@testable import Web

@Suite struct `A form, wherever it is sent from` {
    /// What a browser says of where the form was, and which routes take it then.
    struct Sender: Sendable {
        /// `whereNobodySays`: at the public form, and at every form over plain HTTP, where browsers say no more.
        enum Verdict: Sendable { case everywhere, whereNobodySays, nowhere }
        let verdict: Verdict
        let fields: [(name: String, value: String)]

        init(_ verdict: Verdict, _ fields: KeyValuePairs<String, String>) {
            self.init(verdict, fields.map { ($0.key, $0.value) })
        }

        init(_ verdict: Verdict, _ fields: [(name: String, value: String)]) {
            self.verdict = verdict
            self.fields = fields
        }

        func isTaken(by route: String, isSecure: Bool) -> Bool {
            verdict == .everywhere || (verdict == .whereNobodySays && (!isSecure || route == "POST /reclamation"))
        }
    }

    private static let theirs = "https://evil.example"

    /// Every origin with every word of the browser's on where the form was, and what else has been tried on others.
    ///
    /// - Parameters:
    ///   - ours: the site's own origin.
    ///   - otherScheme: the same under the other scheme.
    private static func senders(_ ours: String, _ otherScheme: String) -> [Sender] {
        let sites: [String?] = [nil, "same-origin", "same-site", "cross-site", "none"]
        let origins: [String?] = [nil, ours, theirs, "null"]
        return sites.flatMap { site in origins.map { Sender(site: site, origin: $0, ours) } }
            + others(ours, otherScheme)
    }

    private static func others(_ ours: String, _ otherScheme: String) -> [Sender] {
        [
            Sender(.everywhere, ["Referer": "\(ours)/reclamation"]),
            Sender(.everywhere, ["Sec-Fetch-Site": "same-origin", "Origin": ours, "Referer": "\(ours)/connexion"]),
            Sender(.nowhere, ["Origin": "null", "Referer": "\(theirs)/"]),
            Sender(.nowhere, ["Sec-Fetch-Site": "cross-site", "Origin": ours, "Referer": "\(ours)/"]),
            Sender(.nowhere, ["Sec-Fetch-Site": "same-origin", "Sec-Fetch-Site": "cross-site"]),
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

    /// What a form was answered, and what its route answers once it is done.
    struct Reply {
        let status: Int
        let done: Int

        /// Routes that rightly answer otherwise where the same was done before: a letter leaves once, an address has one
        /// account, somebody ten tokens and thirty views, and ten programs are told.
        private static let again: [String: Set<Int>] = [
            "POST /lettres/{id}/remise": [303, 422], "POST /reglages/comptes": [422],
            "POST /compte/jetons": [200, 422], "POST /vues": [303, 422], "POST /reglages/avertissements": [200, 422],
        ]

        /// The public form without a token is shown to be read again; every other refusal says 403.
        func isRight(at route: String, isDone: Bool, isFirst: Bool) -> Bool {
            guard isDone else { return route == "POST /reclamation" ? status != done : status == 403 }
            return isFirst ? status == done : Self.again[route, default: [done]].contains(status)
        }
    }

    // Shows: S-13
    @Test(arguments: zip(Engine.available, [false, true]))
    func `is done only with its token and from our own pages, at every route that does anything`(
        engine: Engine,
        isSecure: Bool
    ) async throws {
        let origins = ["http://localhost", "https://localhost"]
        let (ours, otherScheme) = isSecure ? (origins[1], origins[0]) : (origins[0], origins[1])
        let senders = Self.senders(ours, otherScheme)
        try await TestSite.open(on: engine, origin: ours) { site in
            var holdings = try await site.holdings("canari", roles: Set(Role.allCases))
            let receptions = try await site.books.register.countReceptions(CaseFilter())
            // There is no link of the first start where there is an organisation; a program shows its token, and no form's.
            let unsafe = Routes.router(for: site.site).routes.filter { route in
                ![.get, .head].contains(route.method) && !"\(route.path)".hasPrefix(Path.setUp)
                    && !Path.isOfAPI("\(route.path)")
            }
            #expect(unsafe.count >= 21)
            for route in unsafe.map({ "\($0.method.rawValue) \($0.path)" }) {
                var isFirst = true
                // What is refused ends no session: the next one is sent by the same.
                var asker: Asker?
                for sender in senders {
                    for token in Token.allCases {
                        let mayBe = token == .own && sender.isTaken(by: route, isSecure: isSecure)
                        if mayBe || asker == nil { asker = try await visitor(route, &holdings, site) }
                        let visitor = try #require(asker)
                        let reply = try await send(route, sender, token, holdings, by: visitor, site)
                        let isRight = reply.isRight(at: route, isDone: mayBe, isFirst: isFirst)
                        #expect(isRight, "\(route): \(sender.fields), \(token), \(reply.status)")
                        if mayBe { (isFirst, asker) = (false, nil) }
                    }
                }
                #expect(!isFirst, "\(route) takes nobody")
            }
            let taken = senders.count { $0.isTaken(by: "POST /reclamation", isSecure: isSecure) }
            #expect(receptions == .exactly(1))
            // What staff enter is received too.
            let entered = senders.count { $0.isTaken(by: "POST /receptions/saisir", isSecure: isSecure) }
            #expect(try await site.books.register.countReceptions(CaseFilter()) == .exactly(1 + taken + entered))
            let notes = try await site.books.register.caseFile(holdings.caseFile).entries.filter { entry in
                if case .noted = entry.event { true } else { false }
            }
            #expect(notes.count == senders.count { $0.isTaken(by: "", isSecure: isSecure) })
            print("SENDERS \(engine): \(unsafe.count) routes, \(unsafe.count * senders.count * Token.allCases.count)")
        }
    }

    // Shows: S-13
    @Test func `opens an organisation only with the token of its link’s page and from our own pages`() async throws {
        let senders = Self.senders("http://localhost", "https://localhost")
        let taken = senders.filter { $0.isTaken(by: "", isSecure: false) }
        try await TestStart.open(on: .sqlite) { start in
            for sender in senders {
                for token in Token.allCases where token != .own || !sender.isTaken(by: "", isSecure: false) {
                    let status = try await found(sender, token, start)
                    #expect(status == 403, "\(sender.fields), \(token)")
                }
            }
            let organisations = try await start.organisations.all()
            #expect(organisations.isEmpty)
        }
        #expect(!taken.isEmpty && taken.count < senders.count)
        for sender in taken {
            try await TestStart.open(on: .sqlite) { start in
                let status = try await found(sender, .own, start)
                let organisations = try await start.organisations.all()
                #expect(status == 303 && organisations.count == 1, "\(sender.fields)")
            }
        }
    }

    /// Sends the form of the first start; the status of the answer.
    private func found(_ sender: Sender, _ token: Token, _ start: TestStart) async throws -> Int {
        let link = try #require(try await start.site.firstStart.newLink())
        var form = SampleForm(SetUpDesk.purpose, boundTo: link.digest)
        form.fields = TestStart.typed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let sealed = sealed(token, form, start.site).map { [(form.token.field, $0)] } ?? []
        return try await start.post(Path.setUp(link.text), sealed + form.fields, headers: try sender.headers).status
    }

    /// Somebody who may send the form of a route, by sessions of their own.
    private func visitor(_ route: String, _ holdings: inout Holdings, _ site: TestSite) async throws -> Asker {
        let accounts = site.site.accounts(site.books.organisation)
        if ["POST /connexion", "POST /compte/mot-de-passe"].contains(route) {
            // These ask for the password, and other forms have changed it.
            try await accounts.change(holdings.officer.id, AccountChange(password: TestSite.password))
        }
        // The form of the password changes it, and with it the account.
        let account = try #require(try await accounts.find(id: holdings.officer.id))
        let typed = holdings.secret.readable
        guard
            case .opened(let follower) = try await site.books.register.openFollowUp(typed: typed, from: "192.0.2.1")
        else { throw Register.Failure.unknown }
        if route == "POST /invitation/{jeton}" { holdings.invitation = try await accounts.invite(account) }
        return Asker(account: account, session: try await site.session(of: account), follower: follower)
    }

    /// Sends a form that is right in everything else.
    private func send(
        _ route: String,
        _ sender: Sender,
        _ token: Token,
        _ holdings: Holdings,
        by asker: Asker,
        _ site: TestSite
    ) async throws -> Reply {
        // The same words over again would be the same note.
        let form = try #require(
            try await SampleForm(route, of: holdings, by: asker, text: "Vu \(sender.fields)"),
            "\(route) has no form"
        )
        var body = MultipartBody()
        if let sealed = sealed(token, form, site.site) { body.add(form.token.field, sealed) }
        for field in form.fields { body.add(field.name, field.value) }
        var headers = try sender.headers
        headers[.cookie] = asker.cookie(isSecure: site.site.origin.isSecure)
        let path = try holdings.path(of: String(route.split(separator: " ")[1]))
        let answer = try await site.post(path, body.closed, headers: headers)
        #expect(answer.status < 500, "\(route)")
        // Another browser has asked for the link to another secret.
        let done = route == "POST /suivi/acces/{lien}" ? form.withoutIt : form.done
        return Reply(status: answer.status, done: done)
    }

    private func sealed(_ token: Token, _ form: SampleForm, _ site: Site) -> String? {
        guard token != .none else { return nil }
        let binding = token == .ofAnotherSession ? Array(repeating: 7, count: 32) : form.token.binding
        let age = token == .old ? FormToken.lifetime + 1 : 0
        let key = token == .ofAnotherServer ? SymmetricKey(size: .bits256) : site.formKey
        return FormToken(random: site.world.bytes(16), at: site.seconds - age)
            .sealed(for: token == .ofAnotherForm ? "autre" : form.token.purpose, binding: binding, with: key)
    }
}

extension `A form, wherever it is sent from`.Sender {
    /// What the browser says, as it sends it.
    var headers: HTTPFields {
        get throws {
            var headers = HTTPFields()
            for field in fields {
                headers.append(HTTPField(name: try #require(HTTPField.Name(field.name)), value: field.value))
            }
            return headers
        }
    }

    /// A browser that says both of these, or nothing where it is nil; what it must be answered, by the rules alone.
    init(site: String?, origin: String?, _ ours: String) {
        let fields = [site.map { ("Sec-Fetch-Site", $0) }, origin.map { ("Origin", $0) }].compactMap(\.self)
        let verdict: Verdict =
            switch (site, origin) {
            case ("same-site", _), ("cross-site", _): .nowhere
            case (_, nil), (_, ours): .everywhere
            case ("same-origin", "null"): .everywhere
            case (nil, "null"): .whereNobodySays
            default: .nowhere
            }
        self.init(verdict, fields)
    }
}
