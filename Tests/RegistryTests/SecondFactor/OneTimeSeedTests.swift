import Complaints
import Crypto
import Testing

@testable import Registry

@Suite struct `The seed of an application` {
    private let seed = OneTimeSeed(random: Array("12345678901234567890".utf8))

    /// RFC 6238, appendix B, the rows of SHA-1.
    // Shows: S-53
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ]) func `makes the codes of the standard`(second: Int, code: String) {
        #expect(seed.code(at: second / 30, digits: 8) == code)
        #expect(seed.code(at: second / 30) == String(code.suffix(6)))
    }

    /// RFC 4648, section 10, and the seed of every example of applications.
    @Test func `is written as applications take it`() {
        #expect(Base32.encode(Array("fooba".utf8)) == "MZXW6YTB")
        #expect(seed.readable == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            seed.address(issuer: "Ciné & Cie", account: "zoé@exemple.fr")
                == "otpauth://totp/Cin%C3%A9%20%26%20Cie:zo%C3%A9%40exemple.fr?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Cin%C3%A9%20%26%20Cie&algorithm=SHA1&digits=6&period=30"
        )
    }

    // Shows: S-53
    @Test func `takes the code of the moment, and one step before and after`() {
        let now = Instant(secondsSince1970: 1_111_111_111)
        let current = 1_111_111_111 / 30
        for step in current - 3...current + 3 {
            let found = seed.step(of: seed.code(at: step), at: now, after: nil)
            #expect(found == (abs(step - current) <= 1 ? step : nil), "\(step - current)")
        }
        #expect(seed.step(of: " 050 471 ", at: now, after: nil) == current)
        #expect(seed.step(of: "050471", at: now, after: current) == nil, "a code works once")
        for typed in ["", "05047", "0504711", "14050471", "٠٥٠٤٧١", "abcdef"] {
            #expect(seed.step(of: typed, at: now, after: nil) == nil, "\(typed)")
        }
    }

    @Test func `is not printed by accident`() {
        #expect("\(seed)\(String(reflecting: seed))".contains("49") == false)
        let code = RecoveryCode(random: Array(0..<17))
        #expect("\(code)\(String(reflecting: code))".contains(code.readable.prefix(4)) == false)
    }

    @Test func `opens for its own account and under its own key alone`() throws {
        let vault = AccountVault(seed: Array(repeating: 1, count: 32))
        let sealed = try vault.seal(seed, of: "zoe")
        #expect(try vault.open(sealed, of: "zoe") == seed)
        #expect(throws: CryptoKitError.self) { try vault.open(sealed, of: "ali") }
        let other = AccountVault(seed: Array(repeating: 2, count: 32))
        #expect(throws: CryptoKitError.self) { try other.open(sealed, of: "zoe") }
    }
}
