import Foundation
import TestSupport
import Testing

/// The repository's own files, as the house tests read them.
enum House {
    /// A file by its path from the root.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: URL(filePath: "\(Repository.root)/\(path)"), encoding: .utf8)
    }

    /// The paths from the root of the files below a folder that end so, in order. - Throws: where there is none, so that
    /// no test holds for want of what it looks at.
    static func files(_ folder: String, _ ending: String) throws -> [String] {
        let place = URL(filePath: "\(Repository.root)/\(folder)").resolvingSymlinksInPath().path()
        let found = FileManager.default.enumerator(atPath: place)
        let paths = (found?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(ending) }
        try #require(!paths.isEmpty, "\(folder) has no \(ending)")
        return paths.map { "\(folder)/\($0)" }.sorted()
    }

    /// Whether there is a file or a folder.
    static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(Repository.root)/\(path)") }

    /// The bytes of a file.
    static func weight(_ path: String) throws -> Int {
        try Data(contentsOf: URL(filePath: "\(Repository.root)/\(path)")).count
    }

    /// Every Swift file of a target, by its path.
    static func sources(_ target: String = "") throws -> [(path: String, text: String)] {
        let folder = target.isEmpty ? "Sources" : "Sources/\(target)"
        return try files(folder, ".swift").map { ($0, try text($0)) }
    }

    /// What is written for people: the documents of the root and of `docs`.
    static func documents() throws -> [(path: String, text: String)] {
        let root = try FileManager.default.contentsOfDirectory(atPath: Repository.root).filter { $0.hasSuffix(".md") }
        return try (root.sorted() + files("docs", ".md")).map { ($0, try text($0)) }
    }

    /// The cells of every table of a document whose first columns are headed so (`French | In code`), without the heads.
    static func table(_ path: String, headed head: String) throws -> [[String]] {
        var rows: [[String]] = []
        var isInside = false
        for line in try text(path).split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("| ") else {
                isInside = isInside && line.hasPrefix("|---")
                continue
            }
            let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            if isInside { rows.append(cells) }
            isInside = isInside || line.hasPrefix("| \(head) |")
        }
        try #require(!rows.isEmpty, "\(path) has no table of \(head)")
        return rows
    }

    /// What stands between backticks.
    static func code(_ text: some StringProtocol) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }

    /// The first group of every match of a pattern. Word boundaries are the simple ones: Unicode's see one word in `a.b`.
    static func all(_ pattern: String, in text: String) throws -> [String] {
        try text.matches(of: Regex(pattern).anchorsMatchLineEndings().wordBoundaryKind(.simple)).compactMap { match in
            match.output.count > 1 ? match.output[1].substring.map(String.init) : String(text[match.range])
        }
    }
}
