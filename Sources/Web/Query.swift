import Hummingbird

/// What stands behind the question mark of an address. A name that is written twice says nothing: which was meant cannot be
/// known (S-20).
struct Query: Sendable {
    /// The values by name.
    let values: [String: String]

    init(of request: Request) {
        let pairs = request.uri.queryParameters.map { (String($0.key), String($0.value)) }
        values = Dictionary(grouping: pairs, by: \.0).filter { $0.value.count == 1 }.mapValues { $0[0].1 }
    }

    subscript(name: String) -> String? { values[name] }
}
