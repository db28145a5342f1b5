import Complaints
import Registry

/// A year of several providers under one clock: whatever is done is done on its day, in the order of the days.
struct DemoYear {
    /// One thing that happens.
    private struct Deed {
        let day: CivilDate
        /// Whose life it belongs to.
        let life: Int
        /// Where it happens.
        let register: Register
        /// - Parameter subject: what came of what was done before in this life.
        let act: (_ subject: Subject?) async throws -> Subject
    }

    /// What a life is about.
    private enum Subject {
        case complaint(CaseFile.ID)
        case talk(Discontent.ID)
    }

    let clock: DemoClock
    let today: CivilDate
    private var deeds: [Deed] = []
    private var lives = 0

    init(clock: DemoClock, today: CivilDate) {
        self.clock = clock
        self.today = today
    }

    /// Adds what happens at a provider.
    ///
    /// - Parameter hand: the hand of whoever handles the complaints there.
    mutating func add(_ hand: DemoHand) throws {
        for story in hand.provider.stories { try add(story, hand) }
        for talk in hand.provider.spoken { add(talk, hand) }
    }

    private mutating func add(_ story: DemoStory, _ hand: DemoHand) throws {
        lives += 1
        var day = today.adding(days: -story.ago)
        deeds.append(
            Deed(day: day, life: lives, register: hand.register) { _ in .complaint(try await hand.receive(story)) }
        )
        for step in story.steps {
            day = day.adding(days: step.days)
            let hand = try step.person.map { try hand.of($0) } ?? hand
            deeds.append(
                Deed(day: day, life: lives, register: hand.register) { subject in
                    guard case .complaint(let id) = subject else { throw Register.Failure.unknown }
                    try await step.act(hand, id)
                    return .complaint(id)
                }
            )
        }
    }

    private mutating func add(_ talk: DemoTalk, _ hand: DemoHand) {
        lives += 1
        let day = today.adding(days: -talk.ago)
        deeds.append(Deed(day: day, life: lives, register: hand.register) { _ in .talk(try await hand.hear(talk)) })
        guard let ending = talk.ending else { return }
        deeds.append(
            Deed(day: day.adding(days: ending.days), life: lives, register: hand.register) { subject in
                guard case .talk(let id) = subject else { throw Register.Failure.unknown }
                try await hand.giveUp(id, ending.reason)
                return .talk(id)
            }
        )
    }

    /// Lets the year pass.
    ///
    /// - Parameter after: what follows each deed, where it happened: the post goes.
    func pass(_ after: (Register) async throws -> Void) async throws {
        // What is done on one day keeps the order in which it was told.
        let ordered = deeds.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        var subjects: [Int: Subject] = [:]
        for (_, deed) in ordered {
            clock.move(to: deed.day)
            subjects[deed.life] = try await deed.act(subjects[deed.life])
            try await after(deed.register)
        }
    }
}
