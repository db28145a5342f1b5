import FoundationEssentials
import Mail
public import Post

extension Settings {
    /// A mailbox that complaints are written to, and whose it is.
    public struct OwnMailbox: Sendable {
        /// The host name of its organisation; nil for the only one there is.
        public let host: String?
        public let settings: IMAPSettings
    }

    /// The addresses that our letters come from and that our mailboxes have, in lower case: none of them is ever answered.
    var ownAddresses: Set<String> {
        Set(mailboxes.map { $0.settings.account.lowercased() } + [relay?.sender.text.lowercased()].compactMap(\.self))
    }

    /// The mailboxes that the settings name: `imaps://user@server/INBOX`, with `host=` before it where there are several
    /// organisations; their passwords stand in files, in the same order.
    ///
    /// - Throws: `Mistake` for whatever cannot be used: an operator who meant mails to be read must never find them unread.
    static func mailboxes(_ addresses: [String], passwords files: [String]) throws -> [OwnMailbox] {
        guard files.isEmpty || files.count == addresses.count else {
            throw Mistake(
                description: addresses.isEmpty
                    ? "\(Name.imap.variable) manque, alors que \(Name.imapPasswordFile.variable) est donné\u{A0}: donnez "
                        + "l’adresse de la boîte, ou retirez l’autre réglage."
                    : "\(Name.imapPasswordFile.variable) doit donner un fichier par boîte, dans l’ordre de "
                        + "\(Name.imap.variable)."
            )
        }
        var mailboxes: [OwnMailbox] = []
        for (index, text) in addresses.enumerated() {
            let password = try files.isEmpty ? nil : protected(files[index]).line
            mailboxes.append(try mailbox(text, password))
        }
        return mailboxes
    }

    private static func mailbox(_ text: String, _ password: String?) throws -> OwnMailbox {
        var (host, url) = (String?.none, text)
        if !text.hasPrefix("imap:"), !text.hasPrefix("imaps:"), let sign = text.firstIndex(of: "=") {
            host = String(text[..<sign]).lowercased()
            url = String(text[text.index(after: sign)...])
        }
        do throws(IMAPSettings.Mistake) {
            return OwnMailbox(host: host, settings: try IMAPSettings(url: url, password: password))
        } catch {
            throw Mistake(description: "\(Name.imap.variable) ne convient pas\u{A0}: \(error.words).")
        }
    }
}

extension IMAPSettings.Mistake {
    /// What is wrong and what to write instead, for the operator; the URL itself may hold a password and is not shown.
    fileprivate var words: String {
        switch self {
        case .url: "écrivez imaps://utilisateur@serveur/INBOX, ou imap:// pour STARTTLS"
        case .host: "le serveur n’est ni un nom d’hôte ni une adresse IP"
        case .port: "le port doit être un nombre de 1 à 65535"
        case .clearTextToAnotherHost:
            "tls=none ne vaut que pour un serveur de cette machine (127.0.0.1, ::1, localhost)"
        case .credentials: "il faut un utilisateur et un mot de passe, sans caractère de contrôle"
        case .folder: "le nom du dossier n’a que des lettres sans accent, des chiffres, des blancs et . / _ -"
        case .timeout: "timeout= doit être un nombre de secondes, de 1 à 600"
        }
    }
}
