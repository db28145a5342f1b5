public import Logging
import Storage

extension Logger.MetadataValue {
    /// What a log line says of an error: its type, and of an error of the database which one. Never what it holds: an
    /// engine's words may have somebody's in them (S-26).
    public static func kind(of error: any Error) -> Logger.MetadataValue {
        let name = String(reflecting: type(of: error))
        guard let error = error as? StorageError else { return "\(name)" }
        return "\(name).\(error.kind)"
    }
}

extension StorageError {
    fileprivate var kind: String {
        switch self {
        case .duplicate: "duplicate"
        case .unavailable: "unavailable"
        case .outcomeUnknown: "outcomeUnknown"
        case .timedOut: "timedOut"
        case .full: "full"
        case .failed: "failed"
        }
    }
}
