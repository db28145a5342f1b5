import Complaints

/// A training provider of the demonstration, its people, and what a year brings it. Nobody in it exists.
struct DemoProvider: Sendable {
    /// The host name that chooses it among the others, on this machine only.
    let host: String
    let procedure: Procedure
    /// Who signs in; the first handles the complaints.
    let people: [DemoPerson]
    let stories: [DemoStory]
    let spoken: [DemoTalk]

    /// Who handles the complaints.
    var manager: DemoPerson { people[0] }
}

/// A complaint's life: how it came, and what is done about it.
struct DemoStory: Sendable {
    /// How many days before today it came.
    let ago: Int
    let original: Original
    /// How it reached the provider, where it did not come by the form.
    let arrival: Arrival
    let steps: [DemoStep]

    /// How a complaint reached the provider.
    enum Arrival: Sendable {
        /// By the form.
        case form
        /// By the form, about whoever handles complaints.
        case inConfidence
        /// By post, so many days after the postmark.
        case post(days: Int)
        /// Passed on by a third party, which waits for an answer for so many days.
        case through(Channel, name: String, reference: String, days: Int)
    }

    init(_ ago: Int, _ original: Original, by arrival: Arrival = .form, _ steps: [DemoStep]...) {
        self.ago = ago
        self.original = original
        self.arrival = arrival
        self.steps = steps.flatMap(\.self)
    }
}

/// Something that was only said: when, by whom, and what came of it.
struct DemoTalk: Sendable {
    /// How many days before today.
    let ago: Int
    let person: String
    let said: String
    let channel: Channel
    /// How they were invited to write.
    let invitation: Invitation.Way
    /// After how many days somebody notes that they never wrote, and why they think so; nil where it still waits.
    var ending: (days: Int, reason: String)?
}

extension Original {
    /// What somebody of the demonstration wrote.
    init(
        _ firstName: String,
        _ lastName: String,
        _ stakeholder: String?,
        _ email: String?,
        address: String = "",
        about action: String = "",
        _ subject: String,
        _ text: String,
        wants expectation: String = "",
        paidBy payer: Payer? = nil
    ) {
        self.init(
            lastName: lastName,
            firstName: firstName,
            stakeholder: stakeholder.map { Stakeholder(rawValue: $0) },
            email: email,
            postalAddress: address,
            subject: subject,
            text: text,
            trainingAction: action,
            expectation: expectation,
            payer: payer
        )
    }
}
