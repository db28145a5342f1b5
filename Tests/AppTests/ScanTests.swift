import Complaints
import Crypto
import Foundation
import Logging
import Registry
import TestSupport
import Testing
import Web

@testable import App

@Suite struct `A virus scanner` {
    private func receive(_ contents: [[UInt8]], _ books: TestBooks) async throws -> CaseFile.ID {
        var original = Story.original
        for (index, content) in contents.enumerated() {
            let digest = SHA256.hash(data: content).map { String(0x100 | Int($0), radix: 16).dropFirst() }.joined()
            let file = StagedAttachment(
                name: "\(index).txt",
                type: "text/plain",
                length: content.count,
                digest: digest
            )
            let chunk = Register.chunkLength
            original.files.append(
                try await books.register.stage(file, for: nil) { position in
                    let rest = content.dropFirst(position * chunk)
                    return rest.isEmpty ? nil : Array(rest.prefix(chunk))
                }
            )
        }
        return try await books.receive(original)
    }

    private func chore(_ books: TestBooks, _ address: ScannerAddress) -> ScanFiles {
        ScanFiles(
            registers: RegisterDirectory(organisations: books.organisations) { _ in TestBooks.compose },
            scanner: ClamdScanner(address: address),
            logger: Logger(label: "test")
        )
    }

    // Shows: S-37
    @Test(.enabled(if: Clamd.isInstalled, "There is no /usr/sbin/clamd."), arguments: Engine.available)
    func `finds what its signature names in every document that has it, and nothing in the others`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let large = [UInt8](repeating: 65, count: 2 * Register.chunkLength + 9)
        let id = try await receive([Clamd.marked, Array("120 €".utf8), large, large + Clamd.marked], books)
        try await Clamd.run { clamd in
            let chore = chore(books, .socket(clamd.socket))
            #expect(await !chore.round(), "it does not run yet")
            #expect(try await books.register.scans(of: id).isEmpty)
            let daemon = try await clamd.start()
            #expect(await chore.round())
            let scans = try await books.register.scans(of: id)
            let files = try await books.register.caseFile(id).reception.original.files
            #expect(files.map { scans[$0.id]?.finding } == [Clamd.finding, nil, nil, Clamd.finding])
            #expect(files.allSatisfy { scans[$0.id]?.at == books.clock.now })
            #expect(try await books.register.unscanned() == nil)
            await daemon.terminate()
            let later = try await receive([Clamd.marked], books)
            #expect(await !chore.round())
            #expect(try await books.register.scans(of: later).isEmpty, "it is received, and not scanned")
        }
        _ = try await books.register.inspect()
        await books.close()
    }

    // Shows: S-37
    @Test(.enabled(if: Clamd.isInstalled, "There is no /usr/sbin/clamd."), arguments: Engine.available)
    func `is not kept from the others by a document that is too large for it`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let id = try await receive(Array(repeating: [UInt8](repeating: 65, count: 3 << 20), count: 3), books)
        books.clock.advance(seconds: 1)
        let marked = try await receive([Clamd.marked], books)
        try await Clamd.run { clamd in
            let daemon = try await clamd.start()
            let chore = chore(books, .socket(clamd.socket))
            #expect(await chore.round(), "it answers, though it cannot say of three")
            #expect(try await books.register.scans(of: id).isEmpty)
            #expect(try await books.register.scans(of: marked).values.map(\.finding) == [Clamd.finding])
            #expect(try await books.register.unscanned() == nil)
            books.clock.advance(seconds: 3600)
            #expect(try await books.register.unscanned() != nil, "it is asked again in an hour")
            await daemon.terminate()
        }
        await books.close()
    }

    // Shows: S-37
    @Test(arguments: Engine.available)
    func `is asked about a mail before it is part of a case, and about nobody’s upload`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        _ = try await register.stage([66], named: "b.txt", type: "text/plain", digest: "b")
        #expect(try await register.unscanned() == nil)
        try await register.keepMail(Clamd.marked, digest: "a", at: nil)
        let mail = try #require(try await register.unscanned())
        #expect(mail.type == Register.mailType)
        if Clamd.isInstalled {
            try await Clamd.run { clamd in
                let daemon = try await clamd.start()
                #expect(await chore(books, .socket(clamd.socket)).round())
                #expect(try await register.scan(of: mail.id)?.finding == Clamd.finding)
                await daemon.terminate()
            }
        } else {
            try await register.keepScan(of: mail.id, finding: nil)
        }
        #expect(try await register.unscanned() == nil)
        await books.close()
    }

    // Shows: S-37
    @Test(arguments: [
        ("stream: OK\0", ClamdScanner.Verdict.clean),
        ("stream: Win.Test.EICAR_HDB-1 FOUND\0", .found("Win.Test.EICAR_HDB-1")),
        ("INSTREAM size limit exceeded. ERROR\0", .unsaid), ("stream: Can't open file ERROR\0", .unsaid),
        ("stream:  FOUND\0", .unsaid), ("", .unsaid),
    ]) func `is understood, whatever it says`(answer: String, verdict: ClamdScanner.Verdict) {
        #expect(ClamdScanner.verdict(answer) == verdict)
    }

    // Shows: S-37
    @Test(arguments: Engine.available)
    func `is asked again in an hour where it cannot say, and about the others meanwhile`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        _ = try await receive([[65], [66]], books)
        let first = try #require(try await books.register.unscanned())
        try await books.register.postponeScan(of: first.id)
        let second = try #require(try await books.register.unscanned())
        #expect(second.id != first.id)
        try await books.register.keepScan(of: second.id, finding: nil)
        #expect(try await books.register.unscanned() == nil)
        books.clock.advance(seconds: 3600)
        #expect(try await books.register.unscanned() == first)
        await books.close()
    }

    @Test(arguments: [
        ("/run/clamav/clamd.ctl", ScannerAddress.socket("/run/clamav/clamd.ctl")),
        ("127.0.0.1:3310", .host("127.0.0.1", port: 3310)), ("[::1]:3310", .host("::1", port: 3310)),
        ("clamav:3310", .host("clamav", port: 3310)),
    ]) func `is named by a path, or by a host and a port`(text: String, address: ScannerAddress) async throws {
        #expect(try await Settings(given: [.clamd: text]).scanner == address)
    }

    @Test(arguments: ["clamd", "clamav:", ":3310", "clamav:0", "http://clamav:3310", "clamav:99999", ""])
    func `is refused in words where it is neither`(text: String) async throws {
        await #expect {
            _ = try await Settings(given: [.clamd: text])
        } throws: {
            "\($0)".contains("DOLEANCES_CLAMD")
        }
    }
}
