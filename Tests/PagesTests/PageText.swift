/// What pages say, each text between two tags or quotation marks once: looked up by the runs of bytes with which words begin.
struct PageText {
    private static let length = 24
    private let whole: String
    private let runs: Set<ArraySlice<UInt8>>

    init(_ pages: [String]) {
        let marks = Set("<>\"".utf8)
        let texts = pages.flatMap { Array($0.utf8).split { marks.contains($0) } }
        let bytes = Array(Set(texts.map(Array.init)).joined(separator: Array("\n".utf8)))
        whole = String(decoding: bytes, as: UTF8.self)
        runs = Set(bytes.indices.dropLast(Self.length - 1).map { bytes[$0..<$0 + Self.length] })
    }

    func has(_ words: String) -> Bool {
        let bytes = Array(words.utf8)
        guard bytes.count < Self.length || runs.contains(bytes[..<Self.length]) else { return false }
        return whole.contains(words)
    }
}
