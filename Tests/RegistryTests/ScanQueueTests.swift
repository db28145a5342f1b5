import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `What a scanner is asked about next` {
    // Shows: S-37
    @Test(arguments: Engine.available)
    func `has what came with a mail only once that is part of a case`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        try await register.keepMail([65], digest: "a", at: nil)
        let mail = try #require(try await register.claimMail())
        let file = try await register.stage([66], named: "b.txt", type: "text/plain", digest: "b")
        var reading = IncomingMail()
        reading.sender = IncomingMail.Sender(name: "Zoé Lambert", address: "zoe@example.org")
        reading.passages = [IncomingMail.Passage("Personne ne répond.")]
        try await register.note(reading, with: [file], of: mail)
        try await register.sort(mail, as: MailSorting(.toRead, .otherSubject))
        let whole = try #require(try await register.unscanned())
        #expect(whole.type == Register.mailType)
        try await register.keepScan(of: whole.id, finding: nil)
        #expect(try await register.unscanned() == nil)
        _ = try await register.receiveMail(mail.id, proof: "Date", by: Story.manager)
        #expect(try await register.unscanned()?.id == file.id)
        await books.close()
    }

    @Test(arguments: Engine.available)
    func `is found in an index, and nothing else is looked at on the way`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let query = books.register.toScan(at: books.clock.now.description)
        let plan = try await books.database.read { connection in
            guard engine == .postgres else {
                return try connection.run("EXPLAIN QUERY PLAN \(query)").map { try $0.text(3) }
            }
            // It would rather read so few rows whole, and sort them.
            try connection.run("SET LOCAL enable_seqscan = off")
            try connection.run("SET LOCAL enable_sort = off")
            return try connection.run("EXPLAIN \(query)").map { try $0.text(0) }
        }
        #expect(plan.contains { $0.contains("attachment_to_scan") }, "\(plan)")
        for step in ["SUBQUERY", "SubPlan", "Filter", "TEMP B-TREE", "Sort"] {
            #expect(!plan.contains { $0.contains(step) }, "\(plan)")
        }
        await books.close()
    }
}
