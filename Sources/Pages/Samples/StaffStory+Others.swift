import Complaints

/// Other files than Noé's whole story.
extension StaffStory {
    /// A photograph in an envelope: no name, no word, nobody knows from whom.
    static let scrap = told(scrapEvents)

    /// The same photograph, its sender asked for everything.
    static let scrapAsked: CaseFile = {
        let request = CompletionRequest(missing: Completeness.Item.allCases, message: "Qui êtes-vous ?")
        return told(scrapEvents + [(.completionRequested(request), "2026-11-21T09:10:00Z")])
    }()

    /// The photograph's sender has answered, added something, and taken it back.
    static let scrapAnswered: CaseFile = {
        let fields = ["nom": "Caron", "vous_etes": "stagiaire"]
        let photo = document("photo <2>.heic", "image/heic", 3_100_000)
        let events: [Event] = [
            .completed(Completion(text: "C’est \"moi\" <Zoé>", files: [photo], fields: fields)),
            .amended(Amendment(text: "Et ceci\n\n  encore")), .withdrawn(Reason("Tout est arrangé")),
        ]
        return events.reduce(into: scrapAsked) { standing, event in
            let signature = Signature(by: .complainant, at: instant("2026-11-22T09:10:00Z"))
            standing.apply(Entry(event: event, signature: signature, caseFile: file, organisation: "cine-atelier"))
        }
    }()

    /// Noé adds words, then documents; Inès adds what he said, and where to write to.
    static let added: CaseFile = {
        let papers = [
            ("devis.pdf", "application/pdf"), ("notes.txt", "text/plain; charset=utf-8"),
            ("échange.eml", "message/rfc822"),
            ("avenant.odt", "application/vnd.oasis.opendocument.text"),
            ("frais.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), ("?", "application/x"),
        ].enumerated().map { index, paper in document(paper.0, paper.1, 12_000 + index) }
        let amendments: [(Amendment, Author)] = [
            (Amendment(text: "Le loueur m’a répondu."), .complainant),
            (Amendment(text: "", files: [papers[0]]), .complainant), (Amendment(text: "", files: papers), .complainant),
            (Amendment(text: "Par téléphone, il confirme les dates."), .officer(manager)),
            (Amendment(text: "Il a déménagé.", postalAddress: "8 rue Neuve\n44000 Nantes"), .officer(manager)),
        ]
        return amendments.reduce(into: file(.registered)) { file, amendment in
            file.apply(entry(.amended(amendment.0), "2026-11-22T09:10:00Z", by: amendment.1))
        }
    }()

    /// Noé's complaint, come in confidence where nobody is named for that.
    static let confided: CaseFile = {
        guard case .received(var reception) = file(.received).entries[0].event else {
            preconditionFailure("The story begins with a reception.")
        }
        reception.restriction = Restriction(ground: .implicatesManager)
        return told([(.received(reception), "2026-11-21T08:10:00Z")])
    }()

    /// Noé's file, answered before any action was recorded.
    static let hasty: CaseFile = {
        let events = file(.answered).entries.map(\.event).filter { event in
            if case .measureRecorded = event { false } else { true }
        }
        return told(events.map { ($0, "2026-11-20T11:00:00Z") })
    }()

    private static let scrapEvents: [(Event, String)] = {
        let original = Original(
            lastName: "",
            firstName: "",
            stakeholder: nil,
            email: nil,
            subject: "",
            text: "",
            files: [document("photo.heic", "image/heic", 3_100_000)]
        )
        let reception = Reception(
            reference: ReceptionReference(year: 2026, ordinal: 23),
            channel: .registeredLetter,
            sentOn: day("2026-11-19"),
            transcription: Transcription(
                arrivedOn: day("2026-11-20"),
                proof: "cachet de la poste",
                trace: "1A 204 118 3307 2"
            ),
            original: original,
            procedure: 1,
            due: procedure.dueDates(from: day("2026-11-19"))
        )
        let judged = Event.qualified(Qualification(nature: .complaint))
        return [(.received(reception), "2026-11-21T09:00:00Z"), (judged, "2026-11-21T09:02:00Z")]
    }()

    /// What Noé said on the telephone, written down for him with his consent.
    static let dictated: CaseFile = {
        let reception = Reception(
            reference: ReceptionReference(year: 2026, ordinal: 24),
            channel: .telephone,
            transcription: Transcription(arrivedOn: day("2026-11-23"), isAgreed: true),
            original: original,
            procedure: 1,
            due: procedure.dueDates(from: day("2026-11-23"))
        )
        return told([(.received(reception), "2026-11-23T09:00:00Z")])
    }()

    /// Noé's file, asked to complete on a given day.
    static func asked(on day: CivilDate) -> CaseFile {
        let reception = file(.received).reception
        let request = CompletionRequest(missing: [.stakeholder], message: "")
        return told([
            (.received(reception), "2026-09-14T08:12:40Z"),
            (.qualified(Qualification(nature: .complaint)), "2026-09-14T09:00:00Z"),
            (.completionRequested(request), "\(day)T10:00:00Z"),
        ])
    }

    private static func told(_ events: [(Event, String)]) -> CaseFile {
        let entries = events.map { event, at in
            Entry(
                event: event,
                signature: Signature(by: .officer(manager), at: instant(at)),
                caseFile: file,
                organisation: "cine-atelier"
            )
        }
        guard let told = CaseFile(id: file, entries: entries) else {
            preconditionFailure("The story begins with a reception.")
        }
        return told
    }
}
