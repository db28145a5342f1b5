/// What a column of an older register may hold.
public enum FormerColumn: String, Sendable, Hashable, Codable, CaseIterable {
    case number = "numero"
    case receivedOn = "recue_le"
    /// Surname and first name in one cell.
    case person = "personne"
    case lastName = "nom"
    case firstName = "prenom"
    case stakeholder = "qualite"
    case email = "courriel"
    case telephone = "telephone"
    /// An e-mail address and a telephone number in one cell, or one of the two.
    case contact = "coordonnees"
    case channel = "canal"
    case subject = "objet"
    case text = "reclamation"
    case training = "action_formation"
    case state = "etat"
    case acknowledgedOn = "accusee_le"
    case answeredOn = "repondue_le"
    case closedOn = "close_le"
    case measure = "mesures"
    case outcome = "suite"

    /// Whether it holds days.
    public var isDay: Bool { [.receivedOn, .acknowledgedOn, .answeredOn, .closedOn].contains(self) }

    /// Words that such a column's head is made of, folded, in the order in which columns are looked for.
    private static let heads: [(column: FormerColumn, all: [[String]])] = [
        (.acknowledgedOn, [["accuse"], ["ar", "le"], ["date", "ar"]]),
        (
            .closedOn,
            [["cloture"], ["cloturee"], ["date", "fin"], ["close", "le"], ["solde", "le"], ["date", "solde"]]
        ),
        (.answeredOn, [["reponse", "le"], ["date", "reponse"], ["repondu"], ["repondue"], ["date", "retour"]]),
        (
            .receivedOn,
            [["recue"], ["recu", "le"], ["reception"], ["date", "reclamation"], ["date", "arrivee"], ["date"]]
        ),
        (.number, [["numero"], ["n"], ["nº"], ["no"], ["num"], ["reference"], ["ref"], ["id"]]),
        (.state, [["statut"], ["etat"], ["avancement"]]),
        (
            .contact,
            [["coordonnees"], ["contact"], ["contacts"]]
                + ["courriel", "mail", "email"].flatMap { mail in ["telephone", "tel"].map { [mail, $0] } }
        ),
        (.email, [["courriel"], ["mail"], ["email"], ["adresse", "electronique"]]),
        (.telephone, [["telephone"], ["tel"], ["portable"]]),
        (.firstName, [["prenom"]]),
        (.person, [["reclamant"], ["reclamante"], ["plaignant"], ["personne"], ["client"], ["beneficiaire"]]),
        (.lastName, [["nom"]]),
        (.stakeholder, [["qualite"], ["partie", "prenante"], ["profil"], ["public"], ["type", "demandeur"]]),
        (.channel, [["canal"], ["voie"], ["mode"], ["moyen"], ["origine"]]),
        (.subject, [["objet"], ["motif"], ["sujet"], ["intitule"]]),
        (.training, [["formation"], ["stage"], ["session"], ["action", "formation"]]),
        (.measure, [["mesure"], ["mesures"], ["action"], ["actions"], ["solution"], ["traitement"]]),
        (.outcome, [["suite"], ["resultat"], ["issue"], ["decision"], ["reponse"]]),
        (.text, [["reclamation"], ["description"], ["detail"], ["details"], ["contenu"], ["texte"], ["message"]]),
    ]

    /// What the heads of a register's columns seem to be; each meaning at most once, and each column one at most.
    static func guess(_ heads: [String]) -> [FormerColumn: Int] {
        var found: [FormerColumn: Int] = [:]
        let words = heads.map { Set(FoldedText.words($0)) }
        // A « Prénom Nom » of one cell is a person.
        if let both = words.firstIndex(where: { $0.contains("nom") && $0.contains("prenom") }) { found[.person] = both }
        for (column, sets) in Self.heads where found[column] == nil {
            if found[.person] != nil, [.lastName, .firstName].contains(column) { continue }
            let taken = Set(found.values)
            for set in sets {
                let fitting = words.indices.first { !taken.contains($0) && words[$0].isSuperset(of: set) }
                if let fitting {
                    found[column] = fitting
                    break
                }
            }
        }
        return found
    }
}
