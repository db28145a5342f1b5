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

/// What each column of an older register holds, and what each of its states means, as somebody says it.
public struct FormerChoices: Sendable, Hashable, Codable {
    /// The place of each column, from 0 on, by its meaning.
    public var columns: [String: Int]
    /// What each state means, by the state as it is folded.
    public var states: [String: Takeover.State]

    public init(columns: [FormerColumn: Int] = [:], states: [String: Takeover.State] = [:]) {
        self.columns = Dictionary(uniqueKeysWithValues: columns.map { ($0.key.rawValue, $0.value) })
        self.states = states
    }

    /// Where a column is; nil where there is none.
    public subscript(_ column: FormerColumn) -> Int? { columns[column.rawValue] }

    /// What must be said before anything can be read: the day of reception, and whose it is or what about.
    public var missing: [FormerColumn] {
        let lacksWords = self[.subject] == nil && self[.text] == nil
        return [self[.receivedOn] == nil ? .receivedOn : nil, lacksWords ? .subject : nil].compactMap(\.self)
    }

    /// Columns that are said to hold two things at once.
    public var doubled: Set<FormerColumn> {
        let places = Dictionary(grouping: columns.keys, by: { columns[$0] })
        return Set(places.values.filter { $0.count > 1 }.flatMap(\.self).compactMap { FormerColumn(rawValue: $0) })
    }
}

extension Takeover.State {
    /// What a state in somebody's own words seems to mean; nil where that cannot be told.
    public static func guess(_ words: String) -> Takeover.State? {
        let found = Set(FoldedText.words(words))
        let open: Set = ["cours", "ouvert", "ouverte", "attente", "nouveau", "nouvelle", "non", "traiter", "recue"]
        let closed: Set = [
            "clos", "close", "cloture", "cloturee", "termine", "terminee", "fini", "finie", "resolu", "resolue",
            "regle",
            "reglee", "solde", "soldee", "traite", "traitee", "archive", "archivee", "fermee", "ferme", "ok", "fait",
        ]
        if !found.isDisjoint(with: open) { return .open }
        return found.isDisjoint(with: closed) ? nil : .closed
    }

    /// How a state is known, whatever its capitals and accents; a sign alone, like « ✔ », by itself.
    public static func key(_ words: String) -> String {
        let found = FoldedText.words(words)
        return found.isEmpty
            ? words.split(whereSeparator: \.isWhitespace).joined(separator: " ") : found.joined(separator: " ")
    }
}
