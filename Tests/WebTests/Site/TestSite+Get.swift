import HTTPTypes
import Hummingbird
import HummingbirdTesting

extension TestSite {
    /// Asks for a page, as whoever has this cookie.
    func get(_ path: String, cookie: String? = nil) async throws -> TestAnswer {
        let headers: HTTPFields = cookie.map { [.cookie: $0] } ?? [:]
        return try await run { client in
            try await client.execute(uri: path, method: .get, headers: headers) { TestAnswer($0) }
        }
    }
}
