import Complaints

extension PublicSamples {
    /// The complainants' own pages: the door, and a case at the end of each chapter of the story.
    static func followUps(_ press: Press) -> [(name: String, page: any Page)] {
        doors(press) + losses(press) + cases(press) + acts(press)
    }

    private static func doors(_ press: Press) -> [(name: String, page: any Page)] {
        let mistakes: [FollowUpEntryPage.Mistake?] = [nil] + FollowUpEntryPage.Mistake.allCases
        let door = { (mistake: FollowUpEntryPage.Mistake?, hasRelay: Bool) in
            FollowUpEntryPage(
                token: "7ZQ4",
                mistake: mistake,
                hasRelay: hasRelay,
                carried: mistake == .ended ? [.init(name: "repris.texte", value: "La \"caméra\" <b>")] : [],
                procedure: procedure,
                press: press
            )
        }
        return mistakes.map { ("suivi-\($0?.rawValue ?? "entree")", door($0, true)) }
            + [("suivi-entree-sans-relais", door(nil, false))]
    }

    /// Every step of whoever lost a secret.
    private static func losses(_ press: Press) -> [(name: String, page: any Page)] {
        let steps: KeyValuePairs<String, LostSecretPage.Step> = [
            "demande": .asking(nil), "expire": .asking(.expired), "trop": .asking(.tooMany), "demandee": .asked,
            "lien": .confirming(link: "0a1b"), "code": .given("7ZQ4-K0MD-X9TF-2H8R-WVB6-3CNE-JY"),
            "lien-passe": .gone,
        ]
        let page = { (step: LostSecretPage.Step, hasRelay: Bool) in
            LostSecretPage(step, token: "7ZQ4", hasRelay: hasRelay, procedure: procedure, press: press)
        }
        return steps.map { ("suivi-acces-\($0)", page($1, true)) } + [("suivi-acces-ferme", page(.asking(nil), false))]
    }

    private static func cases(_ press: Press) -> [(name: String, page: any Page)] {
        StaffStory.Chapter.allCases.flatMap { chapter in
            [("", StaffStory.today), ("-en-retard", StaffStory.day("2027-11-23"))].compactMap { suffix, day in
                FollowUp(of: StaffStory.file(chapter), on: day).map { followUp in
                    (name: "suivi-\(chapter.rawValue)\(suffix)", page: page(followUp, press))
                }
            }
        }
            + [("accuse-ecrit", true), ("accuse-ecrit-sans-adresse", false)].compactMap { name, hasRelay in
                FollowUp(of: unsent, on: StaffStory.today).map {
                    (name: "suivi-\(name)", page: page($0, hasRelay: hasRelay, press))
                }
            }
            + others.compactMap { name, file in
                FollowUp(of: file, on: StaffStory.today).map { (name: "suivi-\(name)", page: page($0, press)) }
            }
    }

    /// What the chapters do not tell.
    private static let others: KeyValuePairs<String, CaseFile> = [
        "ajouts": StaffStory.scrapAnswered, "sans-accuse": StaffStory.scrap,
        "close-mediateur": StaffStory.closed(.consumer),
        "close-notee": StaffStory.closed(
            .undetermined,
            then: [
                .satisfactionRecorded(
                    Satisfaction(mark: .two, way: .form, on: StaffStory.today, text: "Un peu <long> & \"froid\".")
                )
            ]
        ),
    ]

    /// A complaint whose author gave no postal address, and whose acknowledgement is written and still here.
    private static let unsent: CaseFile = {
        var original = StaffStory.original
        original.postalAddress = ""
        let reception = Reception(
            reference: ReceptionReference(year: 2026, ordinal: 19),
            channel: .form,
            original: original,
            procedure: 2,
            due: procedure.dueDates(from: StaffStory.today)
        )
        let letter = LetterSummary(id: "accuse-1", kind: .acknowledgement, digest: "00")
        let entry = StaffStory.entry(.received(reception), "2026-11-23T08:00:00Z", by: .complainant).carrying(letter)
        return CaseFile(id: StaffStory.file, reception: reception, entry: entry)
    }()

    /// Each thing that they may do, as it is asked, and with everything wrong; and the case once it is done.
    private static func acts(_ press: Press) -> [(name: String, page: any Page)] {
        let stages: KeyValuePairs<FollowUp.Option, CaseFile> = [
            .complete: StaffStory.scrapAsked, .add: StaffStory.file(.received),
            .contest: StaffStory.file(.requalified), .withdraw: StaffStory.file(.received),
            .rate: StaffStory.closed(.consumer),
        ]
        return stages.flatMap { option, file -> [(name: String, page: any Page)] in
            guard let followUp = FollowUp(of: file, on: StaffStory.today) else { return [] }
            let troubles = [nil] + FollowUpForm.Trouble.allCases
            return troubles.map { trouble in
                ("suivi-\(option.rawValue)-\(trouble?.rawValue ?? "demande")", act(option, followUp, trouble, press))
            } + [("suivi-\(option.rawValue)-fait", page(followUp, done: option, press))]
        }
    }

    private static func act(
        _ option: FollowUp.Option,
        _ followUp: FollowUp,
        _ trouble: FollowUpForm.Trouble?,
        _ press: Press
    ) -> FollowUpActPage {
        let mistakes = [
            "courriel": "mistake.email.malformed", "texte": "mistake.tooLong", "motif": "mistake.repeated",
            "note": "mistake.repeated",
        ]
        let values = typed.merging(["texte": "La caméra <b>\"Image\"</b>", "note": "4"]) { own, _ in own }
        let filled = FormEntry(
            values: values,
            mistakes: trouble == .unreadable ? mistakes : [:],
            received: StaffStory.original.files,
            refused: refused
        )
        let form = FollowUpForm(
            option,
            missing: followUp.missing,
            entry: trouble == nil ? FormEntry() : filled,
            trouble: trouble,
            takenFrom: trouble == .tooMany ? StaffStory.instant("2026-11-23T09:52:01Z") : nil,
            takesDocuments: trouble != .unavailable,
            limits: limits,
            token: "7ZQ4",
            version: 3,
            hasRelay: true,
            press: press
        )
        return FollowUpActPage(option, of: followUp, form: form, procedure: procedure, press: press)
    }

    private static func page(
        _ followUp: FollowUp,
        done: FollowUp.Option? = nil,
        hasRelay: Bool = true,
        _ press: Press
    ) -> FollowUpPage {
        let letters = followUp.letters.map { id in
            FollowUpPage.Received(
                id: id,
                subject: "Votre réclamation",
                text: "Madame, Monsieur,\n\nNous l’avons reçue.\n\nQuand\n-----\n\nAu plus tard le 28 novembre."
            )
        }
        return FollowUpPage(
            of: followUp,
            letters: letters,
            done: done,
            refused: done == nil ? [] : refused,
            limits: limits,
            token: "7ZQ4",
            hasRelay: hasRelay,
            procedure: procedure,
            press: press
        )
    }
}
