/// The words that a duty is told by, folded.
extension Sentence {
    /// Verbs that bind whoever is spoken to.
    static let orders: Set<String> = [
        "devez", "devrez", "devriez", "dois", "doit", "doivent", "devra", "devront", "devrait", "oblige", "obligent",
        "contraint", "incombe",
    ]

    /// Verbs that bind to a thing as well as to an act.
    static let demands: Set<String> = [
        "faut", "faudra", "faudrait", "impose", "imposent", "exige", "exigent", "requiert", "suppose",
    ]

    /// Nouns, participles, adjectives and adverbs that bind.
    static let duties: Set<String> = [
        "tenu", "tenue", "tenus", "tenues", "oblige", "obligee", "obliges", "obligees", "contraint", "contrainte",
        "astreint", "astreinte", "obligation", "devoir", "obligatoire", "imperatif", "indispensable", "necessaire",
        "requis", "obligatoirement", "imperativement", "necessairement", "forcement",
    ]

    /// What a thing is called that nobody may leave out.
    static let qualities: Set<String> = [
        "obligatoire", "obligatoires", "imperatif", "imperative", "imperatives", "indispensable", "indispensables",
    ]

    /// Verbs by which one turns to a mediator.
    static let turnings: Set<String> = [
        "saisir", "recourir", "passer", "solliciter", "contacter", "consulter", "adresser", "tenter", "engager",
        "entamer", "entreprendre", "soumettre", "rencontrer", "accepter", "suivre", "faire", "avoir",
    ]

    /// Words that may stand between an order and its verb.
    static let fillers: Set<String> = [
        "de", "a", "se", "vous", "nous", "le", "y", "donc", "alors", "ensuite", "abord", "toujours", "obligatoirement",
        "imperativement", "necessairement", "forcement", "prealablement", "premier", "lieu", "en", "au", "prealable",
        "systematiquement", "egalement", "aussi", "meme", "absolument", "desormais", "tout", "que", "legalement",
    ]

    /// After these, what follows is no longer what somebody is bound to.
    static let turnsAway: Set<String> = [
        ",", "avant", "pour", "afin", "sans", "si", "lorsque", "quand", "mais", "apres",
    ]

    static let copulas: Set<String> = [
        "est", "sont", "reste", "restent", "demeure", "devient", "sera", "seront", "serait", "soit", "etre", "etait",
        "rendue", "rend",
    ]

    /// Nouns that a step on the way is called by.
    static let steps: Set<String> = ["saisine", "recours", "tentative", "demarche", "phase", "caractere", "condition"]

    /// Words of courts.
    static let courts: Set<String> = [
        "justice", "judiciaire", "judiciaires", "juge", "juges", "tribunal", "tribunaux", "juridiction", "juridictions",
        "contentieux", "contentieuse", "proces", "juridictionnel", "juridictionnelle",
    ]
}
