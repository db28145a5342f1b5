import Foundation

/// This program.
public enum Program {
    /// As whoever started it called it, `.build/release/doleances` or `doleances`: a line that they are told to type then
    /// does for them.
    public static let name = ProcessInfo.processInfo.arguments.first ?? "doleances"
}
