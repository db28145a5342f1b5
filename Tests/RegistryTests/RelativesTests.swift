import Complaints
import Crypto
import Foundation
import TestSupport
import Testing

@testable import Registry

@Suite struct `Two case files of one matter` {
    private static let manager = Author.officer(Story.manager)
    private static let reason = "Le même stage, la même panne"

    private func link(
        _ id: CaseFile.ID,
        _ other: CaseFile.ID,
        seen: Int? = nil,
        _ books: TestBooks
    ) async throws -> CaseFile {
        try await books.register.change(id, with: other, by: Self.manager, expecting: seen) {
            try $0.link(with: $1, Self.reason, $2)
        }
    }

    // Shows
    @Test(arguments: Engine.available) func `are linked in both or in neither, once, and apart again`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let (one, two) = (try await books.receive(), try await books.receive())
        let linked = try await link(one, two, seen: 1, books)
        #expect(try await link(one, two, seen: 1, books).version == linked.version, "sent again, it is one act")
        var (here, there) = (try await register.caseFile(one), try await register.caseFile(two))
        #expect(here.linked == [there.reception.reference] && there.linked == [here.reception.reference])
        #expect(here.version == 2 && there.version == 2)
        await #expect(throws: Refusal.alreadyLinked) { _ = try await link(two, one, books) }
        await #expect(throws: Refusal.alreadyLinked) { _ = try await link(one, one, books) }
        await #expect(throws: Register.Failure.changedMeanwhile) {
            try await register.change(one, with: two, by: Self.manager, expecting: 1) {
                try $0.unlink(from: $1, Self.reason, $2)
            }
        }
        try await register.change(two, with: one, by: Self.manager, expecting: 2) {
            try $0.unlink(from: $1, Self.reason, $2)
        }
        (here, there) = (try await register.caseFile(one), try await register.caseFile(two))
        #expect(here.linked.isEmpty && there.linked.isEmpty && here.version == 3 && there.version == 3)
        try await register.keepCheckpoint()
        _ = try await register.inspect()
        await books.close()
    }

    // Shows
    @Test(arguments: Engine.available) func `are not linked where one of them is closed, or names whoever wants it`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let staff = try await books.hire()
        let (one, two) = (try await books.receive(), try await books.receive())
        let restriction = Restriction(ground: .implicatesManager, readers: [staff[0].id])
        try await books.register.change(two, by: .officer(staff[0])) { try $0.restrict(restriction, among: staff, $1) }
        let seen = books.register.asSeen(by: staff[1])
        await #expect(throws: Register.Failure.restricted) {
            try await seen.change(one, with: two, by: .officer(staff[1])) { try $0.link(with: $1, Self.reason, $2) }
        }
        let named = Qualification(nature: .complaint, implicated: [Story.manager.id])
        let three = try await books.receive()
        try await books.register.change(three, by: .officer(staff[0])) { _, _ in .qualified(named) }
        await #expect(throws: Refusal.barred) { _ = try await link(one, three, books) }
        for id in [one, two, three] { #expect(try await books.register.caseFile(id).linked.isEmpty) }
        await books.close()
    }
}

@Suite struct `A part of a case file that is received apart` {
    private static let manager = Author.officer(Story.manager)
    private static let reason = "Nommée dans la réclamation"

    /// A document of a case file's own, of more than one chunk.
    private func attach(_ id: CaseFile.ID, _ books: TestBooks) async throws -> FileSummary {
        let bytes = [UInt8](repeating: 7, count: Register.chunkLength + 3)
        let staged = StagedAttachment(
            name: "lettre.pdf",
            type: "application/pdf",
            length: bytes.count,
            digest: hexadecimal(SHA256.hash(data: Data(bytes)))
        )
        let file = try await books.register.stage(staged, for: nil) { position in
            let start = position * Register.chunkLength
            return start < bytes.count ? Array(bytes[start..<min(bytes.count, start + Register.chunkLength)]) : nil
        }
        try await books.register.change(id, by: Self.manager, attaching: [file]) {
            try $0.amend(Amendment(text: "Une lettre", files: [file]), $1)
        }
        return file
    }

    // Shows, S-40
    @Test(arguments: Engine.available) func `has its own mark and acknowledgement, its day, and its documents, once`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let id = try await books.receive()
        let file = try await attach(id, books)
        books.clock.advance(seconds: 3 * 86_400)
        let part = ComplaintPart(subject: "Le train", text: "Je demande le train.", files: [file])
        let after = try await register.split(part, off: id, by: Self.manager, expecting: 2)
        let again = try await register.split(part, off: id, by: Self.manager, expecting: 2)
        #expect(after == again && after.parts.count == 1 && after.version == 3)
        let mark = try #require(after.parts.first)
        let own = try await register.caseFile(try #require(try await register.find(mark.description)))
        #expect(own.partOf == after.reception.reference && own.reception.original.text == part.text)
        #expect(own.reception.channel == .form && own.receivedAt.civilDate == after.receivedAt.civilDate)
        #expect(own.due == after.due && own.letters.map(\.kind) == [.acknowledgement] && own.stage == .received)
        #expect(own.files.map(\.digest) == [file.digest] && own.files.map(\.id) != [file.id])
        #expect(try await register.chunk(1, of: own.files[0].id) == [7, 7, 7])
        #expect(try await register.attachment(file.id).caseFile == id, "the document stays where it was")
        var other = part
        other.text = "Je demande l’hôtel."
        await #expect(throws: Register.Failure.changedMeanwhile) {
            try await register.split(other, off: id, by: Self.manager, expecting: 2)
        }
        #expect(try await register.split(other, off: id, by: Self.manager, expecting: 3).parts.count == 2)
        #expect(try await register.countReceptions(CaseFilter()) == .exactly(3))
        // The next reception has the next mark, whatever was foreseen.
        let next = try await register.caseFile(try await books.receive())
        #expect(next.reception.reference == ReceptionReference(year: 2026, ordinal: 4))
        books.clock.advance(seconds: 2 * 86_400)
        try await books.tidy()
        try await register.keepCheckpoint()
        #expect(try await register.inspect().cases == 4)
        await books.close()
    }

    // Shows: R-24
    @Test(arguments: Engine.available) func `is open to those to whom the whole is, from the first`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let staff = try await books.hire()
        let id = try await books.receive()
        let restriction = Restriction(ground: .implicatesManager, readers: [staff[0].id])
        try await books.register.change(id, by: .officer(staff[0])) { try $0.restrict(restriction, among: staff, $1) }
        let part = ComplaintPart(text: "Je demande le train.")
        let seen = books.register.asSeen(by: staff[1])
        await #expect(throws: Register.Failure.restricted) {
            try await seen.split(part, off: id, by: .officer(staff[1]), expecting: 2)
        }
        let whole = try await books.register.split(part, off: id, by: .officer(staff[0]), expecting: 2)
        let mark = try #require(whole.parts.first?.description)
        let own = try #require(try await books.register.find(mark))
        #expect(try await books.register.caseFile(own).restriction == restriction)
        await #expect(throws: Register.Failure.restricted) { _ = try await seen.caseFile(own) }
        _ = try await books.register.inspect()
        await books.close()
    }

    // Shows
    @Test(arguments: Engine.available)
    func `is closed to whom the whole names, and to who stepped aside there, and alerts neither`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let (register, staff) = (books.register, try await books.hire())
        let (named, aside) = (staff[1], staff[2])
        let id = try await books.receive()
        let manager = Author.officer(staff[0])
        let few = Restriction(ground: .implicatesManager, readers: staff.prefix(3).map(\.id))
        try await register.change(id, by: manager) { try $0.restrict(few, among: staff, $1) }
        try await register.change(id, by: manager) { _, _ in
            .qualified(Qualification(nature: .complaint, implicated: [named.id]))
        }
        try await register.change(id, by: manager) { _, _ in .recused(Recusal(officer: aside.id, reason: Self.reason)) }
        while let notice = try await register.claimNotice() { try await register.noticeSettled(notice) }
        let part = ComplaintPart(text: "Je demande le train.")
        let whole = try await register.split(part, off: id, by: manager, expecting: 4)
        let mark = try #require(whole.parts.first?.description)
        let own = try #require(try await register.find(mark))
        #expect(try await register.caseFile(own).restriction?.readers == [staff[0].id])
        for reader in [named, aside] {
            let seen = register.asSeen(by: reader)
            await #expect(throws: Register.Failure.restricted) { _ = try await seen.caseFile(own) }
            #expect(try await seen.line(of: own)?.isHidden == true)
        }
        #expect(try await register.claimNotice() == nil)
        _ = try await register.inspect()
        await books.close()
    }

    // Shows: S-37
    @Test(arguments: Engine.available) func `has its documents with what a virus scanner said of them`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let id = try await books.receive()
        let file = try await attach(id, books)
        try await register.keepScan(of: file.id, finding: "Essai")
        let part = ComplaintPart(text: "Je demande le train.", files: [file])
        let whole = try await register.split(part, off: id, by: Self.manager, expecting: 2)
        let mark = try #require(whole.parts.first?.description)
        let own = try #require(try await register.find(mark))
        let (here, there) = (try await register.scans(of: id), try await register.scans(of: own))
        #expect(Array(there.values) == Array(here.values) && there.values.map(\.finding) == ["Essai"])
        await books.close()
    }

    @Test(arguments: Engine.available) func `takes no document of another case file, and is nothing without words`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let (id, other) = (try await books.receive(), try await books.receive())
        let theirs = try await attach(other, books)
        await #expect(throws: Register.Failure.unknown) {
            let part = ComplaintPart(text: "Je demande le train.", files: [theirs])
            try await books.register.split(part, off: id, by: Self.manager, expecting: 1)
        }
        await #expect(throws: Refusal.textMissing) {
            try await books.register.split(ComplaintPart(text: ""), off: id, by: Self.manager, expecting: 1)
        }
        #expect(try await books.register.countReceptions(CaseFilter()) == .exactly(2))
        await books.close()
    }
}
