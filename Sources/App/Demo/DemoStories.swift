import Complaints
import Registry

/// What happens to the school's complaints: each act is done as a person would do it, through the register.
struct DemoStories {
    let register: Register
    let clock: MovingClock
    /// Who handles the complaints.
    let manager: Officer
    /// Who judges what somebody else can then judge again.
    let director: Officer

    var author: Author { .officer(manager) }

    func tell() async throws {
        let refund = try await tell(DemoSchool.refundAnswered)
        clock.advance(days: 6)
        try await register.change(refund, by: author) { try $0.close("Réponse acceptée par le stagiaire", $1) }
        try await tellTheColdRoom()
        try await tellTheEndings()
        clock.advance(days: 4)
        try await tellTheOthers()
        try await tellTheContest()
    }

    /// A complaint that is received, handled, then answered.
    func tell(_ story: AnsweredComplaint) async throws -> CaseFile.ID {
        let id = try await receive(story.original)
        clock.advance(days: story.daysUntilHandled)
        try await handle(id, consumer: story.consumer, theme: story.theme, measure: story.measure)
        clock.advance(days: story.daysUntilAnswered)
        let draft = Answer.Draft(
            grievances: story.grievances,
            text: story.text,
            signatory: DemoSchool.provider.complaintsContact,
            consumer: story.consumer
        )
        try await register.change(id, by: author) { try $0.answer(draft, procedure: DemoSchool.procedure, $1) }
        return id
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
        let (manager, today) = (manager, clock.now.civilDate)
        try await register.change(id, by: author) {
            try $0.qualify(Qualification(nature: .complaint, theme: theme, consumer: consumer), $1)
        }
        _ = try await register.enter(id, by: author)
        try await register.change(id, by: author) { try $0.assign(to: manager.id, among: [manager], $1) }
        try await register.change(id, by: author) { try $0.record(Measure(text: measure, doneOn: today), $1) }
    }
}
