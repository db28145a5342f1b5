extension Swap {
    /// The parameters that name nothing of anybody's.
    static let plain: [String: Swap] = Dictionary(uniqueKeysWithValues: names.map { ($0, .words) })

    private static let names = [
        "field TakeoverPage.blankState", "field TakeoverPage.digest", "field TakeoverPage.field",
        "field TakeoverPage.headLine", "field TakeoverPage.step", "field TakeoverPage.trialDigest", "query nombre",
        #"field \($0)_\(index)"#, "field abandon", "field accord", "field acte", "field adresse", "field ajouter",
        "field ancien", "field au", "field du", "field fin", "field apprentissage", "field apprentissage_adresse",
        "field apprentissage_site",
        "field arrivee_le", "field avis", "field cadre", "field canal", "field cause", "field code",
        "field commencer", "field completude", "field conservation", "field consommateur", "field contact_donnees",
        "field conteste_par", "field contestee_le", "field convention_debut", "field convention_fin",
        "field decision", #"field decision_\(index)"#, "field delai_accuse", "field delai_reponse",
        "field derogation", "field echeance", "field echeance_vue", "field en_l_etat", "field envoyee_le",
        "field etape", "field evenements", "field fait_le", "field fonction", "field FormEntry.confidential",
        "field FormEntry.minor", "field geste", "field gravites", #"field grief_\(index)"#, "field incomplete",
        "field issue", "field jours_feries", "field jusqu_au", "field le", "field lettre", "field Path.language",
        "query Path.language", "field corrige", "field livre", "field mediateur",
        "field mediateur_adresse", "field mediateur_site", "field message", "field mot_de_passe",
        "field mot_de_passe_encore", "field motif", #"field motif_\(index)"#, "field moyen", "field nature",
        "field nda", "field nom", "field nom_vu", "field note", "field notifie_le", "field nouvelle_date",
        "field numero", "field objet", "field OrganisationSetting.name", "field par_reclamant", "field partagee",
        "field partie_le", "field portee", "field precision", "field preuve_envoi", "field propos", "field qualites",
        "field reclamation",
        "field relance", "field relire", "field relue", "field reponse_due", "field representant_adresse",
        "field representant_contact", "field representant_nom", "field responsable", "field roles", "field roles_vus",
        "field saisi_le", "field second_facteur", "field second_facteur_vu", "field Self.act",
        "field Self.confirmation", "field SetUpPage.AccountMistake", "field signataire", "field site",
        "field site_web", #"field solution_\(index)"#, "field suite", "field telephone", "field texte", "field theme",
        "field tiers_echeance", "field tiers_nom", "field tiers_reference", "field tri", "field une_personne",
        "field version", "field voie", "path acte", "path groupe", "path nom", "path rang", "path rayon",
        "path suite", "query annee", "query au", "query du", "query etat", "query fait", "query genre", "query origine",
        "query propose", "query suite", "query theme", "query tri", "query version", "query vous_etes",
        // What comes back from the provider of identities is held to the browser that was sent there (ProviderErrandTests).
        "query code", "query error", "query iss", "query jeton", "query pour", "query state", "cookie identite",
    ]
}
