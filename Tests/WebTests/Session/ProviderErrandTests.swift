import Crypto
import OpenID
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `What a browser was sent to the provider for` {
    private let key = SymmetricKey(data: Array(repeating: 7, count: 32))
    private let form = FormToken(random: Array(1...16), at: 1_000_000)

    /// Two organisations, told apart by what cookies are sealed for.
    private func organisations() async throws -> (Organisation, Organisation) {
        let (one, other) = (try await TestBooks(.sqlite), try await TestBooks(.sqlite))
        let found = (one.organisation, other.organisation)
        await one.close()
        await other.close()
        return found
    }

    private func open(
        _ cookie: String,
        _ organisation: Organisation,
        session: [UInt8] = [],
        at instant: Int = 1_000_600,
        with key: SymmetricKey? = nil
    ) -> ProviderErrand? {
        ProviderErrand(cookie, for: organisation, session: session, at: instant, with: key ?? self.key)
    }

    // Shows: S-61
    @Test(arguments: ProviderErrand.Purpose.allCases) func `is known again in ten minutes, here and in this session`(
        purpose: ProviderErrand.Purpose
    ) async throws {
        let (own, other) = try await organisations()
        let session = Array("session".utf8)
        let errand = ProviderErrand(purpose, then: "/registre?q=a&b", as: form)
        let bound = purpose == .signIn ? [] : session
        let cookie = errand.sealed(for: own, session: bound, with: key)
        #expect(cookie.utf8.allSatisfy { $0 > 32 && $0 < 127 && ![UInt8(ascii: ";"), UInt8(ascii: ",")].contains($0) })
        let opened = try #require(open(cookie, own, session: session))
        #expect(opened.purpose == purpose && opened.next == "/registre?q=a&b" && opened.begun == 1_000_000)
        #expect(opened.request(backTo: "r", with: key).state == errand.request(backTo: "r", with: key).state)
        #expect(open(cookie, own, session: session, at: 1_000_601) == nil, "too late")
        #expect(open(cookie, other, session: session) == nil, "of another organisation")
        #expect(open(cookie, own, session: session, with: SymmetricKey(size: .bits256)) == nil, "of another server")
        #expect((open(cookie, own, session: Array("autre".utf8)) == nil) == (purpose != .signIn))
        for forged in ["", "..", "compte.\(cookie)", cookie + "0", cookie.replacing("connexion", with: "compte")]
        where forged != cookie {
            #expect(open(forged, own, session: session) == nil, "\(forged)")
        }
        let parts = cookie.split(separator: ".").map(String.init)
        #expect(open("\(parts[0]).L3JlZ2xhZ2Vz.\(parts[2])", own, session: session) == nil, "led elsewhere")
    }

    @Test func `has state, nonce and verifier of its own, none of which tells another`() {
        let one = ProviderErrand(.signIn, then: "", as: form).request(backTo: "r", with: key)
        let other = ProviderErrand(.signIn, then: "", as: FormToken(random: Array(2...17), at: 1_000_000))
            .request(backTo: "r", with: key)
        let all = [one.state, one.nonce, one.verifier, other.state, other.nonce, other.verifier]
        #expect(Set(all).count == 6 && all.allSatisfy { $0.utf8.count == 43 })
        #expect(!one.isFresh && ProviderErrand(.confirm, then: "", as: form).request(backTo: "r", with: key).isFresh)
    }

    @Test(arguments: ["https://evil.example/", "//evil.example", "/\\evil.example", "/é", "/ x", "javascript:x"])
    func `leads to no other site afterwards`(next: String) {
        #expect(ProviderErrand(.signIn, then: next, as: form).next.isEmpty)
        #expect(ProviderErrand(.signIn, then: "/" + String(repeating: "a", count: 1_000), as: form).next.isEmpty)
    }
}
