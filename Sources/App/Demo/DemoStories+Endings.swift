import Complaints
import Registry

/// What else may become of a complaint: mediation under way, withdrawn, abandoned, taken up again.
extension DemoStories {
    /// Takes 76 days.
    func tellTheEndings() async throws {
        try await tellTheMediation()
        try await tellTheWithdrawal()
        try await tellTheAbandonment()
        try await tellTheReopening()
    }

    private func tellTheMediation() async throws {
        let id = try await receive(DemoSchool.camera)
        clock.advance(days: 1)
        try await handle(id, consumer: .consumer, theme: .means, measure: "Fiche de maintenance retrouvée")
        clock.advance(days: 9)
        let draft = Answer.Draft(
            grievances: [
                Grievance(
                    claim: "Rembourser deux jours",
                    outcome: .rejected,
                    ground: "Une caméra de remplacement a été prêtée le jour même ; le programme a été tenu en entier."
                )
            ],
            text: "Nous comprenons votre agacement. Le stage a pourtant eu lieu en entier, avec une autre caméra.",
            signatory: DemoSchool.provider.complaintsContact,
            consumer: .consumer
        )
        try await register.change(id, by: author) { try $0.answer(draft, procedure: DemoSchool.procedure, $1) }
        clock.advance(days: 20)
        let today = clock.now.civilDate
        let referral = Referral(
            byComplainant: true,
            mediator: DemoSchool.procedure.consumerMediator?.name ?? "",
            on: today,
            subject: "Remboursement de deux jours de stage",
            replyDue: today.adding(days: 21)
        )
        try await register.change(id, by: author) { try $0.refer(referral, procedure: DemoSchool.procedure, $1) }
    }

    private func tellTheWithdrawal() async throws {
        let id = try await receive(DemoSchool.certificate)
        clock.advance(days: 2)
        try await register.change(id, by: author) {
            try $0.withdraw("Le certificat était dans les courriers indésirables", $1)
        }
    }

    private func tellTheAbandonment() async throws {
        let id = try await receive(DemoSchool.silent)
        let rule = DemoSchool.procedure.completeness
        try await register.change(id, by: author) {
            try $0.requestCompletion("De quel stage s’agit-il, et que demandez-vous ?", rule: rule, $1)
        }
        clock.advance(days: 31)
        try await register.change(id, by: author) {
            try $0.abandon("Aucune réponse un mois après la demande d’informations", $1)
        }
    }

    private func tellTheReopening() async throws {
        let id = try await receive(DemoSchool.schedule)
        clock.advance(days: 1)
        try await handle(id, consumer: .undetermined, theme: .planning, measure: "Planning figé pour le trimestre")
        clock.advance(days: 4)
        let draft = Answer.Draft(
            grievances: [
                Grievance(
                    claim: "Un planning stable",
                    outcome: .upheld,
                    ground: "",
                    remedy: "Planning figé jusqu’à la fin du trimestre"
                )
            ],
            text: "Vous avez raison : le planning ne changera plus d’ici la fin du trimestre.",
            signatory: DemoSchool.provider.complaintsContact,
            consumer: .undetermined
        )
        try await register.change(id, by: author) { try $0.answer(draft, procedure: DemoSchool.procedure, $1) }
        try await register.change(id, by: author) { try $0.close("Réponse acceptée au téléphone", $1) }
        clock.advance(days: 8)
        try await register.change(id, by: author) {
            try $0.reopen("Le planning a de nouveau changé cette semaine", $1)
        }
    }
}
