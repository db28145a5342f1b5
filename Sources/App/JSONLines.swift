import Foundation
import Logging

/// Log lines as one JSON object each, on standard error, so that no value can begin a line of its own (S-26).
struct JSONLines: LogHandler {
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]
    private let label: String

    init(label: String) { self.label = label }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = ["level": event.level.rawValue, "label": label, "message": "\(event.message)"]
        line["at"] = Date.now.formatted(.iso8601)
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) { line[key] = "\(value)" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(line) else { return }
        FileHandle.standardError.write(bytes + Data("\n".utf8))
    }
}
