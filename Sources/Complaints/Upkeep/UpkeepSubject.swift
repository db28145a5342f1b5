/// What is watched over so that nothing stops in silence: the work that waits, the letters, the machine, what is promised.
public enum UpkeepSubject: String, Sendable, Hashable, Codable, CaseIterable {
    /// Received, and not yet judged to be complaints or not.
    case receptions
    /// Answers and acknowledgements that are late.
    case late = "retards"
    /// Answers that are due soon.
    case soon = "echeances"
    /// Letters that did not leave, or were kept back.
    case undelivered = "lettres-non-parties"
    /// Letters to be printed and posted.
    case posting = "a-poster"
    /// The relay that letters leave by.
    case relay = "envoi"
    /// The mailbox that mails are read from.
    case mailbox = "boite"
    /// Mails that somebody must judge.
    case mails = "courriels"
    /// The addresses of the site, from outside.
    case address = "adresse"
    /// The procedure that is published.
    case procedure
    /// The agreement with the consumer mediator.
    case mediator = "mediateur"
    /// Whoever handles complaints, and whoever can stand in for them.
    case people = "personnes"
    /// The second factor of those who sign in.
    case factors = "second-facteur"
    /// The last check of the log that found everything in order.
    case logCheck = "journal"
    /// The last check of a restored backup that found everything in order.
    case restoreCheck = "sauvegarde"
    /// The disk of the books.
    case disk = "disque"
    /// The certificate that the server shows.
    case certificate = "certificat"

    /// What whoever begins has to see to, in order.
    public static let firstSteps: [UpkeepSubject] = [
        .address, .relay, .procedure, .mediator, .people, .factors, .restoreCheck,
    ]
}
