import Complaints

extension SettingMistake {
    /// What is wrong, for whoever typed the option: which one it is, and what is accepted.
    var sentence: String {
        if let accepted { return "\(setting.option) : « \(typed.prefix(80)) » ne convient pas. Accepté : \(accepted)." }
        return switch cause {
        case .empty:
            "\(setting.option) est vide : donnez une valeur"
                + (setting == .name ? "." : " ; pour effacer ce réglage, aucun.")
        case .missing: "\(setting.option) manque : le nom de l’organisme."
        case .taken:
            "\(setting.option) : \(typed) est déjà celui d’un autre organisme "
                + "(\(Program.name) organisation list les montre)."
        case .endsEarly(let begin, let end):
            "\(setting.option) : la convention finirait le \(end), avant de commencer le \(begin) (--mediator-agreed)."
        case .mediatorFirst: "\(setting.option) : donnez d’abord le médiateur, avec ses trois coordonnées."
        case .wording(let wording):
            "\(setting.option) : \(OperatorMessage.words(.forbiddenWording(wording))) "
                + "[\(Refusal.forbiddenWording(wording).code)]"
        case .confidenceIncomplete:
            "Une réclamation en confidence va à des comptes, nommés par leur fonction : "
                + "\(OrganisationSetting.confidence.map(\.option).joined(separator: ", "))."
        default:
            "Le médiateur demande ses trois coordonnées : "
                + "\(setting.mediatorDetails.map(\.option).joined(separator: ", ")). Pour le retirer : "
                + "\(setting.mediatorDetails[0].option) aucun."
        }
    }

    /// What would do; nil where that is not what is to be said.
    private var accepted: String? {
        switch cause {
        case .empty, .missing, .taken, .endsEarly, .mediatorFirst, .mediatorIncomplete, .confidenceIncomplete,
            .wording:
            nil
        case .placeholder: "la vraie valeur, à la place de ces signes ; pour effacer ce réglage, aucun"
        case .line: "une ligne de 200 caractères au plus"
        case .lines: "une à huit lignes, séparées par \\n"
        case .email: "une adresse comme reclamations@exemple.fr"
        case .telephone: "un numéro comme 01 99 00 12 34"
        case .activityDeclaration: "un numéro de onze chiffres comme 11 75 99999 75"
        case .site: "l’adresse d’un site, comme www.exemple.fr ou https://mediation.example"
        case .host: "un nom seul, sans https:// ni port ni chemin, comme reclamations.exemple.fr"
        case .onOrOff: "on ou off"
        case .day: "une date comme 2027-12-31 ou 31/12/2027"
        case .future: "une date qui n’est pas dans l’avenir"
        case .count(let range): "un nombre de \(range.lowerBound) à \(range.upperBound)"
        case .choice(let codes): codes.joined(separator: ", ")
        case .delay:
            "un délai d’un an au plus, comme « 10 jours ouvrables », « 5 jours ouvrés », « 15 jours » ou « 2 mois »"
        case .completeness:
            "une ou plusieurs de ces rubriques, séparées par des virgules : "
                + Completeness.Item.allCases.map(\.rawValue).joined(separator: ", ")
        case .stakeholders:
            "des qualités, chacune suivie de celle de la liste dont elle suit les règles, comme "
                + "« Ancien stagiaire=stagiaire; Juré=certificateur » ; la liste : "
                + Stakeholder.standard.map(\.rawValue).joined(separator: ", ")
        case .stakeholderName: "des noms de 60 caractères au plus"
        case .stakeholderCount: "une à vingt qualités"
        case .stakeholderRepeated: "des qualités toutes différentes, et qui ne sont pas déjà dans la liste"
        case .mediatorStays: "une adresse ; sans médiateur, \(setting.mediatorDetails[0].option) aucun"
        case .recipients: "les adresses de comptes ouverts de l’organisme, séparées par des virgules"
        case .recipientsRead:
            "des comptes qui puissent ouvrir un dossier (un auditeur ou un administrateur sans autre rôle ne le peut pas)"
        case .recipientsHandle: "au moins un compte qui puisse traiter un dossier : responsable ou direction"
        case .functionStays: "une fonction ; sans destinataire, --confidential-recipient aucun"
        case .waitOrder(let reminder, let abandonment):
            "des jours qui se suivent, la relance (\(reminder)) avant l’abandon (\(abandonment))"
        }
    }
}
