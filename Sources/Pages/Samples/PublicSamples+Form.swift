import Complaints

extension PublicSamples {
    /// The form empty, refused, and with each notice.
    static func forms(_ press: Press) -> [(name: String, page: any Page)] {
        let notices = ComplaintFormPage.Notice.allCases.map { notice in
            let page = form(FormEntry(values: typed), notice: notice, press)
            return (name: "formulaire-\(notice.rawValue)", page: page as any Page)
        }
        return notices + [
            ("formulaire", form(FormEntry(), press)),
            ("formulaire-sans-relais", form(FormEntry(), hasRelay: false, press)),
            ("formulaire-erreurs", form(wrong, press)),
            ("formulaire-incomplet", form(incomplete, press)),
            ("formulaire-en-confidence", form(confided, press)),
            ("formulaire-une-personne", form(FormEntry(), of: onePerson, press)),
            ("formulaire-precisions", form(detailed, press)), ("formulaire-mineur", form(underage, press)),
            ("formulaire-mineur-non-dit", form(unsaid, press)), ("formulaire-personnel", form(employed, press)),
            ("formulaire-vide", form(empty, press)),
            ("formulaire-documents-disparus", form(bereft(.gone, "mistake.gone"), press)),
            ("formulaire-documents-non-gardes", form(bereft(.unkept, "mistake.unkept"), press)),
        ]
    }

    /// The recap of a whole and of an incomplete complaint.
    static func recaps(_ press: Press) -> [(name: String, page: any Page)] {
        let whole = FormEntry(values: typed, received: StaffStory.original.files)
        let lacking = FormEntry(
            values: ["reclamation": "Honteux.\n\n  Je veux être remboursé."],
            refused: refused,
            othersRefused: 1,
            refusalNotice: "c2NlbGxl",
            acceptsIncomplete: true
        )
        let without = FormEntry(values: typed, refused: [refused[0]], refusalNotice: "c2NlbGxl")
        let unaddressed = FormEntry(values: typed.merging(["adresse": ""]) { $1 })
        let later = StaffStory.instant("2026-11-23T09:52:01Z")
        return [
            ("relecture", recap(whole, press)), ("relecture-incomplete", recap(lacking, press)),
            ("relecture-document-refuse", recap(without, press)), ("relecture-en-confidence", recap(confided, press)),
            ("relecture-precisions", recap(detailed, press)), ("relecture-mineur", recap(underage, press)),
            ("relecture-sans-adresse", recap(unaddressed, hasRelay: false, press)),
            ("relecture-personnel", recap(employed, press)),
            ("relecture-trop-tot", recap(whole, wait: .tooSoon, press)),
            ("relecture-trop", recap(lacking, wait: .tooMany(until: later), press)),
        ]
    }

    /// About the management.
    private static var confided: FormEntry {
        FormEntry(values: typed.merging([FormEntry.confidential: "oui"]) { $1 })
    }

    /// Everything that may be told besides.
    private static var detailed: FormEntry {
        FormEntry(values: typed.merging(["quand": "Les 7 et 8 septembre <matin>", "paye_par": "moi"]) { $1 })
    }

    /// Somebody under eighteen, who names who represents them.
    private static var underage: FormEntry {
        FormEntry(values: typed.merging(Self.minor.merging([FormEntry.minor: "oui"]) { $1 }) { $1 })
    }

    /// Somebody named, of a person who does not say to be under eighteen.
    private static var unsaid: FormEntry {
        FormEntry(values: typed.merging(minor) { $1 }, mistakes: [FormEntry.minor: "mistake.mineur"])
    }

    private static let minor = [
        "vous_etes": "apprenti", "quand": "En septembre, \"tous\" les lundis", "paye_par": "employeur",
        "representant_nom": "Adèle D’Àrçy <b>", "representant_contact": "adele@courrier.example",
        "representant_adresse": "9 rue & cour\n44000 Nantes",
    ]

    /// A member of the staff.
    private static var employed: FormEntry {
        FormEntry(values: typed.merging(["vous_etes": Stakeholder.employee.rawValue]) { $1 })
    }

    /// Everything wrong at once, everything kept.
    private static var wrong: FormEntry {
        var values = typed
        values["prenom"] = ""
        values["courriel"] = "noe.darcy@courrier"
        values["vous_etes"] = "<option>"
        values["objet"] = String(repeating: "Caméra ", count: 50)
        return FormEntry(
            values: values,
            mistakes: [
                "prenom": "mistake.missing.prenom",
                "vous_etes": "mistake.choice",
                "courriel": "mistake.email.malformed",
                "objet": "mistake.tooLong",
                "telephone": "mistake.repeated",
            ],
            received: StaffStory.original.files,
            refused: refused,
            refusalNotice: "c2NlbGxl"
        )
    }

    /// Only something missing: it may be sent as it is.
    private static var incomplete: FormEntry {
        FormEntry(
            values: ["reclamation": "La caméra n’a jamais marché."],
            mistakes: [
                "nom": "mistake.missing.nom",
                "prenom": "mistake.missing.prenom",
                "vous_etes": "mistake.missing.vous_etes",
                "courriel": "mistake.missing.courriel",
                "objet": "mistake.missing.objet",
            ],
            acceptsIncomplete: true
        )
    }

    /// Nothing to receive at all: nothing to send as it is.
    private static var empty: FormEntry {
        FormEntry(mistakes: ["objet": "mistake.missing.objet", "reclamation": "mistake.missing.reclamation"])
    }

    /// Nothing wrong but that a document is not kept.
    private static func bereft(_ reason: RefusedDocument.Reason, _ mistake: String) -> FormEntry {
        FormEntry(
            values: typed,
            mistakes: ["piece_jointe": mistake],
            refused: [RefusedDocument(name: "rush.pdf", reason: reason)]
        )
    }

    /// One document for each reason why it was not taken.
    static var refused: [RefusedDocument] {
        RefusedDocument.Reason.allCases.map { RefusedDocument(name: "rush <\"\($0.rawValue)\">.mov", reason: $0) }
    }

    private static func form(
        _ entry: FormEntry,
        notice: ComplaintFormPage.Notice? = nil,
        hasRelay: Bool = true,
        of procedure: Procedure = PublicSamples.procedure,
        _ press: Press
    ) -> ComplaintFormPage {
        ComplaintFormPage(
            procedure: procedure,
            submission: "6Y1R8K",
            entry: entry,
            limits: limits,
            notice: notice,
            hasRelay: hasRelay,
            press: press
        )
    }

    private static func recap(
        _ entry: FormEntry,
        wait: RecapPage.Wait? = nil,
        hasRelay: Bool = true,
        _ press: Press
    ) -> RecapPage {
        RecapPage(
            procedure: procedure,
            submission: "6Y1R8K",
            entry: entry,
            limits: limits,
            wait: wait,
            hasRelay: hasRelay,
            press: press
        )
    }
}
