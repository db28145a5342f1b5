import Complaints

/// The complaints that the school answers, and how.
extension DemoSchool {
    static let refundAnswered = AnsweredComplaint(
        original: refund,
        daysUntilHandled: 2,
        theme: .billing,
        consumer: .consumer,
        measure: "Appel à la comptabilité",
        daysUntilAnswered: 9,
        grievances: [
            Grievance(
                claim: "Rembourser la session annulée",
                outcome: .upheld,
                ground: "",
                remedy: "Virement de 1 200 € sous huit jours"
            ),
            Grievance(
                claim: "Rembourser le billet de train",
                outcome: .rejected,
                ground: "Les conditions de vente excluent les frais de trajet ; le billet était échangeable."
            ),
        ],
        text:
            "Vous avez raison sur l’essentiel : une session annulée par nous se rembourse. Nous vous présentons nos excuses."
    )

    static let cameraAnswered = AnsweredComplaint(
        original: camera,
        theme: .means,
        consumer: .consumer,
        measure: "Fiche de maintenance retrouvée",
        daysUntilAnswered: 9,
        grievances: [
            Grievance(
                claim: "Rembourser deux jours",
                outcome: .rejected,
                ground: "Une caméra de remplacement a été prêtée le jour même ; le programme a été tenu en entier."
            )
        ],
        text: "Nous comprenons votre agacement. Le stage a pourtant eu lieu en entier, avec une autre caméra."
    )

    static let scheduleAnswered = AnsweredComplaint(
        original: schedule,
        theme: .planning,
        consumer: .undetermined,
        measure: "Planning figé pour le trimestre",
        daysUntilAnswered: 4,
        grievances: [
            Grievance(
                claim: "Un planning stable",
                outcome: .upheld,
                ground: "",
                remedy: "Planning figé jusqu’à la fin du trimestre"
            )
        ],
        text: "Vous avez raison : le planning ne changera plus d’ici la fin du trimestre."
    )
}
