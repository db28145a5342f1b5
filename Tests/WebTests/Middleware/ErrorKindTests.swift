import HTTPTypes
import Logging
import Storage
import Testing

@testable import Web

@Suite struct `An error in the log` {
    // Shows: S-26
    @Test func `is named by its type, one of the database's by its kind, and no word of it is there`() {
        #expect("\(Logger.MetadataValue.kind(of: Unforeseen()))" == "WebTests.Unforeseen")
        #expect("\(Logger.MetadataValue.kind(of: StorageError.full))" == "Storage.StorageError.full")
        for error in [StorageError.failed("canary-4f1d"), .unavailable(hint: "canary-4f1d")] {
            let kind = "\(Logger.MetadataValue.kind(of: error))"
            #expect(kind.hasPrefix("Storage.StorageError.") && !kind.contains("canary"))
        }
    }

    // Shows: S-10, S-26
    @Test func `is told where an act's page shows no reference for it`() throws {
        let log = LogLines()
        let failure = try #require(ActFailure(StorageError.failed("canary-4f1d"), log.logger))
        #expect(failure.status == .serviceUnavailable)
        #expect(log.all.count == 1 && log.all[0].contains("StorageError.failed") && !log.all[0].contains("canary"))
        #expect(ActFailure(Unforeseen(), log.logger) == nil && log.all.count == 1)
    }
}
