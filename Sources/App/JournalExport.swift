import Complaints
import Foundation
import Registry

/// `doleances export --journal`: the log for anybody's verifier.
public enum JournalExport {
    /// Writes one organisation's log to a file, mode 0600: it holds the complaints' content. A server
    /// may run over the books meanwhile. The file bears its name once it is whole: an earlier one stays until then.
    public static func run(_ settings: Settings, organisation: String?, to path: String) async throws {
        try await Warehouse.use(settings, .reading) { warehouse in
            let chosen = try await warehouse.organisation(named: organisation)
            let register = try warehouse.organisations.register(of: chosen, compose: noLetters)
            let draft = "\(path).\(UUID().uuidString)"
            guard FileManager.default.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600]),
                let file = FileHandle(forWritingAtPath: draft)
            else { throw unwritable(path) }
            defer {
                try? file.close()
                try? FileManager.default.removeItem(atPath: draft)
            }
            try await register.dump { line in
                // The header comes once more where the connection to the database was lost on the way.
                if case .header = line { try file.truncate(atOffset: 0) }
                if let text = line.text { try file.write(contentsOf: Data(text.utf8)) }
            }
            try file.synchronize()
            guard rename(draft, path) == 0 else { throw unwritable(path) }
            print("Journal écrit : \(path)")
        }
    }

    private static func unwritable(_ path: String) -> Settings.Mistake {
        Settings.Mistake(
            description: "Impossible d’écrire \(path) : vérifiez que son dossier existe et que vous pouvez y écrire.",
            code: .unavailable
        )
    }
}
