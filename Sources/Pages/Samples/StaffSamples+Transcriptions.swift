import Complaints

extension StaffSamples {
    /// The form for what did not come by the form: fresh, with every kind of mistake, and sent before with other words.
    static func transcriptions(_ press: Press) -> [(name: String, page: any Page)] {
        let written = { (entry: TranscriptionPage.Entry, hasRelay: Bool) in
            TranscriptionPage(
                entry: entry,
                procedure: StaffStory.procedure,
                signedIn: desk(StaffStory.desk),
                today: StaffStory.today,
                limits: PublicSamples.limits,
                hasRelay: hasRelay,
                press: press
            )
        }
        let page = { written($0, true) }
        return [
            ("saisie", page(TranscriptionPage.Entry(submission: "envoi-de-saisie"))),
            ("saisie-sans-relais", written(TranscriptionPage.Entry(submission: "envoi-de-saisie"), false)),
            ("saisie-a-corriger", page(mistaken)),
            (
                "saisie-refusee",
                page(entry(trouble: .refused(.sentAfterArrival(StaffStory.day("2026-11-20")))))
            ),
            ("saisie-expiree", page(entry(trouble: .expired))), ("saisie-de-parole", page(spoken)),
            (
                "saisie-sans-tiers",
                page(entry(trouble: .refused(.several([.thirdPartyMissing, .thirdPartyDayImpossible]))))
            ),
            ("saisie-autre", page(other)), ("saisie-en-confidence", page(entrusted)),
        ]
    }

    private static let typed = [
        "canal": [Channel.registeredLetter.rawValue], "arrivee_le": ["2026-11-20"], "envoyee_le": ["2026-11-21"],
        "tiers_reference": ["S-2026 <14>"], "tiers_echeance": ["2062-12-01"], "preuve_envoi": ["cachet de la poste"],
        "numero": ["1A 204 118 3307 2"], "nom": ["D’Àrçy-🎭 <b>"],
        "prenom": ["Noé"], "vous_etes": ["stagiaire"], "courriel": ["noe@"], "adresse": ["3 rue Haute\n29000 Quimper"],
        "quand": ["en mars <2026>"], "paye_par": ["mon-activite"], "mineur": ["oui"],
        "representant_nom": ["Adèle <b>"], "representant_contact": ["02 00 00 00 00"],
        "representant_adresse": ["9 rue & cour\n44000 Nantes"], "objet": ["Caméra en panne & stage « image »"],
        "reclamation": ["Madame,\nje demande <1 200 €>."],
    ]

    private static func entry(trouble: ActDraft.Trouble?) -> TranscriptionPage.Entry {
        TranscriptionPage.Entry(submission: "envoi-de-saisie", values: typed, trouble: trouble)
    }

    private static let mistaken: TranscriptionPage.Entry = {
        var mistaken = entry(trouble: .unreadable(["canal": .choice, "courriel": .email]))
        mistaken.received = [StaffStory.document("lettre « scannée ».pdf", "application/pdf", 1_200_000)]
        mistaken.missing = RefusedDocument.Reason.allCases.map {
            RefusedDocument(name: "vidéo « \($0.rawValue) ».mov", reason: $0)
        }
        return mistaken
    }()

    private static let spoken = TranscriptionPage.Entry(
        submission: "envoi-de-saisie",
        values: ["parole": [StaffStory.file.description], "canal": ["oral"], "reclamation": ["Le planning change."]]
    )

    private static let entrusted: TranscriptionPage.Entry = {
        var entrusted = entry(trouble: .expired)
        entrusted.values?["mise_en_cause"] = ["oui"]
        return entrusted
    }()

    private static let other: TranscriptionPage.Entry = {
        var other = entry(trouble: nil)
        other.isOther = true
        other.missing = [RefusedDocument(name: "lettre « scannée ».pdf", reason: .gone)]
        return other
    }()
}
