import Complaints
import Registry
import Storage
import TestSupport
import Testing

@Suite struct `A complaint that says more` {
    private static let form = [UInt8](repeating: 7, count: 16)

    // Shows: S-40, R-86
    @Test(arguments: Engine.available) func `is another than one that says less, under the same form`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        var original = Story.original
        original.when = "En mars"
        original.payer = .person
        original.minor = Minor(representative: "Adèle", contact: "02 00", postalAddress: "9 rue Haute")
        let id = try await books.receive(original, form: Self.form)
        #expect(try await books.receive(original, form: Self.form) == id)
        let changes: [(inout Original) -> Void] = [
            { $0.when = nil }, { $0.when = "En avril" }, { $0.payer = .employer }, { $0.minor = nil },
            { $0.minor = Minor() }, { $0.minor?.contact = nil }, { $0.minor?.postalAddress = "8 rue Haute" },
        ]
        for change in changes {
            var other = original
            change(&other)
            await #expect(throws: Register.Failure.differentSubmission) {
                try await books.receive(other, form: Self.form)
            }
        }
        #expect(try await books.register.caseFile(id).reception.original == original)
        _ = try await books.register.inspect()
        await books.close()
    }

    // Shows
    @Test(arguments: Engine.available) func `is found by the name of who represents a minor, said at once or later`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        var original = Story.original
        original.minor = Minor(representative: "Adèle Kerbrat")
        try await books.answer(try await books.receive(original))
        let later = try await books.receive()
        let corrected = Minor(representative: "Marie Le Bihan")
        let amendment = Amendment(text: "Dit-elle", age: Amendment.Age(isMinor: true, corrected: corrected))
        try await books.register.change(later, by: .officer(Story.manager)) { try $0.amend(amendment, $1) }
        try await books.answer(later)
        for isIndexed in [false, true] {
            if isIndexed { while try await books.register.indexWords() {} }
            for search in ["adele kerbrat", "le bihan"] {
                var filter = CaseFilter()
                filter.search = search
                #expect(try await books.register.registered(filter).count == 1, "\(search), \(isIndexed)")
            }
        }
        _ = try await books.register.inspect()
        await books.close()
    }
}
