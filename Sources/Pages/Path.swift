public import Complaints

/// Every address of the site, spelled once: routes are declared and links are built with the same names.
public enum Path {
    public static let home = "/"
    public static let complaint = "/reclamation"
    /// The leaflet for whoever has a complaint, two sheets to print.
    public static let leaflet = "/depliant"
    /// The whole notice on personal data; a short one stands under the form.
    public static let privacy = "/confidentialite"
    /// The procedure in force, or an earlier version of it.
    public static let procedure = "/procedure"
    public static let procedureVersions = "/procedure/versions"
    public static let accessibility = "/accessibilite"
    public static let receipt = "/reclamation/recepisse"
    public static let proof = "/reclamation/preuve"
    public static let followUp = "/suivi"
    public static let followedCase = "/suivi/dossier"
    public static let lostSecret = "/suivi/acces"
    public static let endFollowUp = "/suivi/fin"
    public static let signIn = "/connexion"
    /// Where the way to the provider of identities begins, and where it leads back to.
    public static let provider = "/connexion/identite"
    public static let providerReturn = "/connexion/identite/retour"
    public static let signOut = "/deconnexion"
    public static let invitation = "/invitation"
    /// Where the link of the first start leads; without one, its last page.
    public static let setUp = "/premier-demarrage"
    public static let settings = "/reglages"
    public static let settingsHistory = "/reglages/historique"
    /// The templates that letters begin from.
    public static let templates = "/reglages/modeles"
    /// Where an older register is brought in, and all that is wrong with it as a table.
    public static let takeover = "/reglages/reprise"
    public static let takeoverProblems = "/reglages/reprise/problemes"
    public static let account = "/compte"
    public static let ownSessions = "/compte/sessions"
    public static let ownPassword = "/compte/mot-de-passe"
    public static let ownFactor = "/compte/second-facteur"
    public static let ownRecoveryCodes = "/compte/codes-de-secours"
    /// The identity that a provider vouches for, and where it is let go.
    public static let ownIdentity = "/compte/identite"
    public static let endOwnIdentity = "/compte/identite/fin"
    /// The tokens of one's own programs, and where one of them is ended.
    public static let ownTokens = "/compte/jetons"
    public static let endOwnToken = "/compte/jetons/fin"
    public static let shortcuts = "/raccourcis"
    /// Whether one gets the daily letter, and the weekly one.
    public static let ownDailyLetter = "/compte/lettre-du-jour"
    public static let ownWeeklyLetter = "/compte/lettre"
    /// From when to when one is away.
    public static let ownAbsence = "/compte/absence"
    /// The address by which one's calendar reads the due dates is made, and taken back.
    public static let ownCalendar = "/compte/calendrier"
    public static let endOwnCalendar = "/compte/calendrier/fin"
    /// What such an address begins with.
    public static let calendar = "/calendrier"
    public static let accounts = "/reglages/comptes"
    /// The programs that are told of what happens.
    public static let subscribers = "/reglages/avertissements"
    public static let dashboard = "/tableau-de-bord"
    /// The state of the service, and where its list of first steps is put aside.
    public static let upkeep = "/etat"
    public static let dismissSteps = "/etat/premiers-pas"
    public static let receptions = "/receptions"
    public static let transcription = "/receptions/saisir"
    public static let discontents = "/oral"
    /// The mails that came.
    public static let mails = "/courriels"
    public static let register = "/registre"
    /// The views that somebody keeps, and where one of them is changed or forgotten.
    public static let views = "/vues"
    public static let changeView = "/vues/nom"
    public static let forgetView = "/vues/fin"
    public static let cases = "/dossiers"
    public static let letters = "/lettres"
    public static let attachments = "/pieces"
    /// Where whoever audits, or watches over who does what, begins.
    public static let audit = "/audit"
    public static let auditedRegister = "/audit/registre"
    public static let auditedReceptions = "/audit/receptions"
    public static let auditedCases = "/audit/dossiers"
    public static let accesses = "/audit/acces"
    public static let health = "/sante"
    public static let checkpoint = "/registre/point-de-controle"
    /// The same for people: what it is, and how to verify a receipt.
    public static let evidence = "/registre/preuve"
    public static let securityText = "/.well-known/security.txt"
    public static let assets = "/ressources"
    /// The interface for programs.
    public static let api = "/api/v1"
    public static let apiDescription = "/api/v1/openapi.json"
    public static let apiReceptions = "/api/v1/receptions"
    public static let apiCases = "/api/v1/dossiers"
    /// What its problems mean, for whoever writes a program.
    public static let problems = "/api/v1/problemes"

    /// What an address calls the language of its page; French has no name there.
    public static let language = "langue"

    /// An address of a public page in a language.
    public static func link(_ path: String, in language: Language) -> String {
        guard language != .french else { return path }
        return "\(path)\(path.contains("?") ? "&" : "?")\(self.language)=\(language.rawValue)"
    }

    /// A version of the procedure.
    public static func procedure(version: Int) -> String { "\(procedure)?version=\(version)" }

    /// The receipt of one submission, for half an hour.
    public static func receipt(_ submission: String) -> String { "\(receipt)/\(submission)" }

    /// The proof file of one submission, for half an hour.
    public static func proof(_ submission: String) -> String { "\(proof)/\(submission)" }

    /// A form of the follow-up pages: the noun of what is done there.
    public static func followUpAct(_ noun: String) -> String { "\(followedCase)/\(noun)" }

    /// What the letter to somebody who lost a tracking secret leads to.
    public static func secretLink(_ link: String) -> String { "\(lostSecret)/\(link)" }

    /// Where to sign in, to be led to a page of ours afterwards.
    public static func signIn(then path: String) -> String { "\(signIn)?suite=\(path)" }

    /// Where the way to the provider of identities begins, for something else than a sign-in.
    public static func provider(for purpose: String) -> String { "\(provider)?pour=\(purpose)" }

    /// The same by a link of our own page, which bears its token.
    public static func provider(for purpose: String, with token: String) -> String {
        "\(provider(for: purpose))&jeton=\(token)"
    }

    /// The same, to be led to a page of ours afterwards; as a whole query, for what has signs of its own.
    public static func provider(then path: String) -> String {
        path.isEmpty ? provider : QueryString.address(provider, [("suite", path)])
    }

    /// Where whoever was given this link chooses a password.
    public static func invitation(_ token: String) -> String { "\(invitation)/\(token)" }

    /// The account of one of the provider's people, for whoever administers accounts.
    public static func account(_ id: String) -> String { "\(accounts)/\(id)" }

    /// Where an act on such an account is sent: its noun.
    public static func accountAct(_ noun: String, of id: String) -> String { "\(accounts)/\(id)/\(noun)" }

    /// One program that is told of what happens.
    public static func subscriber(_ id: String) -> String { "\(subscribers)/\(id)" }

    /// Where an act on such a program is sent: its noun.
    public static func subscriberAct(_ noun: String, of id: String) -> String { "\(subscribers)/\(id)/\(noun)" }

    /// Where whoever started the server sets it up, by the link that it printed.
    public static func setUp(_ token: String) -> String { "\(setUp)/\(token)" }

    /// A sample of a page or a letter in the atelier, which is no part of the site.
    public static func atelier(_ shelf: String, _ name: String) -> String { "/atelier/\(shelf)/\(name)" }

    /// A group of settings, to be changed.
    public static func settings(_ group: String) -> String { "\(settings)/\(group)" }

    /// A template, or one of its earlier versions.
    public static func template(_ id: String, version: Int? = nil) -> String {
        "\(templates)/\(id)" + (version.map { "?version=\($0)" } ?? "")
    }

    /// The list of templates, with one of those that are proposed in its form.
    public static func template(proposed name: String) -> String { "\(templates)?propose=\(name)#modele-formulaire" }

    /// Where an older register was brought in, with how many complaints there were in it.
    public static func tookOver(_ count: Int) -> String { "\(done("reprise", at: takeover))&nombre=\(count)" }

    /// A case file by its register number (`REC-2026-0001`) or, before it has one, its reference (`2026-R-0001`).
    public static func caseFile(_ number: String) -> String { "\(cases)/\(number)" }

    /// Where an act on a case file is sent: the noun of the act.
    public static func act(_ noun: String, of number: String) -> String { "\(cases)/\(number)/\(noun)" }

    /// The parameter by which a case file's page shows one of its pictures.
    public static let besideParameter = "piece"

    /// A case file's page with a picture beside its forms.
    static func beside(_ attachment: String, at path: String) -> String {
        "\(path)?\(besideParameter)=\(attachment)#a-cote"
    }

    /// The same case file as an auditor reads it.
    public static func auditedCase(_ number: String) -> String { "\(auditedCases)/\(number)" }

    /// Where the form of an act stands on its page: on the case file's, or on the letter's.
    public static func form(_ noun: String, at path: String) -> String { "\(path)#\(noun)-formulaire" }

    /// Where to sign in after a first step that is done, to be led to a page of ours.
    public static func signIn(done noun: String, then path: String) -> String { "\(signIn)?fait=\(noun)&suite=\(path)" }

    /// A page that says for a moment what was just done there: the noun of the act.
    public static func done(_ noun: String, at path: String) -> String { "\(path)?fait=\(noun)" }

    /// The list that says for a moment that something was entered in confidence, under this reference: the page of whoever
    /// entered it and may not open it.
    public static func confided(_ noun: String, as reference: String) -> String {
        "\(done(noun, at: receptions))&reference=\(reference)"
    }

    /// What somebody said, and what came of it.
    public static func discontent(_ id: String) -> String { "\(discontents)/\(id)" }

    /// One mail; its bytes as they came; and a file that came with it, the first being 1.
    public static func mail(_ id: String) -> String { "\(mails)/\(id)" }
    public static func mailOriginal(_ id: String) -> String { "\(mail(id))/original" }
    public static func mailFile(_ id: String, _ rank: Int) -> String { "\(mail(id))/fichiers/\(rank)" }

    /// Where what was said is written for the person, with their consent.
    public static func transcription(of discontent: String) -> String { "\(transcription)?parole=\(discontent)" }

    /// A case file as programs read it.
    public static func apiCase(_ number: String) -> String { "\(apiCases)/\(number)" }

    /// Whether an address is of the interface for programs, of this version or another.
    public static func isOfAPI(_ path: String) -> Bool { path.hasPrefix("/api/") || path == "/api" }

    /// The page that has the form of an address to which a list's file or a view is asked for; any other address itself.
    public static func page(with form: String) -> String {
        if [changeView, forgetView].contains(form) { return views }
        if form == takeoverProblems { return takeover }
        let ending = ExportFormat.allCases.map { "/export.\($0.rawValue)" }.first { form.hasSuffix($0) }
        return ending.map { String(form.dropLast($0.count)) } ?? form
    }

    /// A list with what is asked of it, by the names in its address.
    public static func list(_ path: String, asking values: [String: String]) -> String {
        let known = values.filter { $0.key.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") } }
        return QueryString.address(path, known.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// Where a list is asked for as a file.
    static func export(of list: String, as format: ExportFormat) -> String { "\(list)/export.\(format.rawValue)" }

    /// Where a calendar reads the due dates. - Parameter secret: what it knows.
    public static func calendar(_ secret: String) -> String { "\(calendar)/\(secret).ics" }

    /// A letter, to read or print.
    public static func letter(_ id: String) -> String { "\(letters)/\(id)" }

    /// The letters to post, some of which were just said to be: how many of those that were ticked.
    public static func posted(_ count: Int, of ticked: Int) -> String {
        "\(done("postees", at: letters))&nombre=\(count)&autres=\(ticked - count)"
    }

    /// An attachment, to download.
    public static func attachment(_ id: String) -> String { "\(attachments)/\(id)" }
}
