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
    private static let heads: [(column: FormerColumn, all: [Set<String>])] = [
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
            [
                ["coordonnees"], ["contact"], ["contacts"], ["courriel", "telephone"], ["courriel", "tel"],
                ["mail", "telephone"], ["mail", "tel"], ["email", "telephone"], ["email", "tel"],
            ]
        ),
        (.email, [["courriel"], ["mail"], ["email"], ["adresse", "electronique"]]),
        (.telephone, [["telephone"], ["tel"], ["portable"]]),
        (.firstName, [["prenom"]]),
        (.person, [["reclamant"], ["reclamante"], ["plaignant"], ["personne"], ["client"], ["beneficiaire"]]),
        (.lastName, [["nom"]]),
        (.stakeholder, [["qualite"], ["partie", "prenante"], ["profil"], ["public"], ["type", "demandeur"]]),
        (.channel, [["canal"], ["voie"], ["mode"], ["moyen"], ["origine"]]),
        (.subject, [["objet"], ["objet", "reclamation"], ["motif"], ["sujet"], ["intitule"]]),
        (.training, [["formation"], ["stage"], ["session"], ["action", "formation"]]),
        (.measure, [["mesure"], ["mesures"], ["action"], ["actions"], ["solution"], ["traitement"]]),
        (.outcome, [["suite"], ["resultat"], ["issue"], ["decision"], ["reponse"]]),
        (.text, [["reclamation"], ["description"], ["detail"], ["details"], ["contenu"], ["texte"], ["message"]]),
    ]

    /// What the heads of a register's columns seem to be; each meaning at most once, and each column one at most.
    static func guess(_ heads: [FormerHeads.Head]) -> [FormerColumn: Int] {
        var found: [FormerColumn: Int] = [:]
        let words = heads.map(FormerHeads.Words.init)
        // A « Prénom Nom » of one cell is a person.
        if let both = words.firstIndex(where: { $0.own.isSuperset(of: ["nom", "prenom"]) }) { found[.person] = both }
        for (column, sets) in Self.heads where found[column] == nil {
            if found[.person] != nil, [.lastName, .firstName].contains(column) { continue }
            let taken = Set(found.values)
            for set in sets {
                let fitting = words.indices.first { !taken.contains($0) && words[$0].say(set, ofDay: column.isDay) }
                if let fitting {
                    found[column] = fitting
                    break
                }
            }
        }
        return found
    }
}

extension FormerHeads {
    /// The words of a head, folded.
    fileprivate struct Words {
        let own: Set<String>
        private let all: Set<String>

        init(_ head: Head) {
            own = Set(FoldedText.words(head.own))
            all = own.union(FoldedText.words(head.group))
        }

        /// Whether the head says all of these. Those of a group alone say it only of a day: « Date » beneath « Clôture » is
        /// that of the closing, and « Motif » there is not; nor does « Date » say which, beneath what is none of these.
        func say(_ words: Set<String>, ofDay isDay: Bool) -> Bool {
            guard all.isSuperset(of: words) else { return false }
            guard all != own else { return true }
            let isDated = isDay && !all.isDisjoint(with: ["date", "le"]) && words != ["date"]
            return isDated || !own.isDisjoint(with: words) && words != ["date"]
        }
    }
}
