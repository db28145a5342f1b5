/// The words by which mail systems make themselves known, in lower case.
enum BounceWords {
    /// That a mail is late.
    static let late = [
        "delivery status notification (delay)", "warning: message", "delivery delayed", "will be retried",
        "still being retried", "has not yet been delivered", "remise différée", "you do not need to resend",
        "do not resend your", "mail delivery warning", "will continue to try to deliver", "has been postponed",
        "attempts will continue",
    ]

    /// That it did not arrive.
    static let failed = [
        "qmail-send program", "could not be delivered", "couldn't be delivered", "cannot be delivered",
        "not deliver", "not been delivered", "wasn't able to deliver", "unable to deliver", "undeliver",
        "delivery has failed", "delivery failed", "delivery failure", "delivery to the following recipient",
        "failed permanently",
        "delivery status notification (failure)", "delivery problem", "failure notice", "mail failed", "mail error",
        "did not reach", "permanent fatal error", "permanent error", "returned mail", "has been returned because",
        "mail failure", "user unknown", "unknown user", "user not found", "no such user", "not a valid user",
        "automatically rejected", "non-delivery report", "non delivery report", "non remis", "échec de la remise",
        "échec de remise", "non distribué", "impossible de remettre", "pas pu être remis", "pas pu être délivré",
        "pas pu être distribué", "pas pu être livré", "pas pu être acheminé", "pas pu etre ", "adresse inconnue",
        "utilisateur inconnu", "destinataire inconnu", "boîte pleine", "n'a pas été remis", "n’a pas été remis",
    ]

    /// How a subject begins that nobody gives to a mail, even one that holds another. In French somebody may complain of
    /// « Non remise de mon attestation ».
    static let subjects = [
        "undeliver", "mail delivery", "delivery status notification", "delivery notification", "delivery fail",
        "delivery has failed", "returned mail", "failure notice", "mail could not be delivered", "failed mail",
        "mail error",
    ]

    /// Whether an address, or a name with it, is a mail system's.
    static func isDaemon(_ words: String) -> Bool {
        words.holds(any: [
            "mailer-daemon", "mailerdaemon", "mail-daemon", "mdaemon@", "postmaster", "mail delivery", "mail.delivery",
            "delivery subsystem", "microsoftexchange",
        ])
    }

    /// Whether the mail that came back begins on a line, or is announced by it.
    static func beginsOriginal(_ line: Substring) -> Bool {
        guard line.utf8.count <= 120 else { return false }
        let words = String(line).trimmedOfBlanks.lowercased()
        if words.begins(with: announcements) { return true }
        let strokes = "-=|*"
        guard let first = words.first, let last = words.last, strokes.contains(first) || strokes.contains(last) else {
            return false
        }
        return words.holds(any: [
            "original message", "message original", "message d'origine", "message d’origine", "copy of the message",
            "copy of your message", "header of the", "headers follow", "text follows", "mail follows",
            "returned mail -",
        ])
    }

    private static let announcements = [
        "return-path:", "received: ", "message-id:", "original message follows", "original message headers",
        "message headers follow", "a copy of the original message", "below is a copy of the original message",
        "en-têtes du message d",
    ]

    /// What stands between the words of a report.
    static func separates(_ character: Character) -> Bool {
        character.isWhitespace || "<>:;,()[]\"'*=".contains(character)
    }
}

/// The codes by which one mail system answers another (RFC 5321 §4.2).
enum ReplyCode {
    /// Whether a text has one that refuses for good, such as `550`, or `5.1.1`.
    static func refuses(_ text: String) -> Bool {
        if StatusCode.first(in: text)?.first == "5" { return true }
        return text.split { !$0.isASCII || $0.isWhitespace || $0 == "-" || $0 == ":" }.prefix(2_000).contains { word in
            word.count == 3 && word.first == "5" && Int(word).map { 500...559 ~= $0 } == true
        }
    }
}
