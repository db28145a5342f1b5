import HTTPTypes
import Hummingbird
import HummingbirdTesting

/// A response as a test looks at it.
struct TestAnswer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String

    init(_ response: TestResponse) {
        status = Int(response.status.code)
        headers = response.headers
        text = String(buffer: response.body)
    }

    var location: String { headers[.location] ?? "" }

    /// What a hidden field of the page holds, as the page writes it.
    func hidden(_ name: String) -> String? {
        text.firstRange(of: "name=\"\(name)\" value=\"").map { range in
            String(text[range.upperBound...].prefix { $0 != "\"" })
        }
    }
}
