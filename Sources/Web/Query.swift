import Hummingbird

/// What stands behind the question mark of an address, written as forms are, a blank as `+`. A name that is written twice
/// says nothing, for which was meant cannot be known; nor do all of them where there are too many (S-20).
struct Query: Sendable {
    /// The values by name.
    let values: [String: String]

    init(of request: Request) {
        let read = URLEncodedFields((request.uri.query ?? "").utf8, limits: FormLimits())
        values = Dictionary(grouping: read.overflows ? [] : read.fields, by: \.name)
            .filter { $0.value.count == 1 }.mapValues { $0[0].value }
    }

    subscript(name: String) -> String? { values[name] }
}
