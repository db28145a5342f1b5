import Foundation
import Testing

@testable import App

@Suite struct `The room on a disk` {
    // Shows: S-38, S-83
    @Test func `is what the server may still write there, and nothing is said of a folder that is not there`() throws {
        let folder = FileManager.default.temporaryDirectory.path
        let free = try #require(FreeSpace.on(folder))
        let attributes = try FileManager.default.attributesOfFileSystem(forPath: folder)
        let all = try #require(attributes[.systemSize] as? NSNumber).int64Value
        #expect(free >= 0 && free <= all)
        #expect(FreeSpace.on(folder + "/nulle-part") == nil)
    }
}
