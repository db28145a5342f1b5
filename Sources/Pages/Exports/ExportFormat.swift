/// How a list leaves the house (docs/exports.md).
public enum ExportFormat: String, Sendable, CaseIterable {
    /// For spreadsheets.
    case table = "csv"
    /// For programs.
    case data = "json"
}
