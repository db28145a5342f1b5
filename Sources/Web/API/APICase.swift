import Complaints
import Pages
import Registry

/// A case file as programs read it: what its page shows to the owner of the token, and no more.
struct APICase: Sendable {
    let file: CaseFile
    let officer: Officer
    /// Everybody's names, by account.
    let names: [String: String]
    let letters: [LetterRecord]
    /// What a virus scanner said of its documents.
    let scans: [String: FileScan]
    let entries: [APIEntry]

    init(
        _ file: CaseFile,
        for officer: Officer,
        names: [String: String],
        letters: [LetterRecord],
        scans: [String: FileScan],
        relatives: CaseRelatives
    ) throws {
        self.file = file
        self.officer = officer
        self.names = names
        self.letters = letters
        self.scans = scans
        let showsMediation = file.showsMediation(to: officer)
        entries = try file.entries.map { entry in
            let isSecret = entry.event.isMediation && !showsMediation || !relatives.tells(entry.event)
            return try APIEntry(entry, names: names, isSecret: isSecret)
        }
    }

    /// Its documents, without those of a mediation where they are not shown.
    private var documents: [APIDocument] {
        let hidden = file.showsMediation(to: officer) ? [] : Set(file.mediationFiles.map(\.id))
        return file.files.filter { !hidden.contains($0.id) }.map { APIDocument(file: $0, scan: scans[$0.id]) }
    }

    private var outbox: [APILetter] {
        letters.map { APILetter(record: $0, leftAt: file.issuedAt($0.id)) }
    }

    static let shape = Shape<APICase>("Dossier", standing + judgement + dates + contents)

    private static let standing: [Shape<APICase>.Member] = [
        .string("reference") { $0.file.reception.reference.description },
        .maybe("numero") { $0.file.number?.description }, .word("etape") { $0.file.stage },
        .whole("version") { $0.file.version }, .word("canal") { $0.file.reception.channel },
        .maybeWord("origine") { $0.file.origin }, .maybe("tiers_nom") { $0.file.thirdParty?.name },
        .maybe("tiers_reference") { $0.file.thirdParty?.reference },
        .maybeDay("tiers_echeance") { $0.file.thirdParty?.due },
        .flag("acces_restreint") { $0.file.restriction != nil },
        .maybe("gestionnaire") { page in page.file.handler.map { page.names[$0] ?? $0 } },
        .always("actes", .list(.one(Act.allCases.compactMap(\.noun)))) { page in
            .strings(page.file.acts(for: page.officer).compactMap(\.noun))
        },
    ]

    private static let judgement: [Shape<APICase>.Member] = [
        .maybeWord("nature") { $0.file.qualification?.nature },
        .maybeWord("theme") { $0.file.qualification?.theme },
        .maybeWord("consommateur") { $0.file.qualification?.consumer },
        .always("gravites", .list(.oneOf(Severity.self))) { .strings($0.file.severities.map(\.rawValue)) },
    ]

    private static let dates: [Shape<APICase>.Member] = [
        .instant("recue_le") { $0.file.receivedAt }, .day("delais_comptes_du") { $0.file.startedOn },
        .day("accuse_du_le") { $0.file.due.acknowledgement.due },
        .day("reponse_visee_le") { $0.file.due.answer.target }, .day("reponse_due_le") { $0.file.due.answer.due },
        .maybeInstant("accuse_parti_le") { $0.file.acknowledgedAt },
        .maybeInstant("repondue_le") { $0.file.answeredAt },
        .maybeInstant("reponse_partie_le") { $0.file.answerLeftAt }, .maybeInstant("terminee_le") { $0.file.endedAt },
    ]

    private static let contents: [Shape<APICase>.Member] = [
        .always("personne", personShape.schema) { personShape.json($0.file.completed) },
        .maybe("objet") { $0.file.completed.subject }, .maybe("reclamation") { $0.file.completed.text },
        .maybe("action_formation") { $0.file.completed.trainingAction },
        .maybe("quand") { $0.file.completed.when }, .maybe("demande") { $0.file.completed.expectation },
        .maybeWord("paye_par") { $0.file.completed.payer }, .list("historique", APIEntry.shape) { $0.entries },
        .list("lettres", APILetter.shape) { $0.outbox }, .list("pieces", APIDocument.shape) { $0.documents },
    ]

    private static let personShape = Shape<Original>(
        "Personne",
        [
            .maybe("nom") { $0.lastName }, .maybe("prenom") { $0.firstName },
            .maybe("vous_etes") { $0.stakeholder?.rawValue }, .maybe("courriel") { $0.email },
            .maybe("adresse") { $0.postalAddress }, .maybe("telephone") { $0.telephone },
            .flag("mineur") { $0.minor != nil }, .maybe("representant_nom") { $0.minor?.representative },
            .maybe("representant_contact") { $0.minor?.contact },
            .maybe("representant_adresse") { $0.minor?.postalAddress },
        ]
    )
}

/// One line of its history: the payload of the log, under its own keys (docs/journal.md).
struct APIEntry: Sendable {
    let entry: Entry
    /// Whose hand, by name; nil where it was no officer's.
    let name: String?
    /// What the payload says beyond the kind; nil where it is not shown.
    let contents: JSON?

    init(_ entry: Entry, names: [String: String], isSecret: Bool) throws {
        self.entry = entry
        name = entry.officer.map { names[$0] ?? $0 }
        contents = isSecret ? nil : try JSONReader.read(entry.payload())["contenu"]
    }

    static let shape = Shape<APIEntry>(
        "Evenement",
        [
            .word("evenement") { $0.entry.event.kind }, .instant("heure") { $0.entry.at },
            .string("auteur") { $0.entry.author }, .maybe("nom_auteur") { $0.name },
            .perhaps("contenu", .elsewhere) { $0.contents },
        ]
    )
}

/// A letter of a case file.
struct APILetter: Sendable {
    let record: LetterRecord
    let leftAt: Instant?

    static let shape = Shape<APILetter>(
        "Lettre",
        [
            .string("id") { $0.record.id }, .word("genre") { $0.record.kind },
            .always("etat", .one(LetterState.allCases.map(\.word))) { .string($0.record.state.word) },
            .instant("ecrite_le") { $0.record.createdAt }, .maybeInstant("partie_le") { $0.leftAt },
            .maybe("destinataire") { $0.record.recipient }, .string("objet") { $0.record.subject },
        ]
    )
}

extension LetterState {
    /// As programs are told it.
    fileprivate var word: String {
        switch self {
        case .waiting: "en-attente"
        case .held: "retenue"
        case .paper: "a-poster"
        case .issued: "partie"
        case .failed: "en-echec"
        }
    }
}

/// A document of a case file.
struct APIDocument: Sendable {
    let file: FileSummary
    let scan: FileScan?

    static let shape = Shape<APIDocument>(
        "Piece",
        [
            .string("id") { $0.file.id }, .string("nom") { $0.file.name }, .string("type") { $0.file.type },
            .whole("longueur") { $0.file.length }, .always("sha256", .digest) { .string($0.file.digest) },
            .always("analyse", .one(["non-analysee", "saine", "signalee"])) { document in
                .string(document.scan.map { $0.finding == nil ? "saine" : "signalee" } ?? "non-analysee")
            },
        ]
    )
}
