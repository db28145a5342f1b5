import Complaints

/// What came six to nine months ago.
extension FilmSchool {
    static let winter = [subtitles, summons, harassed, hours, attendance, prospect, grade]

    private static let subtitles = DemoStory(
        271,
        Original(
            "Salomé",
            "Weber",
            "stagiaire",
            "salome.weber@example.org",
            about: "Écriture documentaire, à distance",
            "Vidéos sans sous-titres",
            "Je suis malentendante et je l’avais dit à l’inscription. Aucune des six vidéos du cours n’est sous-titrée.",
            wants: "Des sous-titres avant la fin du cours"
        ),
        .qualified(.accessibility, .consumer),
        .registered(),
        .did("Référent handicap saisi ; sous-titrage commandé pour les six vidéos."),
        .answered(
            after: 7,
            "Vous l’aviez demandé et nous ne l’avons pas fait : c’est notre faute. Les sous-titres arrivent cette semaine.",
            .upheld("Sous-titrer les vidéos", "Six vidéos sous-titrées en ligne vendredi ; accès prolongé d’un mois")
        ),
        .closed(after: 9, "Sous-titres vérifiés avec la personne"),
        .marked(after: 1, .five, "Merci. C’est allé vite une fois que j’ai écrit.")
    )

    private static let summons = DemoStory(
        255,
        Original(
            "Bruno",
            "Castel",
            "stagiaire",
            "bruno.castel@example.org",
            about: "Prise de son",
            "Convocation reçue après le début du stage",
            "J’ai reçu ma convocation le mardi, le stage commençait le lundi. J’ai perdu une journée."
        ),
        .qualified(after: 2, .information, .undetermined),
        .registered(),
        .did("Envoi des convocations avancé à quinze jours, avec relance."),
        .answered(
            after: 12,
            "La convocation est bien partie trop tard. Vous pourrez suivre la journée manquée à la session suivante.",
            .upheld("Rattraper la journée", "Journée ouverte à la session du mois suivant")
        ),
        .closed(after: 20, "Journée rattrapée")
    )

    private static let harassed = DemoStory(
        241,
        Original(
            "Clara",
            "Simon",
            "apprenti",
            "clara.simon@example.org",
            about: "BTS audiovisuel, deuxième année",
            "Messages déplacés d’un autre apprenti",
            "Depuis la rentrée, un apprenti de ma classe m’envoie des messages insistants, jour et nuit. J’ai peur d’aller en cours."
        ),
        by: .inConfidence,
        .qualified(after: 0, .conduct, severities: [.harassment]).by(director),
        .restricted(to: director, manager, on: .violence).by(director),
        .registered(for: director).by(director),
        .did("Personne reçue le jour même ; groupes séparés ; enquête interne ouverte, CFA et parents informés.")
            .by(director),
        .answered(
            after: 11,
            "Merci de nous avoir parlé. L’enquête vous donne raison, et nous avons agi pour que cela cesse.",
            .upheld(
                "Ne plus être exposée",
                "Groupes séparés, sanction prononcée, référente à votre écoute chaque semaine"
            )
        )
        .by(director),
        .closed(after: 30, "Situation apaisée, confirmé par la personne").by(director)
    )

    private static let hours = DemoStory(
        226,
        Original(
            "Hélène",
            "Faure",
            "representant-legal",
            "helene.faure@example.org",
            about: "CAP opérateur projectionniste",
            "Heures de cours non assurées",
            "Mon fils, apprenti de seize ans, n’a pas eu cours trois vendredis de suite. On le laisse seul au foyer."
        ),
        .qualified(.apprenticeshipContract, .undetermined),
        .registered(),
        .did("Remplaçant recruté ; surveillance du foyer rétablie."),
        .answered(
            after: 15,
            "Trois cours ont bien manqué. Deux sont déjà rattrapés, le troisième le sera avant les vacances.",
            .upheld("Rattraper les cours", "Trois séances de rattrapage, dont deux déjà faites"),
            .partly(
                "Ne plus laisser un mineur sans surveillance",
                "Le foyer était ouvert et un surveillant présent deux vendredis sur trois.",
                "Un surveillant chaque vendredi, remplacé s’il manque"
            )
        ),
        .closed(after: 14, "Rattrapages faits"),
        .marked(after: 4, .four)
    )

    private static let attendance = DemoStory(
        210,
        Original(
            "Service",
            "Contrôle de service fait",
            "financeur",
            "controle@opco-culture.example",
            about: "Dossier OC-48-1102",
            "Feuilles d’émargement incomplètes",
            "Deux demi-journées ne sont pas signées. Sans elles, la prise en charge est suspendue."
        ),
        .qualified(.billing, .professional),
        .registered(),
        .did("Attestations signées obtenues de la formatrice et de la stagiaire."),
        .answered(
            after: 6,
            "Vous trouverez les attestations dans votre espace. La feuille électronique remplace désormais le papier.",
            .upheld(
                "Fournir les signatures manquantes",
                "Attestations déposées ; émargement électronique depuis ce mois"
            )
        ),
        .closed(after: 9, "Prise en charge rétablie")
    )

    private static let prospect = DemoStory(
        195,
        Original(
            "Alice",
            "Durand",
            "prospect",
            "alice.durand@example.org",
            "Dates de la prochaine session",
            "Pourriez-vous me donner les dates de la prochaine session de scénario ?"
        ),
        .judged(.informationRequest, "Une simple question sur le calendrier, à laquelle l’accueil a répondu")
    )

    private static let grade = DemoStory(
        181,
        Original(
            "Mathis",
            "Renard",
            "stagiaire",
            "mathis.renard@example.org",
            about: "Certification « Monteur truquiste »",
            "Note éliminatoire que je conteste",
            "Le jury m’a noté 6 sur 20 sans rien expliquer. Je demande à voir la grille et à être réévalué."
        ),
        .qualified(after: 4, .assessment, .consumer),
        .registered(),
        .did(after: 9, "Grille d’évaluation demandée au président du jury."),
        .noted(after: 30, "Le président du jury est en tournage ; relancé deux fois."),
        .answered(
            after: 34,
            "Nous vous répondons trop tard et vous prions de nous en excuser. Le jury vous envoie sa grille, commentée.",
            .upheld("Voir la grille", "Grille communiquée par le jury, commentée ligne par ligne"),
            .rejected("Être réévalué", "Le jury est souverain ; une nouvelle session est ouverte en juin, sans frais.")
        ),
        .closed(after: 15, "Inscrit à la session de juin"),
        .marked(after: 6, .two, "Deux mois et demi pour une grille.")
    )
}
