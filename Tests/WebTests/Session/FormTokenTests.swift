import Crypto
import Testing

@testable import Web

@Suite struct `The token of a form` {
    private let key = SymmetricKey(data: Array(repeating: UInt8(7), count: 32))
    private let form = FormToken(random: Array(1...16), at: 1_800_000_000)

    private func check(
        _ text: String?,
        for purpose: String = "reclamation",
        binding: [UInt8] = [],
        after seconds: Int = 0
    ) throws -> FormToken {
        try FormToken.check(text, for: purpose, binding: binding, at: form.issued + seconds, with: key)
    }

    // Shows: S-13
    @Test func `proves who issued it, when, and for what`() throws {
        let text = form.sealed(for: "reclamation", with: key)
        #expect(text.utf8.count == 63)
        #expect(text.utf8.allSatisfy { Character(.init($0)).isLetter || Character(.init($0)).isNumber })
        #expect(try check(text) == form)
        #expect(try check(text.lowercased(), after: FormToken.lifetime) == form)
        #expect(try check(text, after: -300) == form)
        #expect(throws: FormToken.Mistake.expired) { try check(text, after: FormToken.lifetime + 1) }
        #expect(throws: FormToken.Mistake.expired) { try check(text, after: -301) }
    }

    // Shows: S-13
    @Test func `is worth nothing for another form, another session or another server`() throws {
        let text = form.sealed(for: "connexion", binding: [1, 2, 3], with: key)
        #expect(try check(text, for: "connexion", binding: [1, 2, 3]) == form)
        #expect(throws: FormToken.Mistake.forged) { try check(text, for: "deconnexion", binding: [1, 2, 3]) }
        #expect(throws: FormToken.Mistake.forged) { try check(text, for: "connexion", binding: [1, 2, 4]) }
        #expect(throws: FormToken.Mistake.forged) { try check(text, for: "connexion") }
        let other = SymmetricKey(data: Array(repeating: UInt8(8), count: 32))
        #expect(throws: FormToken.Mistake.forged) {
            try check(form.sealed(for: "connexion", with: other), for: "connexion")
        }
    }

    // Shows: S-13
    @Test func `with any one symbol changed is refused`() throws {
        let text = Array(form.sealed(for: "reclamation", with: key))
        for index in text.indices {
            for symbol in "0Z" where text[index] != symbol {
                var changed = text
                changed[index] = symbol
                #expect(throws: FormToken.Mistake.self) { try check(String(changed)) }
            }
        }
    }

    // Shows: S-13
    @Test(arguments: [nil, "", "x", "U", String(repeating: "0", count: 62), String(repeating: "0", count: 64), "é"])
    func `that is none is refused`(text: String?) {
        #expect(throws: FormToken.Mistake.malformed) { try check(text) }
    }
}
