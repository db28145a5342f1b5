import Foundation

/// A file that holds a secret: it must be there, and nobody but its owner may read it, or nothing starts (S-81).
struct ProtectedFile {
    let path: String
    /// The folder in which the service manager hands secrets over, protecting them by its own means.
    let credentials: String?

    /// Its text. - Throws: `Settings.Mistake` where it is missing, or open to others.
    var text: String {
        get throws {
            try check()
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw Self.mistake("Le fichier \(path) est illisible, ou n’est pas du texte.")
            }
            return text
        }
    }

    /// Its first line. - Throws: where that is empty, too.
    var line: String {
        get throws {
            guard let line = try text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).first,
                !line.isEmpty
            else { throw Self.mistake("Le fichier \(path) est vide : sa première ligne est le secret.") }
            return String(line)
        }
    }

    /// Throws where it is missing, or readable by others than its owner; a group may read what belongs to root.
    func check() throws {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: real),
            let mode = attributes[.posixPermissions] as? NSNumber
        else { throw Self.mistake("Le fichier \(path) est introuvable.") }
        if let credentials, path.hasPrefix(credentials + "/") { return }
        let isRoots = (attributes[.ownerAccountID] as? NSNumber)?.intValue == 0
        guard mode.intValue & (isRoots ? 0o027 : 0o077) == 0 else {
            throw Self.mistake("D’autres que le serveur peuvent lire \(path). Corrigez : chmod 600 \(path)")
        }
    }

    /// Where a link leads: certificates are often kept behind one.
    private var real: String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

    private static func mistake(_ words: String) -> Settings.Mistake {
        Settings.Mistake(description: words, code: .secret)
    }
}
