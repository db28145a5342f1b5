import Complaints
import Foundation
import Logging

/// Log lines as one JSON object each, on standard error, so that no value can begin a line of its own (S-26). Written
/// here, and not by an encoder of Foundation's: there is one for each request.
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
        let at = Instant(secondsSince1970: Int64(Date.now.timeIntervalSince1970))
        FileHandle.standardError.write(Data(line(event, at)))
    }

    /// The bytes of a line, its keys in order, its end among them.
    func line(_ event: LogEvent, _ at: Instant) -> [UInt8] {
        var values = [
            "at": at.description, "label": label, "level": event.level.rawValue, "message": "\(event.message)",
        ]
        for (key, value) in metadata { values[key] = "\(value)" }
        for (key, value) in event.metadata ?? [:] { values[key] = "\(value)" }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        for (key, value) in values.sorted(by: { $0.key < $1.key }) {
            bytes.append(bytes.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
            JSONText.append(key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            JSONText.append(value, to: &bytes)
        }
        return bytes + "}\n".utf8
    }
}
