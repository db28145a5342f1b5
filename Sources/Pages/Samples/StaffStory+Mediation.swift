import Complaints

/// What the rules make of the story before the mediator, and of a contest.
extension StaffStory {
    /// The mediator is seized: the rules count the three weeks.
    static let referred = decided("2026-11-21T10:00:00Z", after: told) {
        try $0.refer(referral, procedure: procedure, $1)
    }

    /// The mediator takes the case: the rules count the ninety days.
    static let taken = decided("2026-11-21T15:00:00Z", after: told + [referred]) {
        try $0.recordNotice(notice, procedure: procedure, $1)
    }

    static let reply = MediationReply(
        sentOn: day("2026-11-22"),
        text: "Le stage a été prolongé, \"sans frais\" <voir pièce>.",
        files: [document("observations.pdf", "application/pdf", 77_000)]
    )

    static let prolongation = MediationProlongation(
        until: day("2027-04-30"),
        reason: "Deux experts doivent être entendus.",
        files: [document("report.pdf", "application/pdf", 31_000)]
    )

    static let contest = Contest(
        by: "Noé D’Àrçy-🎭 <b>",
        on: day("2026-09-16"),
        text: "Je ne demande pas des dates : je demande <b>mon</b> remboursement.",
        files: [document("facture.pdf", "application/pdf", 44_000)]
    )

    /// A contest decided by whoever had requalified, for want of anybody else.
    static let alone: CaseFile = {
        let contested = StaffStory.file(.contested)
        let decision = ContestDecision(result: .maintained, reason: "Le message ne demande que des dates.")
        let signature = Signature(by: .officer(manager), at: instant("2026-09-18T14:00:00Z"))
        guard
            let event = try? contested.decideContest(
                decision,
                among: [manager.id],
                procedure: procedure,
                signature
            )
        else { preconditionFailure("The rules let one person decide alone.") }
        return StaffStory.file(contested, then: [event])
    }()

    /// A registered complaint that was judged to be none, contested, and is one again.
    static let registeredAgain = file(
        .registered,
        then: [
            .qualified(Qualification(nature: .opinionRequest, reason: "La personne demande un avis.")),
            .contested(contest),
            .contestDecided(ContestDecision(result: .reinstated, reason: "Le remboursement est bien demandé.")),
        ]
    )

    /// A contest decided by the director: the rules choose the mediator whom the letter names.
    static func decided(_ result: ContestDecision.Result, _ at: String) -> Entry {
        let reason = result == .maintained ? "Rien n’est réclamé." : "Le remboursement est demandé \"noir sur blanc\"."
        let author = Author.officer(director)
        guard
            let event = try? file(.contested).decideContest(
                ContestDecision(result: result, reason: reason),
                among: [manager.id, director.id],
                procedure: procedure,
                Signature(by: author, at: instant(at))
            )
        else { preconditionFailure("The rules let somebody else decide.") }
        return entry(event, at, by: author)
    }

    private static let referral = Referral(
        byComplainant: true,
        mediator: "Médiation Ouest",
        on: day("2026-11-21"),
        subject: "Temps perdu les 7 et 8 septembre",
        replyDue: day("2026-12-12")
    )

    private static let notice = MediatorNotice(
        kind: .accepted,
        on: day("2026-11-21"),
        text: "Le dossier est complet.",
        replyDue: day("2026-12-14"),
        files: [document("saisine.pdf", "application/pdf", 61_000)]
    )

    private static func decided(
        _ at: String,
        after entries: [Entry],
        _ decide: (CaseFile, Signature) throws -> Event
    ) -> Entry {
        let signature = Signature(by: .officer(manager), at: instant(at))
        guard let file = CaseFile(id: file, entries: entries), let event = try? decide(file, signature) else {
            preconditionFailure("The rules accept the story.")
        }
        return entry(event, at)
    }
}
