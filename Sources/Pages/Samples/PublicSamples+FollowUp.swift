import Complaints

extension PublicSamples {
    /// The complainants' own pages: the door, and a case at the end of each chapter of the story.
    static func followUps(_ press: Press) -> [(name: String, page: any Page)] { doors(press) + cases(press) }

    private static func doors(_ press: Press) -> [(name: String, page: any Page)] {
        let mistakes: [FollowUpEntryPage.Mistake?] = [nil] + FollowUpEntryPage.Mistake.allCases
        return mistakes.map { mistake in
            let page = FollowUpEntryPage(token: "7ZQ4", mistake: mistake, procedure: procedure, press: press)
            return (name: "suivi-\(mistake?.rawValue ?? "entree")", page: page)
        }
    }

    private static func cases(_ press: Press) -> [(name: String, page: any Page)] {
        StaffStory.Chapter.allCases.flatMap { chapter in
            [("", StaffStory.today), ("-en-retard", StaffStory.day("2027-11-23"))].compactMap { suffix, day in
                FollowUp(of: StaffStory.file(chapter), on: day).map { followUp in
                    (name: "suivi-\(chapter.rawValue)\(suffix)", page: page(followUp, press))
                }
            }
        }
    }

    private static func page(_ followUp: FollowUp, _ press: Press) -> FollowUpPage {
        let letters = followUp.letters.map { id in
            FollowUpPage.Received(
                id: id,
                subject: "Votre réclamation",
                text: "Madame, Monsieur,\n\nNous l’avons reçue."
            )
        }
        return FollowUpPage(of: followUp, letters: letters, token: "7ZQ4", procedure: procedure, press: press)
    }
}
