import Complaints
import Pages
import Registry

@testable import Web

/// The forms of those who enter what did not come by the public one, of those who administer accounts, and of those who set
/// the provider up.
extension SampleForm {
    /// What comes in by staff's hand. Beside the token of the session such a form has one that makes it count once.
    static func receiverForm(_ route: String, _ target: Holdings, _ asker: Asker) -> SampleForm? {
        let (binding, site) = (asker.session?.digest ?? [], target.site.site)
        func envoi(_ purpose: String) -> String { site.seal(site.newForm(), for: purpose, binding: binding) }
        switch route {
        case "POST /receptions/saisir":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                [
                    "envoi": envoi(TranscriptionDesk.purpose), "canal": Channel.other.rawValue,
                    "arrivee_le": "2026-11-23", "reclamation": "Rendez-moi mon argent",
                ]
            )
        case "POST /oral":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                [
                    "envoi": envoi(DiscontentDesk.purpose), "propos": "Le planning change sans prévenir",
                    "personne": "", "contact": "", "le": "2026-11-23", "canal": Channel.telephone.rawValue,
                    "entendu_par": "Luc", "moyen": "",
                ]
            )
        default: return nil
        }
    }

    /// What somebody says that a mail is.
    static func mailForm(_ route: String, _ asker: Asker) -> SampleForm? {
        guard route == "POST /courriels/{id}/tri" else { return nil }
        let fields: KeyValuePairs = ["tri": MailSort.spam.rawValue, "dossier": ""]
        return SampleForm(StaffDoor.purpose, boundTo: asker.session?.digest ?? [], fields)
    }

    /// What comes of something that was said. - Parameter version: of what was said, as its page has it.
    static func discontentForm(
        _ route: String,
        _ word: String?,
        _ target: Holdings,
        _ asker: Asker,
        _ version: String
    ) -> SampleForm? {
        guard route == "POST /oral/{id}/{suite}" else { return nil }
        let binding = asker.session?.digest ?? []
        switch word {
        case nil, "invitation":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                ["version": version, "moyen": Invitation.Way.paper.rawValue, "le": "2026-11-23"]
            )
        case "rattachement":
            return SampleForm(StaffDoor.purpose, boundTo: binding, ["version": version, "dossier": target.number])
        case "sans-suite":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                ["version": version, "motif": "La personne a renoncé."]
            )
        default: return nil
        }
    }

    /// What is done to accounts. Where no mail leaves, a link that was made is shown.
    static func administratorForm(
        _ route: String,
        _ word: String?,
        _ target: Holdings,
        _ asker: Asker
    ) async throws -> SampleForm? {
        let binding = asker.session?.digest ?? []
        switch route {
        case "POST /reglages/comptes":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                ["nom": "Paul Leroy", "courriel": "paul@exemple.example", "roles": Role.receptionDesk.rawValue],
                done: 200
            )
        case "POST /reglages/comptes/{id}/{acte}":
            guard let act = AccountSheetDesk.Act(rawValue: word ?? AccountSheetDesk.Act.invite.rawValue) else {
                return nil
            }
            let accounts = target.site.site.accounts(target.register.organisation)
            guard let account = try await accounts.find(id: target.colleague.id) else { return nil }
            return accountForm(act, account, binding)
        default: return nil
        }
    }

    /// Programs that are told of what happens.
    static func subscriberForm(
        _ route: String,
        _ word: String?,
        _ target: Holdings,
        _ asker: Asker
    ) async throws -> SampleForm? {
        let binding = asker.session?.digest ?? []
        let subscription: KeyValuePairs = [
            "nom": "Logiciel de gestion", "adresse": "https://gestion.example/", "evenements": "cloture",
        ]
        switch route {
        case "POST /reglages/avertissements":
            return SampleForm(StaffDoor.purpose, boundTo: binding, subscription, done: 200)
        case "POST /reglages/avertissements/{id}/{acte}":
            switch SubscriberPage.Act(rawValue: word ?? SubscriberPage.Act.trial.rawValue) {
            case .change: return SampleForm(StaffDoor.purpose, boundTo: binding, subscription)
            case .renewSecret: return SampleForm(StaffDoor.purpose, boundTo: binding, done: 200)
            case .resend:
                let sent = try await target.register.announcements(to: target.subscriber)
                let failed = sent.first { $0.state == .failed }?.id ?? target.announcement
                return SampleForm(StaffDoor.purpose, boundTo: binding, ["avertissement": failed])
            case .trial, .stop, .resume, .remove: return SampleForm(StaffDoor.purpose, boundTo: binding)
            case nil: return nil
            }
        default: return nil
        }
    }

    /// The first start, with a link of another kind: there is no other once there is an organisation.
    static func setUpForm(_ route: String, _ target: Holdings) -> SampleForm? {
        guard route == "POST /premier-demarrage/{jeton}" else { return nil }
        let binding = target.invitation.digest
        var form = SampleForm(SetUpDesk.purpose, boundTo: binding, done: 410)
        form.fields = TestStart.typed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return form
    }

    /// A template, and its next version: it is new in the hands of whoever sends this.
    static func templateForm(_ route: String, _ asker: Asker) -> SampleForm? {
        let binding = asker.session?.digest ?? []
        switch route {
        case "POST /reglages/modeles":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                ["nom": "Réponse", "acte": "reponse", "texte": "Au sujet de {objet}"]
            )
        case "POST /reglages/modeles/{modele}":
            return SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                ["version": "1", "nom": "Observations", "texte": "Au sujet de {objet}"]
            )
        default: return nil
        }
    }

    /// A group of settings as they are; of the people, one is another.
    static func settingsForm(
        _ route: String,
        _ word: String?,
        _ target: Holdings,
        _ asker: Asker
    ) async throws -> SampleForm? {
        // A file does not come twice the same; to leave it is right however often it is sent.
        if route == "POST /reglages/reprise" {
            let step = TakeoverPage.Step.leave.rawValue
            return SampleForm(StaffDoor.purpose, boundTo: asker.session?.digest ?? [], [TakeoverPage.step: step])
        }
        if route == "POST /reglages/reprise/problemes" {
            return SampleForm(StaffDoor.purpose, boundTo: asker.session?.digest ?? [], done: 200)
        }
        guard route == "POST /reglages/{groupe}", let group = SettingsGroup(rawValue: word ?? "personnes") else {
            return nil
        }
        let register = target.register
        let procedure = try await register.currentProcedure()
        let accounts = try await target.site.site.accounts(register.organisation).all()
        let values = SettingValues(procedure, of: register.organisation, accounts, on: target.site.site.today)
        var form = SampleForm(StaffDoor.purpose, boundTo: asker.session?.digest ?? [])
        form.fields = [("version", String(procedure.version))]
        if group == .access { form.fields.append(("second_facteur_vu", values[.secondFactor] ?? "")) }
        for setting in group.changeable {
            let value = setting == .contact ? "Paul Leroy" : values[setting] ?? ""
            // Each thing that is ticked is a field of its own.
            let texts = setting == .completeness ? value.split(separator: ",").map(String.init) : [value]
            form.fields += texts.map { (setting.field, $0) }
        }
        return form
    }

    private static func accountForm(
        _ act: AccountSheetDesk.Act,
        _ account: Account,
        _ binding: [UInt8]
    ) -> SampleForm {
        switch act {
        case .change:
            SampleForm(
                StaffDoor.purpose,
                boundTo: binding,
                [
                    "nom": "Paul Leroy", "roles": Role.receptionDesk.rawValue, "echeance": "", "nom_vu": account.name,
                    "roles_vus": account.roles.sorted().joined(separator: ","),
                    "echeance_vue": account.expiresOn?.description ?? "",
                ]
            )
        case .invite, .reset: SampleForm(StaffDoor.purpose, boundTo: binding, done: 200)
        case .disable, .enable: SampleForm(StaffDoor.purpose, boundTo: binding)
        case .sessions: SampleForm(StaffDoor.purpose, boundTo: binding, ["session": "toutes"])
        case .absence: SampleForm(StaffDoor.purpose, boundTo: binding, ["fin": "oui"])
        }
    }
}
