import CryptoExtras
import Testing

@testable import Registry

@Suite struct `A password on record` {
    /// Cheap, for tests of what is not the cost.
    static let cheap = PasswordRecord.Cost(logN: 4, r: 8, p: 1)

    // Shows: S-52
    @Test(arguments: [
        (
            "", "", 4, 1, 1,
            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
        ),
        (
            "password", "NaCl", 10, 8, 16,
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
        ),
        (
            "pleaseletmein", "SodiumChloride", 14, 8, 1,
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
        ),
    ]) func `is computed as RFC 7914, section 12, says`(
        password: String,
        salt: String,
        logN: Int,
        r: Int,
        p: Int,
        expected: String
    ) throws {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.utf8),
            salt: Array(salt.utf8),
            outputByteCount: 64,
            rounds: 1 << logN,
            blockSize: r,
            parallelism: p
        )
        #expect(key.withUnsafeBytes { hexadecimal($0) } == expected)
    }

    // Shows: S-52
    @Test func `is written with its cost and salt, and read back`() throws {
        let record = try PasswordRecord(
            "pleaseletmein",
            salt: Array("SodiumChloride".utf8),
            cost: #require(.init(logN: 14, r: 8, p: 1))
        )
        #expect(
            record.text
                == "scrypt$14$8$1$536f6469756d43686c6f72696465$"
                + "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
        )
        let read = try #require(PasswordRecord(record.text))
        #expect(read == record)
        #expect(try read.matches("pleaseletmein"))
        #expect(try !read.matches("pleaseletmeim"))
        #expect(try !read.matches(""))
    }

    // Shows: S-52
    @Test func `with any one bit of its hash changed matches no more`() throws {
        let record = try PasswordRecord("un long mot de passe", salt: [1], cost: #require(Self.cheap))
        let digits = Array(record.text)
        for place in digits.count - 64..<digits.count {
            for bit in 0..<4 {
                var changed = digits
                let value = try #require(digits[place].hexDigitValue)
                changed[place] = try #require(String(value ^ 1 << bit, radix: 16).first)
                #expect(try PasswordRecord(String(changed))?.matches("un long mot de passe") == false)
            }
        }
    }

    // Shows: S-52
    @Test func `at today's cost takes 32 MiB, three times over`() throws {
        #expect(PasswordRecord.Cost.current == PasswordRecord.Cost(logN: 15, r: 8, p: 3))
        let record = try PasswordRecord("un long mot de passe", salt: Array(repeating: 7, count: 16))
        #expect(record.text.hasPrefix("scrypt$15$8$3$07070707070707070707070707070707$"))
        #expect(try record.matches("un long mot de passe"))
        #expect(!record.needsRehash())
        #expect(try PasswordRecord("x", salt: [1], cost: #require(Self.cheap)).needsRehash())
    }

    @Test(arguments: [
        "", "scrypt", "scrypt$15$8$3$00", "argon2$15$8$3$00$00",
        "scrypt$99$8$3$00$" + String(repeating: "0", count: 64),
        "scrypt$15$8$99$00$" + String(repeating: "0", count: 64),
        "scrypt$15$8$3$0$" + String(repeating: "0", count: 64),
        "scrypt$15$8$3$0g$" + String(repeating: "0", count: 64), "scrypt$15$8$3$00$00",
        "scrypt$-1$8$3$00$" + String(repeating: "0", count: 64),
    ]) func `that has been tampered with is no record`(text: String) {
        #expect(PasswordRecord(text) == nil)
    }

    // Shows: S-44
    @Test func `is missing for an unknown account, which no password opens`() async throws {
        let hasher = try PasswordHasher(cost: #require(Self.cheap))
        #expect(try await !hasher.verify("", against: nil))
        #expect(try await !hasher.verify("un long mot de passe", against: nil))
    }

    // Shows: S-44
    @Test func `takes as long to check whether the account exists or not`() async throws {
        let hasher = try PasswordHasher(cost: #require(PasswordRecord.Cost(logN: 12, r: 8, p: 1)))
        let record = try await hasher.record("un long mot de passe", salt: Array(repeating: 1, count: 16))
        var times: [[Duration]] = [[], []]
        for trial in 0..<40 {
            let start = ContinuousClock.now
            _ = try await hasher.verify("un autre mot de passe", against: trial.isMultiple(of: 2) ? record : nil)
            times[trial % 2].append(ContinuousClock.now - start)
        }
        // Answering at once would be thousands of times faster; a busy machine is not, at its best of twenty.
        let (known, unknown) = (try #require(times[0].min()), try #require(times[1].min()))
        #expect(unknown > known / 3 && unknown < known * 3, "known \(known), unknown \(unknown)")
    }

    // Shows: S-52
    @Test func `is computed in turn when many sign in at once`() async throws {
        let hasher = try PasswordHasher(cost: #require(Self.cheap), places: 2)
        let record = try await hasher.record("un long mot de passe", salt: [1, 2, 3])
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for index in 0..<200 {
                group.addTask {
                    try await hasher.verify(index.isMultiple(of: 2) ? "un long mot de passe" : "non", against: record)
                }
            }
            var right = 0
            for try await isRight in group where isRight { right += 1 }
            #expect(right == 100)
        }
    }
}
