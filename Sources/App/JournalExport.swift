import Complaints
import Foundation
import Registry

/// `doleances export --journal`: the log for anybody's verifier.
public enum JournalExport {
    /// Writes one organisation's log to a file, mode 0600: it holds the complaints' content. A server
    /// may run over the books meanwhile.
    public static func run(_ settings: Settings, organisation: String?, to path: String) async throws {
        try await Warehouse.use(settings, .reading) { warehouse in
            let chosen = try await warehouse.organisation(named: organisation)
            let register = try warehouse.organisations.register(of: chosen, compose: noLetters)
            guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
                let file = FileHandle(forWritingAtPath: path)
            else { throw Settings.Mistake(description: "Impossible d’écrire \(path).") }
            defer { try? file.close() }
            try await register.dump { line in
                if let text = line.text { try file.write(contentsOf: Data(text.utf8)) }
            }
            print("Journal écrit : \(path)")
        }
    }
}
