import Testing

@testable import Web

extension TestSite {
    /// An address of each route, of a case file that exists and all that belongs to it.
    func addresses() async throws -> [String: String] { try addresses(of: try await holdings("canari")) }

    /// An address of each route, of what somebody holds.
    func addresses(of holdings: Holdings) throws -> [String: String] {
        var addresses: [String: String] = [:]
        for route in Routes.router(for: site).policies.keys {
            addresses[route] = try holdings.path(of: String(route.split(separator: " ")[1]))
        }
        return addresses
    }
}
