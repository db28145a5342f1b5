import Complaints
import Foundation
import HTTPTypes
import OpenID
import Pages
import Post
import Registry
import TestSupport
import Testing

@testable import Web

/// Somebody's browser, between the site and a real provider of identities.
struct Traveller: Sendable {
    static let home = "http://localhost"
    static let redirect = home + Path.providerReturn

    let site: TestSite
    let server: OpenIDServer
    /// The session that the browser has; nil for none.
    var session: StaffToken?
    /// What the site gave it to remember where it was sent.
    var errand = ""

    /// A site that takes people in by that provider, on a clock that is right: so is the provider's.
    static func open(
        on engine: Engine = .sqlite,
        needsSecondFactor: Bool = false,
        factors: Set<String> = [],
        algorithm: String = "RS256",
        _ body: (Traveller) async throws -> Void
    ) async throws {
        try await OpenIDServer.run(backTo: redirect, algorithm: algorithm) { server in
            let settings = try ProviderSettings(
                issuer: server.issuer,
                clientID: OpenIDServer.clientID,
                clientSecret: OpenIDServer.clientSecret,
                label: "le portail",
                factors: factors
            )
            let client = WebClient(of: server.issuer)
            let provider = IdentityProvider(settings) { question in
                let request = WebRequest(
                    address: question.address,
                    form: question.form,
                    authorization: question.authorization
                )
                let reply = try await client.ask(request)
                return ProviderAnswer(status: reply.status, body: reply.body)
            }
            try await TestSite.open(on: engine, needsSecondFactor: needsSecondFactor, provider: provider) { site in
                let traveller = Traveller(site: site, server: server)
                traveller.setClock()
                try await body(traveller)
            }
        }
    }

    /// Sets the site's clock to what it is, or so many seconds before.
    func setClock(behind seconds: Int = 0) {
        let now = Int(Date().timeIntervalSince1970) - seconds
        site.books.clock.advance(seconds: now - Int(site.books.clock.now.secondsSince1970))
    }

    private var cookies: String {
        let session = session.map { "\(StaffDoor.cookie)=\($0.text)" }
        let errand = errand.isEmpty ? nil : "\(ProviderErrand.cookie)=\(errand)"
        return [session, errand].compactMap(\.self).joined(separator: "; ")
    }

    /// Sets off. - Returns: the answer that sends it away.
    mutating func leave(_ path: String = Path.provider) async throws -> TestAnswer {
        setClock()
        let answer = try await site.send(.get, path, cookie: cookies)
        errand = answer.cookie(ProviderErrand.cookie) ?? errand
        return answer
    }

    /// Says who they are at the provider, and is sent back. - Returns: the address that it is sent to, on the site.
    func identify(_ answer: TestAnswer, as name: String) async throws -> String {
        let back = try await server.visit(answer.location, as: name)
        guard back.hasPrefix(Self.redirect + "?") else { throw OpenIDServer.Refused(errors: back) }
        return String(back.dropFirst(Self.home.count))
    }

    /// Comes back.
    func comeBack(_ path: String) async throws -> TestAnswer {
        setClock()
        return try await site.send(.get, path, cookie: cookies)
    }

    /// All the way.
    mutating func travel(_ path: String = Path.provider, as name: String = "ines") async throws -> TestAnswer {
        let away = try await leave(path)
        let back = try await identify(away, as: name)
        return try await comeBack(back)
    }
}

extension TestAnswer {
    /// What a cookie that it sets holds; nil where it sets none of that name.
    func cookie(_ name: String) -> String? {
        headers[values: .setCookie].lazy.filter { $0.hasPrefix("\(name)=") }
            .map { String($0.dropFirst(name.count + 1).prefix { $0 != ";" }) }.first
    }
}
