import Complaints
import Registry

/// Somebody of the demonstration at work: every act is done as a person would do it, through the register.
struct DemoHand: Sendable {
    let register: Register
    let provider: DemoProvider
    /// All who sign in there, by their address.
    let officers: [String: Officer]
    /// Whose hand it is.
    let officer: Officer
    let clock: DemoClock

    var today: CivilDate { clock.now.civilDate }
    var staff: [Officer] { officers.values.sorted { $0.id < $1.id } }
    var author: Author { .officer(officer) }

    /// Somebody else's hand, at the same provider. - Throws: `Register.Failure.unknown` for a stranger.
    func of(_ person: DemoPerson) throws -> DemoHand {
        let officer = try officer(person)
        return DemoHand(register: register, provider: provider, officers: officers, officer: officer, clock: clock)
    }

    /// As the rules know somebody. - Throws: `Register.Failure.unknown` for a stranger.
    func officer(_ person: DemoPerson) throws -> Officer {
        guard let officer = officers[person.email] else { throw Register.Failure.unknown }
        return officer
    }

    /// Does something to a case.
    func change(
        _ id: CaseFile.ID,
        _ decide: @escaping @Sendable (CaseFile, Signature) throws -> Event
    ) async throws {
        try await register.change(id, by: author, decide)
    }
}

extension DemoHand {
    /// A complaint reaches the provider.
    func receive(_ story: DemoStory) async throws -> CaseFile.ID {
        var intake = Register.Intake(channel: .form, original: story.original)
        switch story.arrival {
        case .form: break
        case .inConfidence: intake.isConfidential = true
        case .post(let days):
            intake = Register.Intake(
                channel: .letter,
                sentOn: today.adding(days: -days),
                transcription: Transcription(arrivedOn: today, proof: "Cachet de la poste"),
                original: story.original,
                author: author
            )
        case .through(let channel, let name, let reference, let days):
            let third = ThirdParty(name: name, reference: reference, due: today.adding(days: days))
            intake = Register.Intake(
                channel: channel,
                transcription: Transcription(arrivedOn: today, thirdParty: third),
                original: story.original,
                author: author
            )
        }
        return try await register.receive(intake).caseFile
    }

    /// Somebody says something, and is invited to write at once.
    func hear(_ talk: DemoTalk) async throws -> Discontent.ID {
        let hearing = Hearing(
            person: talk.person,
            said: talk.said,
            on: today,
            heardBy: provider.manager.name,
            channel: talk.channel,
            invitation: Invitation(talk.invitation, on: today)
        )
        return try await register.hear(hearing, as: Submission(id: clock.world.bytes(16)), by: author)
    }

    /// Nobody wrote.
    func giveUp(_ id: Discontent.ID, _ reason: String) async throws {
        let ending = DiscontentEnding(never: reason)
        _ = try await register.change(discontent: id, by: author) { try $0.end(ending, $1) }
    }
}
