import Complaints
import Pages

/// What programs send for each act: the fields of its form on the case page, under the same names, for they are read by the
/// same readers.
enum ActFields {
    typealias Property = ObjectSchema.Property

    /// The member that says which act it is.
    static let word = "acte"
    /// The rows of an answer, which its form has one under the other: `grief_1`, `grief_2`…
    static let rows = "griefs"
    /// Fields that must say yes or no; of the others, false is left out.
    static let questions: Set = ["par_reclamant", FormEntry.minor]

    /// One object for each act.
    static let variants: [(word: String, schema: ObjectSchema)] = Act.allCases.compactMap { act in
        act.noun.map { ($0, ObjectSchema(name: "Acte-\($0)", properties: common($0, act) + own(act))) }
    }

    private static func common(_ noun: String, _ act: Act) -> [Property] {
        let always = [needed(word, .one([noun])), needed("version", .whole(least: 0))]
        return always + (act.mayCallForLetter ? [may("relire", .flag), may("relue", .digest)] : [])
    }

    private static func own(_ act: Act) -> [Property] {
        switch act {
        case .qualify, .requestCompletion, .complete, .amend, .register, .contest, .decideContest: intake(act)
        case .assign, .recuse, .restrict, .recordMeasure, .extend, .answer, .recordSatisfaction, .note: handling(act)
        case .refer, .recordNotice, .replyToMediator, .prolongMediation, .recordMediation: mediating(act)
        case .split: [prose("objet"), prose("reclamation"), may("pieces", .list(.anyString))]
        case .link, .unlink: [prose("dossier"), prose("motif")]
        case .liftRestriction, .dispenseWithMeasures, .close, .reopen, .withdraw, .abandon: [prose("motif")]
        case .issueLetter: []
        }
    }

    private static func intake(_ act: Act) -> [Property] {
        let sending = [may("envoyee_le", .day), prose("preuve_envoi")]
        return switch act {
        case .qualify:
            [
                needed("nature", .oneOf(Nature.self)), prose("motif"), may("theme", .oneOf(Theme.self)),
                may("gravites", .list(.oneOf(Severity.self))), may("consommateur", .oneOf(ConsumerStatus.self)),
                may("mis_en_cause", .list(.anyString)),
            ] + sending
        case .requestCompletion: [prose("message")]
        case .complete:
            [
                "texte", "courriel", "nom", "prenom", "adresse", "vous_etes", "objet", "reclamation",
                "action_formation",
            ].map(prose)
        case .amend:
            ["texte", "courriel", "adresse", "telephone"].map(prose) + [may(FormEntry.minor, .flag)]
                + ["representant_nom", "representant_contact", "representant_adresse"].map(prose) + sending
        case .register: [prose("en_l_etat")]
        case .contest: [prose("conteste_par"), needed("contestee_le", .day), prose("texte")]
        case .decideContest: [needed("decision", .oneOf(ContestDecision.Result.self)), prose("motif")]
        default: []
        }
    }

    private static func handling(_ act: Act) -> [Property] {
        switch act {
        case .assign: [prose("gestionnaire"), prose("derogation")]
        case .recuse: [prose("agent"), prose("motif")]
        case .restrict:
            [
                needed("cause", .oneOf(Restriction.Ground.self)), prose("precision"),
                may("lecteurs", .list(.anyString)),
            ]
        case .recordMeasure: [prose("texte"), needed("fait_le", .day)]
        case .extend: [prose("motif"), needed("nouvelle_date", .day)]
        case .answer:
            [
                may(rows, .list(.object(grievance))), prose("texte"), prose("signataire"),
                may("consommateur", .oneOf(ConsumerStatus.self)),
            ]
        case .recordSatisfaction:
            [
                needed("note", .whole(least: 1)), needed("voie", .oneOf(Satisfaction.Way.self)), needed("le", .day),
                prose("texte"), prose("motif"),
            ]
        case .note: [prose("texte")]
        default: []
        }
    }

    private static func mediating(_ act: Act) -> [Property] {
        switch act {
        case .refer:
            [
                needed("cadre", .oneOf(MediationKind.self)), needed("par_reclamant", .flag), prose("mediateur"),
                needed("saisi_le", .day), prose("objet"), may("reponse_due", .day),
            ]
        case .recordNotice:
            [
                needed("avis", .oneOf(MediatorNotice.Kind.self)), needed("notifie_le", .day), prose("texte"),
                may("reponse_due", .day),
            ]
        case .replyToMediator: [needed("envoyee_le", .day), prose("texte")]
        case .prolongMediation: [needed("nouvelle_date", .day), prose("motif")]
        case .recordMediation:
            [needed("issue", .oneOf(MediationOutcome.Result.self)), needed("le", .day), prose("texte")]
        default: []
        }
    }

    private static let grievance = ObjectSchema(
        name: "Grief",
        properties: [
            prose("grief"), needed("decision", .oneOf(Outcome.self)), prose("motif"), prose("solution"),
        ]
    )

    private static func needed(_ name: String, _ schema: Schema) -> Property {
        Property(name, schema, isRequired: true)
    }
    private static func may(_ name: String, _ schema: Schema) -> Property { Property(name, schema) }

    /// Words whose want, like their excess, the rules judge.
    private static func prose(_ name: String) -> Property { Property(name, .string(longest: FormLimits().field)) }
}

/// What programs send of a complaint that did not come by the form: the fields of `/receptions/saisir`.
enum ReceptionFields {
    static let schema = ObjectSchema(
        name: "Saisie",
        properties: [
            .init("canal", .one(Channel.entered.map(\.rawValue)), isRequired: true),
            .init("arrivee_le", .day, isRequired: true), .init("envoyee_le", .day),
            .init("preuve_envoi", .anyString), .init("numero", .anyString), .init("accord", .flag),
            .init("tiers_nom", .string(longest: ThirdParty.longestName)),
            .init("tiers_reference", .string(longest: ThirdParty.longestName)), .init("tiers_echeance", .day),
            .init("parole", .anyString), .init("nom", .string(longest: 200)), .init("prenom", .string(longest: 200)),
            .init("vous_etes", .string(longest: 200)), .init("courriel", .string(longest: 254)),
            .init("adresse", .string(longest: 1_000)), .init("telephone", .string(longest: 60)),
            .init("objet", .string(longest: 300)), .init("reclamation", .string(longest: FormLimits().field)),
            .init("action_formation", .string(longest: 500)), .init("quand", .string(longest: 300)),
            .init("demande", .anyString), .init("paye_par", .oneOf(Payer.self)), .init(FormEntry.confidential, .flag),
            .init(FormEntry.minor, .flag), .init("representant_nom", .string(longest: 200)),
            .init("representant_contact", .string(longest: 300)),
            .init("representant_adresse", .string(longest: 1_000)),
        ]
    )
}
