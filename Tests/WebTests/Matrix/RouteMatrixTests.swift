import Complaints
import HTTPTypes
import Hummingbird
import TestSupport
import Testing

@testable import Registry
@testable import Web

@Suite struct `Every route` {
    // Shows: S-60
    @Test func `says who may use it`() async throws {
        try await TestSite.open { site in
            let declared = Routes.router(for: site.site)
            let routes = declared.routes.map { "\($0.method.rawValue) \($0.path)" }
            #expect(Set(routes) == Set(declared.policies.keys))
            #expect(routes.count == Set(routes).count && routes.count > 40)
        }
    }

    // Shows: S-60, R-67, R-24, R-87
    @Test(arguments: Engine.available, Caller.all)
    func `answers each caller as it declares, by every method, and shows and changes nothing of others'`(
        engine: Engine,
        caller: Caller
    ) async throws {
        try await TestSite.open(on: engine) { site in
            var matrix = try await RouteMatrix(site, caller)
            try await matrix.askEverywhere()
            try await matrix.actByName()
            try await matrix.askRestricted()
            try await matrix.act()
            try await matrix.askConfided()
            #expect(matrix.mismatches == [])
            #expect(matrix.cells > 250)
            print("CELLS \(engine) \(caller.testDescription): \(matrix.cells)")
        }
    }

    // Shows: S-60
    @Test func `closes at once to an account that is disabled`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            #expect(try await desk.get("/registre").status == 200)
            try await site.site.accounts(site.books.organisation).disable(desk.account.id)
            #expect(try await desk.get("/registre").status == 303)
        }
    }
}
