public import Complaints

extension Press {
    /// What is wrong with a setting, for whoever typed it in its field.
    public func words(_ mistake: SettingMistake) -> String {
        if case .wording(let wording) = mistake.cause { return words(Refusal.forbiddenWording(wording)) }
        return words("staff.reglages.mistake.\(mistake.cause.code)", mistake.cause.holes)
    }
}

extension SettingMistake.Cause {
    /// The last part of its key in the catalogue.
    fileprivate var code: String {
        switch self {
        case .empty, .missing: "vide"
        case .placeholder: "signes"
        case .line: "ligne"
        case .lines: "lignes"
        case .email: "courriel"
        case .telephone: "telephone"
        case .activityDeclaration: "nda"
        case .site: "site"
        case .host: "hote"
        case .taken: "pris"
        case .onOrOff, .choice: "choix"
        case .day: "jour"
        case .future: "avenir"
        case .endsEarly: "convention"
        case .count: "nombre"
        case .delay: "delai"
        case .completeness: "completude"
        case .stakeholders: "qualites"
        case .stakeholderName: "qualites.nom"
        case .stakeholderCount: "qualites.nombre"
        case .stakeholderRepeated: "qualites.repetees"
        case .wording: "formule"
        case .mediatorIncomplete: "mediateur"
        case .mediatorFirst: "mediateur.absent"
        case .mediatorStays: "mediateur.adresse"
        case .recipients: "destinataires"
        case .recipientsRead: "destinataires.lecture"
        case .recipientsHandle: "destinataires.roles"
        case .confidenceIncomplete: "confidence"
        case .functionStays: "fonction"
        case .waitOrder: "ordre"
        }
    }

    fileprivate var holes: [String: String] {
        switch self {
        case .endsEarly(let begin, let end): ["begin": FrenchDates.long(begin), "end": FrenchDates.long(end)]
        case .count(let range): ["least": String(range.lowerBound), "most": String(range.upperBound)]
        case .waitOrder(let reminder, let abandonment):
            ["reminder": FrenchDates.days(reminder), "abandonment": FrenchDates.days(abandonment)]
        default: [:]
        }
    }
}
