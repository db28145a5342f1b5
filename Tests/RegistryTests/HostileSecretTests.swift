import Registry
import TestSupport
import Testing

@Suite struct `A hostile text for a secret` {
    private static let rules = PasswordRules(organisation: "Ciné-Atelier", name: "Ana Roux", email: "ana@exemple.fr")

    private static let readers: [@Sendable (String) -> Bool] = [
        { TrackingSecret(typed: $0) == nil }, { RecoveryCode(typed: $0) == nil }, { StaffToken($0) == nil },
        { Self.rules.mistake(in: $0) == .tooLong },
    ]

    // Shows: S-30
    @Test(arguments: Hostile.pieces)
    func `is no secret, code, link or password, which a mebibyte of it shows in 10 ms`(piece: String) {
        #expect(Hostile.slow(Self.readers, for: Hostile.text(of: piece)) == [])
    }
}
