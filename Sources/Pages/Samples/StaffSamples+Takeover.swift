import Complaints

extension StaffSamples {
    /// An older register brought in, step by step; all that may be wrong with one; what was taken over.
    static func takeovers(_ press: Press) -> [(name: String, page: any Page)] {
        let page = { (view: TakeoverView?, trouble: TakeoverPage.Trouble?, taken: Int?) -> any Page in
            TakeoverPage(draft: view, trouble: trouble, taken: taken, signedIn: desk(StaffStory.director), press: press)
        }
        let troubles: [TakeoverPage.Trouble] =
            [.expired, .cutShort, .noFile, .tooLarge, .otherKind, .noRoom, .headLine, .wrongLines, .gone]
            + FormerSheet.Mistake.allCases.map { .sheet($0) }
        let refused = troubles.enumerated().map { (name: "reprise-refus-\($0 + 1)", page: page(nil, $1, nil)) }
        let signedIn = desk(StaffStory.director)
        let moved = view(good, tried: false)
        let reread = TakeoverPage(draft: moved, isReread: true, signedIn: signedIn, press: press)
        let unsaid = FormerChoices(at: [3: .email, 4: .email])
        return refused + [
            ("reprise", page(nil, nil, nil)), ("reprise-faite", page(nil, nil, 2_000)),
            ("reprise-colonnes", page(view(good, tried: false), nil, nil)),
            ("reprise-deux-lignes-de-titres", page(view(good, under: splitHeads, tried: false), nil, nil)),
            ("reprise-colonnes-refus", page(view(good, unsaid, sent: ("1", .columns)), .unsaid, nil)),
            ("reprise-titres-refus", page(view(good, sent: ("ligne <9>", .heads(.empty))), .headLine, nil)),
            ("reprise-titres-trop", page(view(good, sent: ("1", .heads(.tooManyRows))), .sheet(.tooManyRows), nil)),
            ("reprise-titres-relus", reread),
            ("reprise-essai", page(view(good), nil, nil)), ("reprise-problemes", page(view(bad), .wrongLines, nil)),
            ("reprise-problemes-nombreux", page(view(many), nil, nil)),
            ("dossier-repris-clos", casePage(StaffStory.takenOver(.closed), press: press)),
            ("dossier-repris-ouvert", casePage(StaffStory.takenOver(.open), press: press)),
            ("dossier-repris-muet", former(.closed, press) { ($0.answeredOn, $0.measure, $0.outcome) = (nil, "", "") }),
            ("dossier-repris-repondu", former(.closed, press) { $0.outcome = "" }),
            ("dossier-repris-suite", former(.open, press) { $0.outcome = "Avoir promis <b>" }),
        ]
    }

    private static func former(
        _ state: Takeover.State,
        _ press: Press,
        _ change: (inout Takeover) -> Void
    ) -> any Page {
        casePage(StaffStory.takenOver(state, change), press: press)
    }

    private static func view(
        _ rows: [[String]],
        _ choices: FormerChoices? = nil,
        under heads: [[String]] = usualHeads,
        sent: (headLine: String, refused: TakeoverView.Refused)? = nil,
        tried: Bool = true
    ) -> TakeoverView {
        let text = (heads + rows).map { $0.joined(separator: ";") + "\n" }.joined()
        guard let sheet = try? FormerSheet(Array(text.utf8)) else { preconditionFailure("A table can be read.") }
        let said = choices ?? sheet.guesses
        var trial = TakeoverTrial(sheet, said, today: StaffStory.today)
        let known = trial.complaints.filter { $0.formerNumber == "REPRISE" }.map(\.mark)
        trial.putAside(known: Set(known))
        let (name, digest) = ("registre <2024> & suite.csv", String(repeating: "0a", count: 32))
        if let sent { return .sent(name, digest, sheet, said, headLine: sent.headLine, sent.refused) }
        return TakeoverView(
            name: name,
            digest: digest,
            trialDigest: String(repeating: "0b", count: 32),
            sheet: sheet,
            choices: said,
            trial: tried ? trial : nil
        )
    }

    private static func row(
        _ number: String,
        _ day: String = "12/03/2024",
        email: String = "",
        subject: String = "Salle froide",
        state: String = "en cours",
        answered: String = "",
        closed: String = "",
        contact: String = ""
    ) -> [String] {
        [number, day, "DUPONT Jean", email, subject, state, answered, "", closed, contact]
    }

    private static let usualHeads = [
        ["N°", "Date", "Réclamant", "Courriel", "Objet <b>", "Statut", "Réponse le", "", "Clôturée le", "Contact"]
    ]

    /// The same, written over two lines.
    private static let splitHeads = [
        ["N°", "Date", "Nom", "Courriel", "Objet", "Statut", "Réponse", "", "Clôture", "Contact"],
        ["", "de réception", "", "", "de la réclamation", "", "Date", "Suite", "Date", ""],
    ]

    private static let good = [
        row("2024-01"), row("2024-02", "45300", state: "Clos", answered: "12.4.24", closed: "2024-04-20"),
        row("2024-03", contact: "jean@exemple.example / 06 00 00 00 00"), row("2024-04", state: ""), row("TOTAL", ""),
    ]

    private static let many = (1...210).flatMap { [row(String($0), "hier"), row("Total \($0)", "")] }

    /// One of each.
    private static let bad = [
        row("1", "31/02/2024"), row("2", "mars 2023"), row("3", "hier"), row("4", "12/03/2030"), row("5", "12/03/1980"),
        row("6", answered: "01/03/2024"), row("7", state: "clos", answered: "12/04/2024", closed: "01/04/2024"),
        row("8", subject: "=A1"), row("9", subject: "#REF!"), row("10", subject: String(repeating: "x", count: 301)),
        row("11", email: "pas de mail"), row("12", state: "bizarre <i>"), row("13", state: "clos"),
        row("14", closed: "12/04/2024"), row("15", ""), row("16"), row("16"), row("16", "13/03/2024"), row("REPRISE"),
        row("18") + ["décalé"],
        row("19", contact: "voir dossier"), row("20", state: ""), row("21", state: ""),
    ]
}

extension StaffStory {
    /// A complaint of an older register, as it was taken over.
    static func takenOver(_ state: Takeover.State, _ change: (inout Takeover) -> Void = { _ in }) -> CaseFile {
        let isClosed = state == .closed
        var takeover = Takeover(
            formerNumber: "2024-17 <b>",
            number: RegisterNumber(year: 2024, ordinal: 17),
            state: state,
            standing: isClosed ? "Clos" : "En cours",
            acknowledgedOn: isClosed ? day("2024-03-14") : nil,
            answeredOn: isClosed ? day("2024-04-02") : nil,
            closedOn: isClosed ? day("2024-04-20") : nil,
            measure: isClosed ? "Chauffage réparé" : "",
            outcome: isClosed ? "Avoir de 40 €" : "",
            words: ["canal": "pigeon"],
            file: String(repeating: "0a", count: 32),
            fileName: isClosed ? "registre <2024> & suite.csv" : nil,
            line: 18
        )
        change(&takeover)
        let reception = Reception(
            reference: ReceptionReference(year: 2024, ordinal: 17),
            channel: .other,
            transcription: Transcription(arrivedOn: day("2024-03-12")),
            original: Original(
                lastName: "Dupont",
                firstName: "Jean",
                stakeholder: nil,
                email: nil,
                subject: "Salle froide",
                text: isClosed ? "" : "Trois jours sans chauffage."
            ),
            procedure: 2,
            due: procedure.dueDates(from: day("2024-03-12")),
            takeover: takeover
        )
        let entry = Entry(
            event: .takenOver(reception),
            signature: Signature(by: .officer(director), at: instant("2026-11-23T08:00:00Z")),
            caseFile: file,
            organisation: "cine-atelier"
        )
        guard let taken = CaseFile(id: file, entries: [entry]) else {
            preconditionFailure("A file may begin so.")
        }
        return taken
    }
}
