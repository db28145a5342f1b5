import Storage
import TestSupport
import Testing

@Suite struct `A value` {
    private static let texts = [
        "", "réclamation", "re\u{301}clamation", "L’élève", "\\ ' \" $1 ; --", "👩🏽‍🎓", "\u{1}\u{7f}\u{fffd}", "a\r\nb\t",
        String(repeating: "é", count: 300_000),
    ]

    @Test(arguments: Engine.available) func `comes back as it went in, byte for byte`(engine: Engine) async throws {
        let megabyte = (0..<1 << 20).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let integers: [Int64] = [.min, .min + 1, -256, -1, 0, 1, 255, 256, 1 << 31, 1 << 32, .max]
        try await withThings(engine) { database in
            for text in Self.texts {
                let back = try await database.write { try $0.run("SELECT CAST(\(text) AS TEXT)")[0].text(0) }
                // By bytes: Swift calls composed and decomposed letters equal.
                #expect(Array(back.utf8) == Array(text.utf8))
            }
            for bytes in [[], [0], [0, 255, 0], megabyte] {
                try await database.write { connection in
                    try connection.run("DELETE FROM thing")
                    try connection.run("INSERT INTO thing (id, bytes) VALUES ('b', \(bytes))")
                }
                #expect(try await database.read { try $0.run("SELECT bytes FROM thing")[0].blob(0) } == bytes)
            }
            for integer in integers {
                try await database.write { connection in
                    try connection.run("DELETE FROM thing")
                    try connection.run("INSERT INTO thing (id, number) VALUES ('n', \(Int(integer)))")
                }
                #expect(
                    try await database.read { try $0.run("SELECT number FROM thing")[0] } == Row([.integer(integer)])
                )
            }
        }
    }

    @Test(arguments: Engine.available) func `may be nothing, whatever its column`(engine: Engine) async throws {
        try await withThings(engine) { database in
            let (number, bytes): (Int?, [UInt8]?) = (nil, nil)
            try await database.write {
                try $0.run("INSERT INTO thing (id, number, bytes) VALUES ('x', \(number), \(bytes))")
            }
            let row = try await database.read { try $0.run("SELECT number, bytes, number FROM thing")[0] }
            #expect(row == Row([.null, .null, .null]))
            #expect(try row.optionalInteger(0) == nil)
            #expect(try row.optionalBlob(1) == nil)
            #expect(throws: StorageError.self) { try row.integer(0) }
        }
    }

    @Test(arguments: Engine.available) func `sorts by its bytes`(engine: Engine) async throws {
        let words = ["z", "é", "Z", "a", "_", "1", "e\u{301}", "A", "ab", "", "œ", "👩", "\u{ffff}", " "]
        try await withThings(engine) { database in
            try await database.write { connection in for word in words { try connection.add(word) } }
            let sorted = try await database.things
            let expected = words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
            #expect(sorted.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
            let ranged = try await database.read {
                try $0.run("SELECT id FROM thing WHERE id >= \("a") AND id < \("b") ORDER BY id DESC").map {
                    try $0.text(0)
                }
            }
            #expect(ranged == ["ab", "a"])
        }
    }

    @Test(arguments: Engine.available) func `of text that holds U+0000 is refused rather than cut short`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            let error = await storageError { try await database.add("avant\u{0}après") }
            #expect(error?.isFailed == true)
            let things = try await database.things
            #expect(things.isEmpty)
        }
    }

    @Test(arguments: Engine.available) func `of a type that only one engine has is refused`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            let error = await storageError { _ = try await database.read { try $0.run("SELECT 1.5") } }
            #expect(error?.isFailed == true)
        }
    }
}
