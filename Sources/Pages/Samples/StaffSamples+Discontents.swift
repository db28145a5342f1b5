import Complaints

extension StaffSamples {
    /// What was said: the list, and a record at each of its ends, with what can be wrong in its forms.
    static func discontents(_ press: Press) -> [(name: String, page: any Page)] {
        let control = Officer(id: "ana", roles: [.internalControl])
        let ended = DiscontentEvent.ended(DiscontentEnding(.linked, as: StaffStory.file))
        return [
            ("oral", list(lines, nil, press)), ("oral-vide", list([], nil, press)),
            ("oral-lecture", list(lines, nil, for: control, press)),
            ("oral-a-corriger", list([], draft("parole", .unreadable(["le": .date])), press)),
            ("oral-confie", list(lines, nil, isDone: true, press)),
            ("oral-confie-a-une-fonction", list([], nil, under: president, isDone: true, press)),
            ("oral-grave", list(alarming, nil, for: StaffStory.manager, press)),
            ("oral-autre", list([], draft("parole", .overtaken, isOther: true), press)),
            ("parole", record(spoken([]), isDone: true, press)),
            ("parole-grave", record(spoken([], severities: [.discrimination, .safety]), nil, press)),
            ("parole-en-confidence", record(spoken([], in: Restriction(ground: .implicatesManager)), nil, press)),
            (
                "parole-en-confidence-nommee",
                record(
                    spoken([invited], in: Restriction(ground: .implicatesManager, readers: ["camille", "ines"])),
                    nil,
                    press
                )
            ),
            ("parole-invitee", record(spoken([invited]), nil, press)),
            (
                "parole-invitee-aujourd-hui",
                record(spoken([.invited(Invitation(.told, on: StaffStory.today))]), nil, press)
            ),
            ("parole-inconnue", record(spoken([]), draft("rattachement", .unreadable(["dossier": .unknown])), press)),
            ("parole-sans-invitation", record(spoken([]), draft("sans-suite", .refused(.notInvited)), press)),
            ("parole-depassee", record(spoken([invited]), draft("invitation", .overtaken), press)),
            ("parole-rattachee", record(spoken([invited, ended]), complaint: "REC-2026-0007", press)),
            (
                "parole-ecrite",
                record(
                    spoken([.ended(DiscontentEnding(.writtenUp, as: StaffStory.file))]),
                    complaint: "2026-R-0024",
                    press
                )
            ),
            (
                "parole-terminee",
                record(
                    spoken([invited, .ended(DiscontentEnding(never: "Tout s’est arrangé le jour même."))]),
                    draft("sans-suite", .refused(.discontentEnded)),
                    press
                )
            ),
        ]
    }

    /// What the page of the day has of them.
    static let spokenLines = lines.filter { $0.result == nil }

    private static let lines = [
        spoken([]), spoken([invited]), spoken([.ended(DiscontentEnding(never: "Rien à ajouter"))]),
    ]
    .map { DiscontentSummary($0) }

    /// What calls for somebody at once: grave, and in confidence.
    static let alarming = [
        spoken([], severities: [.harassment]), spoken([invited], in: Restriction(ground: .implicatesManager)),
    ]
    .map { DiscontentSummary($0) }

    /// A procedure that names who gets what is said in confidence.
    private static var president: Procedure {
        var procedure = StaffStory.procedure
        procedure.confidential = ConfidentialRecipients(accounts: ["camille"], function: "la présidente <b>")
        return procedure
    }

    private static let invited = DiscontentEvent.invited(Invitation(.link, on: StaffStory.day("2026-11-06")))

    private static func spoken(
        _ events: [DiscontentEvent],
        severities: [Severity] = [],
        in restriction: Restriction? = nil
    ) -> Discontent {
        var hearing = Hearing(
            person: events.isEmpty ? "" : "Zoé Caron <b>",
            contact: "06 00 00 00 00",
            said: "Le planning change & sans prévenir.",
            on: StaffStory.day("2026-11-05"),
            heardBy: "Luc Haddad",
            channel: .telephone,
            invitation: events.count == 2 ? Invitation(.paper, on: StaffStory.day("2026-11-05")) : nil,
            severities: severities
        )
        hearing.restriction = restriction
        let entries = ([.heard(hearing)] + events).map { event in
            DiscontentEntry(
                event: event,
                signature: Signature(by: .officer(StaffStory.desk), at: StaffStory.instant("2026-11-06T09:00:00Z")),
                discontent: StaffStory.file,
                organisation: "cine-atelier"
            )
        }
        guard let spoken = Discontent(id: StaffStory.file, entries: entries) else {
            preconditionFailure("What was said begins with its hearing.")
        }
        return spoken
    }

    private static func draft(
        _ noun: String,
        _ trouble: ActDraft.Trouble,
        isOther: Bool = false
    ) -> DiscontentDraft {
        let typed = [
            "propos": ["Trop <cher>"], "le": ["hier"], "canal": ["oral"], "moyen": ["dit"], "dossier": ["2026-R-9999"],
            "motif": ["Elle a renoncé & le dit"],
        ]
        return DiscontentDraft(noun: noun, values: typed, trouble: trouble, isOther: isOther)
    }

    private static func list(
        _ lines: [DiscontentSummary],
        _ draft: DiscontentDraft?,
        for officer: Officer = StaffStory.desk,
        under procedure: Procedure = StaffStory.procedure,
        isDone: Bool = false,
        _ press: Press
    ) -> DiscontentsPage {
        DiscontentsPage(
            lines: lines,
            submission: "envoi-de-parole",
            signedIn: desk(officer),
            today: StaffStory.today,
            procedure: procedure,
            isDone: isDone,
            draft: draft,
            press: press
        )
    }

    private static func record(
        _ spoken: Discontent,
        _ draft: DiscontentDraft? = nil,
        complaint: String? = nil,
        isDone: Bool = false,
        _ press: Press
    ) -> DiscontentPage {
        DiscontentPage(
            spoken,
            complaint: complaint,
            signedIn: desk(StaffStory.desk),
            names: StaffStory.names,
            today: StaffStory.today,
            draft: draft,
            isDone: isDone,
            press: press
        )
    }
}
