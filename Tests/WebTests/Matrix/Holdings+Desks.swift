import Complaints
import Hummingbird
import Pages
import TestSupport
import Testing

@testable import Registry
@testable import Web

// What somebody holds at the desks: tokens, what was said, programs that are told, templates.

extension TestSite {
    /// A token of somebody's, good for a day.
    func token(
        of account: Account,
        _ scope: TokenScope = .readAndAct,
        in register: Register? = nil
    ) async throws -> AccessToken {
        let accounts = site.accounts(register?.organisation ?? books.organisation)
        let order = TokenOrder(name: "Programme", scope: scope, endsOn: books.clock.now.civilDate.adding(days: 1))
        return try await accounts.makeToken(order, for: account.id)
    }

    /// Notes what somebody said, who was invited to write it.
    func hear(
        _ canary: String,
        _ register: Register,
        inConfidence: Bool = false
    ) async throws -> Discontent.ID {
        let day = books.clock.now.civilDate
        let hearing = Hearing(
            person: "Àrçy \(canary)",
            said: "Remboursement, dit \(canary)",
            on: day,
            heardBy: "Inès Moreau",
            invitation: Invitation(.told, on: day)
        )
        let form = Submission(id: site.newForm().identifier)
        return try await register.hear(
            hearing,
            inConfidence: inConfidence,
            as: form,
            by: .officer(Story.manager)
        )
    }

    /// A program that is told, or, where there are some already, the first of them; and a trial that was given up.
    static func subscriber(
        _ canary: String,
        _ register: Register
    ) async throws -> (id: String, announcement: String) {
        let present = try await register.subscribers()
        if present.count >= 5, let first = present.first {
            return (first.id, try await register.announcements(to: first.id).last?.id ?? "")
        }
        let address = try #require(SubscriberAddress("https://gestion.example/\(canary)"))
        let subscription = Subscription(name: "Gestion \(canary)", address: address, events: [.reopened])
        let id = try await register.subscribe(subscription, by: "ana").id
        try await register.sendTrial(to: id)
        for state in [SubscriberState.stopped, .active] { try await register.turn(id, state, by: "ana") }
        return (id, try #require(try await register.announcements(to: id).first).id)
    }

    /// A template of letters.
    func template(of officer: Account, in register: Register) async throws -> String {
        let draft = LetterTemplate.Draft(name: "Réponse au médiateur", act: .replyToMediator, text: "Sur {objet}")
        return try await register.makeTemplate(draft, by: officer.id).id
    }
}
