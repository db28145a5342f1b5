import Complaints
import Registry

/// What happens to the school's complaints: each act is done as a person would do it, through the register.
struct DemoStories {
    let register: Register
    let clock: MovingClock
    let author: Author
    let handler: String

    func tell() async throws {
        let refund = try await receive(DemoSchool.refund)
        clock.advance(days: 2)
        try await handle(refund, consumer: .consumer, theme: .billing, measure: "Appel à la comptabilité")
        clock.advance(days: 9)
        try await answerRefund(refund)
        clock.advance(days: 6)
        try await register.change(refund, by: author) { try $0.close("Réponse acceptée par le stagiaire", $1) }
        try await tellTheColdRoom()
        try await tellTheEndings()
        clock.advance(days: 4)
        try await tellTheOthers()
    }

    private func answerRefund(_ id: CaseFile.ID) async throws {
        let draft = Answer.Draft(
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
                "Vous avez raison sur l’essentiel : une session annulée par nous se rembourse. Nous vous présentons nos excuses.",
            signatory: "Camille Roux, responsable des réclamations",
            consumer: .consumer
        )
        try await register.change(id, by: author) { try $0.answer(draft, procedure: DemoSchool.procedure, $1) }
    }

    /// The cold room gets no answer, and is late by the end.
    private func tellTheColdRoom() async throws {
        let cold = try await receive(DemoSchool.cold)
        clock.advance(days: 1)
        try await handle(
            cold,
            consumer: .undetermined,
            theme: .means,
            measure: "Chauffagiste appelé, radiateur d’appoint posé"
        )
        let absent = try await receive(DemoSchool.absent)
        clock.advance(days: 3)
        try await handle(absent, consumer: .professional, theme: .trainer, measure: "Feuilles d’émargement vérifiées")
        let until = clock.now.civilDate.adding(months: 3)
        try await register.change(absent, by: author) {
            try $0.extend(
                Extension(reason: "Nous attendons les feuilles d’émargement signées", until: until),
                zone: DemoSchool.procedure.zone,
                $1
            )
        }
    }

    private func tellTheOthers() async throws {
        let question = try await receive(DemoSchool.question)
        try await register.change(question, by: author) {
            try $0.qualify(
                Qualification(nature: .informationRequest, reason: "Une simple question sur le calendrier"),
                $1
            )
        }
        let vague = try await receive(DemoSchool.vague)
        let rule = DemoSchool.procedure.completeness
        try await register.change(vague, by: author) {
            try $0.requestCompletion("De quelle session s’agit-il, et que s’est-il passé ?", rule: rule, $1)
        }
        clock.advance(days: 10)
        let today = clock.now.civilDate
        let letter = Register.Intake(
            channel: .letter,
            sentOn: today.adding(days: -4),
            transcription: Transcription(arrivedOn: today.adding(days: -1), proof: "Cachet de la poste de Quimper"),
            original: DemoSchool.letter,
            author: author
        )
        _ = try await register.receive(letter)
        clock.advance(days: 1)
        var again = DemoSchool.refund
        again.subject = "Facture reçue deux fois"
        again.text = "J’ai reçu deux factures pour la même session. Laquelle est la bonne ?"
        _ = try await receive(again)
    }

    func receive(_ original: Original) async throws -> CaseFile.ID {
        try await register.receive(Register.Intake(channel: .form, original: original)).caseFile
    }

    func handle(
        _ id: CaseFile.ID,
        consumer: ConsumerStatus,
        theme: Theme,
        measure: String
    ) async throws {
        let (handler, today) = (handler, clock.now.civilDate)
        let staff = [Officer(id: handler, roles: [.complaintsManager, .management])]
        try await register.change(id, by: author) {
            try $0.qualify(Qualification(nature: .complaint, theme: theme, consumer: consumer), $1)
        }
        _ = try await register.enter(id, by: author)
        try await register.change(id, by: author) { try $0.assign(to: handler, among: staff, $1) }
        try await register.change(id, by: author) { try $0.record(Measure(text: measure, doneOn: today), $1) }
    }
}
