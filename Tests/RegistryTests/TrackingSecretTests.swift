import Crypto
import Testing

@testable import Registry

@Suite struct `A tracking secret` {
    private let random: [UInt8] = [
        0x00, 0x44, 0x32, 0x14, 0xC7, 0x42, 0x54, 0xB6, 0x35, 0xCF, 0x84, 0x65, 0x3A, 0x56, 0xD7, 0xC6, 0x7F,
    ]

    // Shows: S-45
    @Test func `has 26 symbols, of 130 bits of chance, in groups that can be read out`() {
        let secret = TrackingSecret(random: random)
        #expect(secret.readable == "0123-4567-89AB-CDEF-GHJK-MNPQ-RS")
        var other = random
        other[16] ^= 0b0100_0000
        #expect(TrackingSecret(random: other).fingerprint != secret.fingerprint, "the 130th bit counts")
        other = random
        other[16] ^= 0b0010_0000
        #expect(TrackingSecret(random: other).fingerprint == secret.fingerprint, "the 131st does not")
    }

    // Shows: S-45
    @Test(arguments: [
        "0123-4567-89AB-CDEF-GHJK-MNPQ-RS", "0123456789abcdefghjkmnpqrs", " o123 4567 89ab cdef ghjk mnpq rs ",
        "OI23-4567-89ab-CDEF-GHJK-MNPQ-RS",
        "ol23–4567‑89AB-CDEF-GHJK-MNPQ-RS\r\n", "0L23 - 4567 - 89AB - CDEF - GHJK - MNPQ - RS",
    ]) func `is understood however it is typed`(typed: String) {
        #expect(TrackingSecret(typed: typed)?.fingerprint == TrackingSecret(random: random).fingerprint)
    }

    // Shows: S-45
    @Test(arguments: [
        "", "0123", "0123-4567-89AB-CDEF-GHJK-MNPQ-R", "0123-4567-89AB-CDEF-GHJK-MNPQ-RST",
        "U123-4567-89AB-CDEF-GHJK-MNPQ-RS",
        "é123-4567-89AB-CDEF-GHJK-MNPQ-RS", "ß123-4567-89AB-CDEF-GHJK-MNPQ-RS", String(repeating: " ", count: 300),
    ]) func `of another shape is none`(typed: String) {
        #expect(TrackingSecret(typed: typed) == nil)
    }

    // Shows: S-46
    @Test func `is kept as its digest, and prints nothing of itself`() {
        let secret = TrackingSecret(random: random)
        #expect(secret.fingerprint == Array(SHA256.hash(data: Array("suivi/v10123456789ABCDEFGHJKMNPQRS".utf8))))
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped] { #expect(!text.contains("4567")) }
    }
}
