import Complaints
import Registry

/// What else may become of a complaint: mediation under way, withdrawn, abandoned, taken up again, contested.
extension DemoStories {
    /// Takes 76 days.
    func tellTheEndings() async throws {
        try await tellTheMediation()
        try await tellTheWithdrawal()
        try await tellTheAbandonment()
        try await tellTheReopening()
    }

    private func tellTheMediation() async throws {
        let id = try await tell(DemoSchool.cameraAnswered)
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
        let (rule, wait) = (DemoSchool.procedure.completeness, DemoSchool.procedure.completionWait)
        try await register.change(id, by: author) {
            try $0.requestCompletion("De quel stage s’agit-il, et que demandez-vous ?", rule: rule, $1)
        }
        clock.advance(days: 31)
        try await register.change(id, by: author) {
            try $0.abandon("Aucune réponse un mois après la demande d’informations", after: wait, $1)
        }
    }

    private func tellTheReopening() async throws {
        let id = try await tell(DemoSchool.scheduleAnswered)
        try await register.change(id, by: author) { try $0.close("Réponse acceptée au téléphone", $1) }
        clock.advance(days: 8)
        try await register.change(id, by: author) {
            try $0.reopen("Le planning a de nouveau changé cette semaine", $1)
        }
    }

    /// Takes 4 days. Somebody else judged the message, so that the manager may decide.
    func tellTheContest() async throws {
        let id = try await receive(DemoSchool.platform)
        clock.advance(days: 1)
        try await register.change(id, by: .officer(director)) {
            try $0.qualify(
                Qualification(nature: .serviceRequest, reason: "Un accès à rétablir : une demande de service"),
                $1
            )
        }
        clock.advance(days: 3)
        let contest = Contest(
            by: "Hugo Lambert",
            on: clock.now.civilDate,
            text: "Je ne demande pas un service : mon contrat prévoit l’accès jusqu’au 30, et je l’ai payé."
        )
        try await register.change(id, by: author) { try $0.contest(contest, $1) }
    }
}
