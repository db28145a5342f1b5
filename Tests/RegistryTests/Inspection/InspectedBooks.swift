import Complaints
import Crypto
import Foundation
import Storage
import TestSupport

@testable import Registry

/// Books with something in every table that the log vouches for: two documents, a case answered, closed and marked,
/// letters issued, waiting, kept back and on paper, forms with their secrets, a letter that staff entered, what was only
/// said, and words in the index.
struct InspectedBooks {
    let books: TestBooks
    private let copy: OlderCopy

    init(_ engine: Engine) async throws {
        books = try await TestBooks(engine)
        let form = [UInt8](repeating: 1, count: 16)
        var original = Story.original
        for content in [[UInt8](repeating: 8, count: 300_000), [9]] {
            original.files.append(try await Self.stage(content, for: Submission(id: form), books.register))
        }
        let id = try await books.receive(original, form: form)
        while let letter = try await books.register.claimLetter() {
            try await books.register.letterAccepted(letter, reply: "250 accepté")
        }
        try await books.answer(id)
        try await books.register.keepCheckpoint()
        try await Self.satisfy(id, books)
        books.clock.advance(seconds: 60)
        // The fourth within a day to one address is kept back.
        for index in 2...5 { try await books.receive(form: [UInt8](repeating: UInt8(index), count: 16)) }
        original = Story.original
        original.email = nil
        original.postalAddress = "3 rue Haute\n29000 Quimper"
        try await Self.enter(original, books)
        try await Self.hear(books, linkedTo: id)
        while try await books.register.indexWords() {}
        try await books.register.keepCheckpoint()
        _ = try await books.register.inspect()
        copy = try await OlderCopy(of: books.database)
    }

    /// What `verify` finds after an edit, which is then undone; nil where it finds nothing.
    func find(_ edit: SQL) async throws -> Discrepancy? {
        try await books.database.write { try $0.run(edit) }
        let found: Discrepancy?
        do {
            _ = try await books.register.inspect()
            found = nil
        } catch let discrepancy as Discrepancy {
            found = discrepancy
        }
        try await copy.putBack(into: books.database)
        return found
    }

    /// Closes the case, and records what the person answered to the question of that notice.
    private static func satisfy(_ id: CaseFile.ID, _ books: TestBooks) async throws {
        let manager = Author.officer(Story.manager)
        let answer = Satisfaction(mark: .four, way: .letter, on: books.clock.now.civilDate, text: "Merci")
        try await books.register.change(id, by: manager) { try $0.close("Réponse acceptée", $1) }
        try await books.register.change(id, by: manager) { try $0.recordSatisfaction(answer, $1) }
    }

    /// A letter that came three days ago.
    private static func enter(_ original: Original, _ books: TestBooks) async throws {
        let intake = Register.Intake(
            channel: .letter,
            transcription: Transcription(arrivedOn: books.clock.now.civilDate.adding(days: -3)),
            original: original,
            submission: Submission(id: [UInt8](repeating: 78, count: 16)),
            author: .officer(Story.manager)
        )
        _ = try await books.register.receive(intake)
    }

    /// What was said, and became a complaint.
    private static func hear(_ books: TestBooks, linkedTo id: CaseFile.ID) async throws {
        let manager = Author.officer(Story.manager)
        let hearing = Hearing(person: "Zoé", said: "Trop cher", on: books.clock.now.civilDate, heardBy: "Camille")
        let said = try await books.register.hear(
            hearing,
            as: Submission(id: [UInt8](repeating: 77, count: 16)),
            by: manager
        )
        try await books.register.change(discontent: said, by: manager) {
            try $0.end(DiscontentEnding(.linked, as: id), $1)
        }
    }

    private static func stage(
        _ content: [UInt8],
        for submission: Submission,
        _ register: Register
    ) async throws -> FileSummary {
        let length = Register.chunkLength
        return try await register.stage(
            StagedAttachment(
                name: "pièce \(content.count).pdf",
                type: "application/pdf",
                length: content.count,
                digest: hexadecimal(SHA256.hash(data: Data(content)))
            ),
            for: submission
        ) { position in Array(content.dropFirst(position * length).prefix(length)) }
    }
}
