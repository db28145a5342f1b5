import Pages
import Registry

extension AccountRefusal {
    /// What kind of refusal a command ends with.
    var code: OperatorCode {
        switch self {
        case .unknown, .notOpen: .account
        default: .value
        }
    }

    /// What to do about it.
    var words: String {
        switch self {
        case .unknown: "Compte introuvable. La commande user list montre ceux qu’il y a."
        case .roleMissing: "Un compte a au moins un rôle (--roles). Rôles : \(RoleList.all)."
        case .endMissing:
            "--expires : le compte d’un auditeur a une échéance, dans les \(AccountTerm.auditorDays) jours au plus."
        case .endIsOver: "--expires : cette date est passée."
        case .endTooFar(let latest):
            "--expires : le compte d’un auditeur vaut \(AccountTerm.auditorDays) jours au plus, donc jusqu’au "
                + "\(FrenchDates.short(latest)). Ensuite, donnez une nouvelle échéance."
        case .lastAdministrator:
            "C’est le dernier administrateur qui puisse régler les comptes : donnez d’abord ce rôle, sans échéance, à "
                + "quelqu’un qui a choisi son mot de passe."
        case .anotherMustDecide, .ownAccount: "Un autre administrateur doit le faire."
        case .changedMeanwhile: "Ce compte a changé entre-temps : recommencez."
        case .notOpen: "Ce compte est désactivé ou échu : rouvrez-le d’abord."
        }
    }
}
