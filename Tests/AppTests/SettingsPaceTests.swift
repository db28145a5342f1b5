import Testing
import Web

@testable import App

@Suite struct `The pace in the settings` {
    // Shows: S-42
    @Test func `is twenty complaints, then one a minute, each three seconds after its form, unless they say otherwise`()
        async throws
    {
        #expect(try await Settings(given: [:]).pace == PaceLimits())
        let settings = try await Settings(given: [.formSeconds: "0", .formBurst: "500", .formRefill: "5"])
        #expect(settings.pace.leastSeconds == 0 && settings.pace.burst == 500 && settings.pace.refill == 5)
    }

    // Shows: S-42
    @Test(arguments: [(Settings.Name.formSeconds, "61"), (.formBurst, "-1"), (.formRefill, "0"), (.formBurst, "vingt")])
    func `is refused in words where it is none`(name: Settings.Name, value: String) async throws {
        await #expect {
            _ = try await Settings(given: [name: value])
        } throws: {
            "\($0)".contains(name.variable)
        }
    }
}
