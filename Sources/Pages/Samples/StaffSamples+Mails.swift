import Complaints

extension StaffSamples {
    /// The mails that came: the list, and one of each kind that its page tells apart.
    static func mails(_ press: Press) -> [(name: String, page: any Page)] {
        let control = Officer(id: "ana", roles: [.internalControl])
        let every = MailReason.allCases.enumerated().map { index, reason in
            summary(MailSort.allCases[index % MailSort.allCases.count], reason, index)
        }
        return [
            ("courriels", list([summary(nil, nil, 0)] + every, press)), ("courriels-vide", list([], press)),
            ("courriels-filtres", list([], sort: .spam, press)),
            ("courriels-suite", list(mailLines, isFirst: false, next: "suite", press)),
            ("courriel", page(view(.toRead, .otherSubject), press)),
            ("courriel-suggere", page(view(.toRead, .otherSender, suggested: "REC-2026-0007"), press)),
            ("courriel-lecture", page(view(.toRead, .otherSubject), for: control, press)),
            ("courriel-au-dossier", page(view(.reception, .grievance, dossier: "2026-R-0024"), press)),
            ("courriel-d-un-autre-dossier", page(view(.message, .byHand, dossier: "REC-2026-0009"), press)),
            ("courriel-trie", page(view(.spam, .byHand, isMoved: true), isDone: true, press)),
            ("courriel-illisible", page(unread, press)), ("courriel-trop-gros", page(tooLarge, press)),
            ("courriel-retour", page(returned, press)),
            (
                "courriel-a-corriger",
                page(view(.toRead, .otherSubject), sending: draft(.unreadable(["dossier": .unknown])), press)
            ),
            ("courriel-depasse", page(view(.toRead, .otherSubject), sending: draft(.overtaken), press)),
        ]
    }

    /// A mail that was sorted for that reason.
    static func mail(sortedFor reason: MailReason, _ press: Press) -> MailPage { page(view(.toRead, reason), press) }

    /// What the page of the day has of them.
    static let mailLines = [summary(.toRead, .otherSubject, 0), summary(.unreadable, .troubled, 1)]

    private static func summary(
        _ sort: MailSort?,
        _ reason: MailReason?,
        _ index: Int,
        dossier: String? = nil
    ) -> MailSummary {
        MailSummary(
            id: String(repeating: "c", count: 32),
            keptAt: StaffStory.instant("2026-11-20T09:12:00Z"),
            person: index == 1 ? "" : "Zoé Caron <b>",
            subject: index == 1 ? "" : "Question & demande sur la formation <de mars>",
            sort: sort,
            reason: reason,
            dossier: sort == .reception || sort == .message ? dossier ?? "2026-R-0024" : nil
        )
    }

    private static let reading: IncomingMail = {
        var mail = IncomingMail()
        mail.sender = IncomingMail.Sender(name: "Zoé Caron <b>", address: "zoe.caron@exemple.fr")
        mail.sentAt = StaffStory.instant("2026-11-20T09:10:00Z")
        mail.subject = "Question & demande sur la formation <de mars>"
        mail.passages = [
            IncomingMail.Passage(
                "Bonjour,\n\nLa date a changé deux fois & personne ne répond <au téléphone>.\n\nZoé Caron"
            ),
            IncomingMail.Passage(
                "Le 12 novembre 2026, Ciné-Atelier a écrit\u{A0}:\nVotre inscription est confirmée.",
                isQuoted: true
            ),
        ]
        return mail
    }()

    private static func view(
        _ sort: MailSort,
        _ reason: MailReason,
        dossier: String? = nil,
        suggested: String? = nil,
        isMoved: Bool = false
    ) -> MailView {
        MailView(
            summary: summary(sort, reason, 0, dossier: dossier),
            reading: reading,
            files: [
                FileSummary(id: "f", name: "convocation <1>.pdf", type: "application/pdf", length: 48_211, digest: "00")
            ],
            length: 71_904,
            suggested: suggested,
            acts: isMoved
                ? [MailView.Act(at: StaffStory.instant("2026-11-20T14:00:00Z"), by: "Inès Moreau", sort: .spam)]
                : dossier.map { [act(laidOn: $0)] } ?? [],
            isLoose: dossier == nil,
            isMessage: sort == .message
        )
    }

    private static func act(laidOn dossier: String) -> MailView.Act {
        MailView.Act(
            at: StaffStory.instant("2026-11-20T14:00:00Z"),
            by: "Inès Moreau",
            sort: .message,
            dossier: dossier
        )
    }

    private static let unread = bare(summary(.unreadable, .unread, 1), nil, length: 1_204)
    private static let tooLarge = bare(summary(.unreadable, .tooLarge, 1), nil, length: nil)

    private static let returned: MailView = {
        var report = reading
        report.passages = []
        report.reports = [IncomingMail.Report(isFinal: true, words: "5.1.1 adresse inconnue <x>", messageID: nil)]
        return bare(summary(.bounce, .report, 0), report, length: 3_020, suggested: "REC-2026-0007")
    }()

    private static func bare(
        _ summary: MailSummary,
        _ reading: IncomingMail?,
        length: Int?,
        suggested: String? = nil
    ) -> MailView {
        MailView(
            summary: summary,
            reading: reading,
            files: [],
            length: length,
            suggested: suggested,
            acts: [],
            isLoose: true
        )
    }

    private static func draft(_ trouble: ActDraft.Trouble) -> MailDraft {
        MailDraft(values: ["tri": [MailSort.message.rawValue], "dossier": ["REC-2026-<9>"]], trouble: trouble)
    }

    private static func list(
        _ lines: [MailSummary],
        sort: MailSort? = nil,
        isFirst: Bool = true,
        next: String? = nil,
        _ press: Press
    ) -> MailsPage {
        MailsPage(
            lines: lines,
            sort: sort,
            isFirst: isFirst,
            next: next,
            signedIn: desk(StaffStory.desk),
            press: press
        )
    }

    private static func page(
        _ view: MailView,
        sending draft: MailDraft? = nil,
        for officer: Officer = StaffStory.desk,
        isDone: Bool = false,
        _ press: Press
    ) -> MailPage {
        MailPage(view, signedIn: desk(officer), draft: draft, isDone: isDone, press: press)
    }
}
