internal import Mail

/// A line of the text to read, and whether it is known to repeat an earlier message.
struct ReadingLine: Equatable {
    var text: String
    var isQuoted = false

    /// Whether nothing is to be seen on it.
    var isEmpty: Bool { text.isBlank }
}

extension [ReadingLine] {
    /// The lines of a text, of which nothing is known yet.
    static func of(_ text: String) -> [ReadingLine] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { ReadingLine(text: String($0)) }
    }

    /// Without empty lines at both ends.
    var trimmed: [ReadingLine] {
        guard let first = firstIndex(where: { !$0.isEmpty }), let last = lastIndex(where: { !$0.isEmpty }) else {
            return []
        }
        return Array(self[first...last])
    }

    /// More than anybody unfolds; what follows is shown in one.
    private static let mostPassages = 1_000

    /// The runs of lines of the same kind. Empty lines go with the run before them.
    var passages: [ReadMail.Passage] {
        var runs: [[ReadingLine]] = []
        for line in self {
            let isMore = runs.count == Self.mostPassages
            if let last = runs.last?.first, last.isQuoted == line.isQuoted || isMore || line.isEmpty {
                runs[runs.count - 1].append(line)
            } else if !line.isEmpty {
                runs.append([line])
            }
        }
        return runs.map { run in
            let text = run.trimmed.map { $0.isEmpty ? "" : $0.text }.joined(separator: "\n")
            return ReadMail.Passage(text, isQuoted: run.allSatisfy { $0.isQuoted || $0.isEmpty })
        }
    }
}
