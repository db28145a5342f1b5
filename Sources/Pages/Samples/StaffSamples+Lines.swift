import Complaints

/// Lines of ledgers, one for each way a due date can be read.
extension StaffSamples {
    static let ledger: [CaseSummary] = [
        line(9, .investigating, "Fatou O’Brien <script>", "Facture \"en double\"", due: "2026-11-20"),
        line(8, .registered, "Léa Martin", "Report du stage « Son » sans prévenir", due: "2026-11-23", handler: nil),
        line(7, .investigating, "Noé D’Àrçy-🎭 <b>", "Caméra en panne & stage « image »", due: "2026-11-24"),
        line(
            6,
            .inMediation,
            "SARL Lumière & Fils",
            "Convention non signée",
            due: "2026-11-28",
            theme: nil,
            mediation: [(.reply, "2026-12-12")]
        ),
        line(5, .investigating, "Anaïs Le Goff", "Salle inaccessible en fauteuil", due: "2027-01-15"),
        line(4, .answered, "Hugo Petit", "Évaluation contestée", due: "2026-11-15", answered: "2026-11-12T09:00:00Z"),
        line(3, .closed, "Région Ouest", "Feuilles d’émargement", due: "2026-10-02", answered: "2026-10-05T09:00:00Z"),
        line(2, .withdrawn, "Mehdi Benali", "Lien de connexion", due: "2026-09-18"),
    ]

    /// Open to others only, and open to its reader among few.
    static let hidden: CaseSummary = {
        var one = line(16, .investigating, "", "", due: "2026-12-04", theme: nil, handler: nil)
        one.isHidden = true
        return one
    }()
    static let grave: CaseSummary = {
        var one = line(17, .registered, "Lou <Caron>", "Propos sur le plateau", due: "2026-12-08", handler: nil)
        one.severities = [.harassment, .discrimination]
        return one
    }()
    static let confided: CaseSummary = {
        var one = line(nil, .received, "Zoé Caron", "La direction", due: "2027-01-23", theme: nil, handler: nil)
        one.isRestricted = true
        return one
    }()

    /// Not yet judged.
    static let fresh = line(nil, .received, "Zoé Caron", "", due: "2027-01-23", theme: nil, handler: nil)
    /// Waiting for the person.
    static let waiting = line(nil, .incomplete, "J. P.", "Remboursement", due: "2027-01-12", handler: nil)

    /// Contested, and before a mediator: past, due today and ahead, ours and the mediator's.
    static let contest = line(10, .contested, "Zoé Caron", "Planning \"flou\"", due: "2027-01-12")
    static let mediations: [CaseSummary] = [
        mediation(11, [(.reply, "2026-11-20"), (.outcome, "2026-11-19")]),
        mediation(12, [(.reply, "2026-11-23"), (.outcome, "2026-11-23")]),
        mediation(13, [(.reply, "2026-11-27"), (.outcome, "2026-12-02")]),
        mediation(14, [(.notice, "2026-11-22")]), mediation(15, [(.notice, "2026-11-23")]),
        mediation(16, [(.notice, "2026-11-26")]),
    ]

    private static func mediation(_ number: Int, _ dues: [(MediationDue.Step, String)]) -> CaseSummary {
        line(number, .inMediation, "Inès <Petit>", "Remboursement", due: "2026-11-28", mediation: dues)
    }

    private static func line(
        _ number: Int?,
        _ stage: Stage,
        _ person: String,
        _ subject: String,
        due: String,
        answered: String? = nil,
        theme: Theme? = .means,
        handler: String? = "Inès Moreau",
        mediation: [(MediationDue.Step, String)] = []
    ) -> CaseSummary {
        let ordinal = number ?? 31
        let dueDay = StaffStory.day(due)
        return CaseSummary(
            id: StaffStory.file,
            reference: ReceptionReference(year: 2026, ordinal: ordinal + 12).description,
            number: number.map { RegisterNumber(year: 2026, ordinal: $0).description },
            stage: stage,
            person: person,
            subject: subject,
            stakeholder: number == nil ? nil : .trainee,
            channel: ordinal.isMultiple(of: 3) ? .letter : .form,
            theme: theme,
            receivedAt: StaffStory.instant("2026-\(ordinal.isMultiple(of: 2) ? "09" : "10")-14T08:12:40Z"),
            answerTarget: dueDay,
            answerDue: dueDay,
            answeredAt: answered.map(StaffStory.instant),
            handlerName: handler,
            mediation: mediation.map { MediationDue(step: $0, due: StaffStory.day($1)) }.sorted(),
            enteredByName: ordinal.isMultiple(of: 3) ? "Luc <Haddad>" : nil
        )
    }
}

extension CaseSummary {
    /// The same where there is one person, who has nobody to choose for it.
    var ofOnePerson: CaseSummary {
        var summary = self
        summary.hasHandlersToChoose = false
        return summary
    }

    /// The same, answered before any action was recorded.
    var lackingMeasures: CaseSummary {
        var summary = self
        summary.lacksMeasures = true
        return summary
    }
}
