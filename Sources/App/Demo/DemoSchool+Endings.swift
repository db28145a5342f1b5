import Complaints

/// The complaints of the demonstration that end otherwise than by an answer accepted.
extension DemoSchool {
    static let camera = Original(
        lastName: "Moreau",
        firstName: "Inès",
        stakeholder: .trainee,
        email: "ines.moreau@example.org",
        subject: "Caméra en panne pendant deux jours",
        text:
            "La caméra du stage « Image » est restée en panne deux jours sur cinq. Je demande 480 € de remboursement.",
        trainingAction: "Image, stage d’été"
    )

    static let certificate = Original(
        lastName: "Nguyen",
        firstName: "Minh",
        stakeholder: .trainee,
        email: "minh.nguyen@example.org",
        subject: "Certificat de réalisation introuvable",
        text: "Mon certificat de réalisation ne m’est jamais parvenu, et mon financeur le réclame."
    )

    static let silent = Original(
        lastName: "Garcia",
        firstName: "",
        stakeholder: .trainee,
        email: "garcia@example.org",
        subject: "Rien ne va",
        text: "L’organisation est à revoir."
    )

    static let schedule = Original(
        lastName: "Haddad",
        firstName: "Lina",
        stakeholder: .apprentice,
        email: "lina.haddad@example.org",
        subject: "Planning changé trois fois",
        text: "Le planning de mon groupe a changé trois fois en un mois, la veille pour le lendemain."
    )

    static let platform = Original(
        lastName: "Lambert",
        firstName: "Hugo",
        stakeholder: .trainee,
        email: "hugo.lambert@example.org",
        subject: "Accès à la plateforme coupé",
        text: "Mon accès aux cours en ligne a été coupé deux semaines avant la date prévue. Merci de le rétablir.",
        trainingAction: "Scénario, à distance"
    )
}
