import App
import ArgumentParser
import Foundation

/// Runs a verb; an error becomes a sentence for the operator on standard error, and exit status 1.
func told(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let exit as ExitCode {
        throw exit
    } catch {
        FileHandle.standardError.write(Data((OperatorMessage(error).text + "\n").utf8))
        throw ExitCode(1)
    }
}
