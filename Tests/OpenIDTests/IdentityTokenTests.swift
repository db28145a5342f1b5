import Testing

@testable import OpenID

@Suite struct `A token of identity` {
    private let own: TestSigner
    private let keys: KeySet

    init() throws {
        own = try #require(TestSigner.own)
        keys = try #require(try own.keySet())
    }

    /// What comes of it.
    private func read(_ text: String, _ keys: KeySet? = nil) throws(TokenMistake) -> Identity {
        try IdentityToken(text).identity(by: keys ?? self.keys, TestSigner.rules)
    }

    private func mistake(_ changes: [String: (any Sendable)?]) throws -> TokenMistake? {
        var claims = TestSigner.claims
        for (name, value) in changes { claims[name] = value }
        do {
            _ = try read(try own.token(claims))
            return nil
        } catch let mistake as TokenMistake {
            return mistake
        }
    }

    @Test(arguments: ["RS256", "ES256"]) func `says who somebody is, and how and when they showed it`(
        algorithm: String
    ) throws {
        let identity = try read(try own.token(algorithm: algorithm))
        #expect(identity.issuer == TestSigner.issuer && identity.subject == "ines")
        #expect(
            identity.authenticatedAt == TestSigner.instant - 4 || identity.authenticatedAt == TestSigner.instant - 3
        )
        #expect(identity.methods == ["pwd", "mfa", "loa-2"])
    }

    @Test func `is refused for every claim that is wrong, each by its name`() throws {
        let now = TestSigner.instant
        let wrong: [(TokenMistake, [String: (any Sendable)?])] = [
            (.issuer, ["iss": "https://autre.exemple.fr"]), (.issuer, ["iss": TestSigner.issuer + "/"]),
            (.audience, ["aud": "un-autre"]), (.audience, ["aud": [String]()]),
            (.party, ["aud": [TestSigner.clientID, "un-autre"]]), (.party, ["azp": "un-autre"]),
            (.party, ["aud": [TestSigner.clientID, "un-autre"], "azp": "un-autre"]),
            (.late, ["exp": now - 60]), (.late, ["iat": now - 600]), (.early, ["iat": now + 61]),
            (.early, ["nbf": now + 61]), (.nonce, ["nonce": "une-autre"]), (.nonce, ["nonce": nil]),
            (.subject, ["sub": ""]), (.subject, ["sub": String(repeating: "a", count: 256)]),
        ]
        for (expected, changes) in wrong { #expect(try mistake(changes) == expected, "\(changes)") }
        for name in ["iss", "sub", "aud", "exp", "iat"] {
            #expect(try mistake([name: nil]) == .malformed, "without \(name)")
        }
        #expect(try mistake(["exp": "demain"]) == .malformed)
        #expect(try mistake(["exp": 1e300]) == .malformed)
    }

    @Test func `is taken by clocks that differ by less than a minute, and for several where it is for us`() throws {
        let now = TestSigner.instant
        let right: [[String: (any Sendable)?]] = [
            ["exp": now - 59], ["iat": now + 60], ["nbf": now + 60], ["auth_time": nil, "amr": nil, "acr": nil],
            ["aud": [TestSigner.clientID]], ["azp": TestSigner.clientID],
            ["aud": ["un-autre", TestSigner.clientID], "azp": TestSigner.clientID],
        ]
        for changes in right { #expect(try mistake(changes) == nil, "\(changes)") }
    }

    @Test(arguments: ["none", "None", "HS256", "PS256", "RS384", ""])
    func `is taken in two ways of signing and no other`(algorithm: String) throws {
        let token = try own.token(algorithm: algorithm)
        #expect(throws: TokenMistake.algorithm) { try read(token) }
    }

    @Test func `is held to its signature, its key and the kind of that key`() throws {
        let stranger = try #require(TestSigner.stranger)
        #expect(throws: TokenMistake.signature) { try read(try stranger.token()) }
        #expect(throws: TokenMistake.signature) { try read(try stranger.token(algorithm: "ES256")) }
        #expect(throws: TokenMistake.key) { try read(try own.token(keyID: "r2")) }
        // The name of the other kind's key.
        #expect(throws: TokenMistake.key) { try read(try own.token(keyID: "e1")) }
        #expect(throws: TokenMistake.key) { try read(try own.token(algorithm: "ES256", keyID: "r1")) }
        #expect(throws: TokenMistake.algorithm) { try read(try own.token(header: ["crit": ["exp"]])) }
        let parts = try own.token().split(separator: ".")
        let other = try own.token(["sub": "paul"]).split(separator: ".")
        #expect(throws: TokenMistake.signature) { try read("\(parts[0]).\(other[1]).\(parts[2])") }
        #expect(throws: TokenMistake.signature) { try read("\(parts[0]).\(parts[1]).") }
    }

    @Test(arguments: ["", ".", "..", "a.b", "a.b.c", "a.b.c.d", "e30.e30.e30", "é.è.à"])
    func `is none where it is not three parts of one`(text: String) {
        #expect(throws: TokenMistake.malformed) { try read(text) }
    }

    @Test func `is none where it is longer than any`() throws {
        let long = try own.token(TestSigner.claims.merging(["note": String(repeating: "a", count: 17_000)]) { $1 })
        #expect(throws: TokenMistake.malformed) { try read(long) }
    }

    @Test func `without the name of a key is taken where one key alone may have signed it`() throws {
        let named = try own.token()
        let parts = named.split(separator: ".").map(String.init)
        #expect(parts.count == 3)
        let nameless = try #require(try own.keySet(try own.published(rsaName: nil)))
        // A name that no key has leads to none, though one has no name.
        #expect(throws: TokenMistake.key) { try read(named, nameless) }
        let stranger = try #require(TestSigner.stranger)
        #expect(keys.check(nil, .rs256) != nil)
        let both = try #require(try own.keySet(try own.published() + stranger.published(rsaName: "r2", p256Name: "e2")))
        #expect(both.check(nil, .rs256) == nil && both.check("r2", .rs256) != nil)
        let twice = try #require(try own.keySet(try own.published() + stranger.published()))
        #expect(twice.check("r1", .rs256) == nil, "two keys of one name")
    }
}

@Suite struct `The keys of a provider` {
    @Test func `are passed over where they are not what we check by`() throws {
        let own = try #require(TestSigner.own)
        let right = try own.published()
        let changes: [(Int, String, String)] = [
            (0, "kty", "oct"), (0, "use", "enc"), (0, "alg", "PS256"), (0, "n", "AQAB"), (0, "e", ""),
            (0, "n", String(repeating: "A", count: 2_000)), (1, "crv", "P-384"), (1, "x", "AQAB"), (1, "alg", "ES384"),
            (1, "y", "é"),
        ]
        for (place, name, value) in changes {
            var keys = right
            keys[place][name] = value
            let set = try #require(try own.keySet(keys))
            #expect(set.check(place == 0 ? "r1" : "e1", place == 0 ? .rs256 : .es256) == nil, "\(name) \(value)")
            #expect(set.check(place == 0 ? "e1" : "r1", place == 0 ? .es256 : .rs256) != nil, "\(name) \(value)")
        }
    }

    @Test(arguments: ["", "[]", "{}", "{\"keys\":3}", "{\"keys\":[{}]}"]) func `are none where it is no set`(
        text: String
    ) {
        #expect(KeySet(Array(text.utf8)) == nil)
    }

    @Test func `of a point that is on no curve sign nothing`() throws {
        let own = try #require(TestSigner.own)
        var keys = try own.published()
        keys[1]["x"] = Base64URL.encode([UInt8](repeating: 1, count: 32))
        let set = try #require(try own.keySet(keys))
        let token = try IdentityToken(try own.token(algorithm: "ES256"))
        #expect(throws: TokenMistake.signature) { try token.identity(by: set, TestSigner.rules) }
    }
}
