import Complaints

/// Every staff page in every state, made of the story of Ciné-Atelier.
enum StaffSamples {
    /// The pages by a name of their own, which is also a file name.
    static func all(_ press: Press) -> [(name: String, page: any Page)] {
        signIn(press) + dashboards(press) + lists(press) + cases(press) + drafts(press) + letters(press)
    }

    /// Somebody at their desk.
    static func desk(_ officer: Officer) -> SignedIn {
        SignedIn(
            officer: officer,
            name: StaffStory.names[officer.id] ?? "Ana Diaz",
            providerName: StaffStory.procedure.provider.name,
            token: "jeton-de-session"
        )
    }

    /// The page of a case file.
    static func casePage(
        _ file: CaseFile,
        for officer: Officer = StaffStory.director,
        procedure: Procedure = StaffStory.procedure,
        letters: [LetterLine] = [],
        draft: ActDraft? = nil,
        done: Act? = nil,
        press: Press
    ) -> CasePage {
        CasePage(
            caseFile: file,
            signedIn: desk(officer),
            names: StaffStory.names,
            assignable: [StaffStory.director, StaffStory.manager, Officer(id: "luc", roles: [.complaintsManager])],
            letters: letters,
            today: StaffStory.today,
            procedure: procedure,
            draft: draft,
            done: done,
            press: press
        )
    }

    private static func signIn(_ press: Press) -> [(name: String, page: any Page)] {
        let page = { (email: String, failed: Bool) in
            SignInPage(
                providerName: "Ciné-Atelier",
                token: "jeton-avant-session",
                next: "/dossiers/REC-2026-0007",
                email: email,
                failed: failed,
                press: press
            )
        }
        return [("connexion", page("", false)), ("connexion-refusee", page("ines@cine-atelier.example", true))]
    }
}
