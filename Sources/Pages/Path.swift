/// Every address of the site, spelled once: routes are declared and links are built with the same names.
public enum Path {
    public static let home = "/"
    public static let complaint = "/reclamation"
    /// The notice on personal data, which stands under the form.
    public static let privacy = "/reclamation#donnees"
    public static let receipt = "/reclamation/recepisse"
    public static let proof = "/reclamation/preuve"
    public static let followUp = "/suivi"
    public static let followedCase = "/suivi/dossier"
    public static let endFollowUp = "/suivi/fin"
    public static let signIn = "/connexion"
    public static let signOut = "/deconnexion"
    public static let dashboard = "/tableau-de-bord"
    public static let receptions = "/receptions"
    public static let transcription = "/receptions/saisir"
    public static let discontents = "/oral"
    public static let register = "/registre"
    public static let cases = "/dossiers"
    public static let letters = "/lettres"
    public static let attachments = "/pieces"
    public static let health = "/sante"
    public static let checkpoint = "/registre/point-de-controle"
    public static let assets = "/ressources"

    /// The receipt of one submission, for half an hour.
    public static func receipt(_ submission: String) -> String { "\(receipt)/\(submission)" }

    /// The proof file of one submission, for half an hour.
    public static func proof(_ submission: String) -> String { "\(proof)/\(submission)" }

    /// A case file by its register number (`REC-2026-0001`) or, before it has one, its reference (`2026-R-0001`).
    public static func caseFile(_ number: String) -> String { "\(cases)/\(number)" }

    /// Where an act on a case file is sent: the noun of the act.
    public static func act(_ noun: String, of number: String) -> String { "\(cases)/\(number)/\(noun)" }

    /// A page that says for a moment what was just done there: the noun of the act.
    public static func done(_ noun: String, at path: String) -> String { "\(path)?fait=\(noun)" }

    /// What somebody said, and what came of it.
    public static func discontent(_ id: String) -> String { "\(discontents)/\(id)" }

    /// Where what was said is written for the person, with their consent.
    public static func transcription(of discontent: String) -> String { "\(transcription)?parole=\(discontent)" }

    /// A letter, to read or print.
    public static func letter(_ id: String) -> String { "\(letters)/\(id)" }

    /// An attachment, to download.
    public static func attachment(_ id: String) -> String { "\(attachments)/\(id)" }
}
