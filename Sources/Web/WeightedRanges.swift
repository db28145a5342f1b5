/// What a header of preferences names, each with its weight from 0 to 1000 (RFC 9110, 12.4.2): `fr;q=0.3, en;q=0.7`. What has no
/// weight that can be read is left out, and a header longer than any browser's says nothing (S-30).
struct WeightedRanges: Sendable {
    /// Lower case names, in the order of the header.
    let ranges: [(name: String, weight: Int)]

    init(_ header: String) {
        guard header.utf8.count <= 300 else {
            ranges = []
            return
        }
        ranges = header.lowercased().split(separator: ",").compactMap(Self.range)
    }

    /// `en-gb;q=0.9` → `en-gb`, 900.
    private static func range(_ text: Substring) -> (name: String, weight: Int)? {
        let parts = text.split(separator: ";").map { String($0.filter { $0 != " " && $0 != "\t" }) }
        guard let name = parts.first else { return nil }
        guard let weight = parts.dropFirst().first(where: { $0.hasPrefix("q=") }) else { return (name, 1000) }
        return Double(weight.dropFirst(2)).flatMap { (0...1).contains($0) ? (name, Int($0 * 1000)) : nil }
    }
}
