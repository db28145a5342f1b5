import Complaints
import Mail

extension StaffSamples {
    /// A letter in each of its states, and with what was typed wrongly.
    static func letters(_ press: Press) -> [(name: String, page: any Page)] {
        let states = letterLines.map { line in
            (name: "lettre-\(line.state.rawValue)", page: letterPage(line, press: press) as any Page)
        }
        let draft = LetterDraft(
            values: ["voie": [""], "numero": ["1A 234 <5>"]],
            trouble: .unreadable(["voie": .choice])
        )
        let late = LetterDraft(values: ["numero": ["1A 234 <6>"]], trouble: .refused(.unknownLetter))
        let done = LetterDone.allCases.map { done in
            let line = letterLines[done == .sentAgain ? 4 : 0]
            return (name: "lettre-\(done.rawValue)", page: letterPage(line, done: done, press: press) as any Page)
        }
        return states + done + carried(press) + byPost(press) + postings(press) + [
            ("lettre-echec-sans-relais", letterPage(letterLines[1], mailIsSet: false, press: press)),
            ("lettre-boite-pleine", letterPage(boxFull, press: press)),
            ("lettre-mis-en-cause", letterPage(letterLines[3], for: StaffStory.named, press: press)),
            ("lettre-mal-remise", letterPage(letterLines[3], draft: draft, press: press)),
            ("lettre-deja-partie", letterPage(letterLines[1], draft: late, press: press)),
            ("lettre-sans-aucune-adresse", letterPage(letterLines[3], of: unreachable, press: press)),
            ("lettre-sans-adresse", letterPage(letterLines[3], of: unaddressed, press: press)),
            (
                "lettre-controle",
                letterPage(letterLines[3], for: Officer(id: "ana", roles: [.internalControl]), press: press)
            ),
        ]
    }

    /// A letter that somebody brought, in each way.
    private static func carried(_ press: Press) -> [(name: String, page: any Page)] {
        LetterIssue.Way.carried.map { way in
            let line = letter(.answer, .issued, "2026-11-20T11:00:00Z", "Noé D’Àrçy-🎭 <b>", "1A 234 <5>", by: way)
            return ("lettre-\(LetterState.issued.rawValue)-\(way.rawValue)", letterPage(line, press: press))
        }
    }

    /// A letter that its person has no room for.
    private static let boxFull = letter(
        .answer,
        .failed,
        "2026-11-20T11:00:00Z",
        "noe.darcy@courrier.example",
        "refused 552 5.2.2 Mailbox full"
    )

    /// The letter as the server writes it.
    static func composed(_ kind: LetterKind, by press: Press) -> ComposedLetter {
        guard let sender = EmailAddress("reclamations@cine-atelier.example") else {
            preconditionFailure("The school has an address.")
        }
        let request = LetterRequest(
            id: "9a8b7c6d5e4f30211203f4e5d6c7b8a0",
            kind: kind,
            caseFile: StaffStory.file(.answered),
            procedure: StaffStory.procedure,
            instant: StaffStory.instant("2026-11-20T11:00:00Z")
        )
        return LetterWriter(press: press, sender: sender, publicAddress: "https://cine-atelier.example").compose(
            request
        )
    }

    /// A file of somebody who gave no postal address.
    static let unaddressed: CaseFile = {
        var original = StaffStory.original
        original.postalAddress = ""
        return LetterSamples.received(original)
    }()

    /// A file of somebody who gave no address at all.
    static let unreachable: CaseFile = {
        var original = StaffStory.original
        original.postalAddress = ""
        original.email = nil
        return LetterSamples.received(original)
    }()

    static func letterPage(
        _ line: LetterLine,
        of file: CaseFile = StaffStory.file(.answered),
        for officer: Officer = StaffStory.manager,
        mailIsSet: Bool = true,
        draft: LetterDraft? = nil,
        done: LetterDone? = nil,
        press: Press
    ) -> LetterPage {
        let composed = composed(line.kind, by: press)
        return LetterPage(
            letter: line,
            subject: composed.subject,
            text: composed.text,
            caseFile: file,
            procedure: StaffStory.procedure,
            signedIn: desk(officer),
            mailIsSet: mailIsSet,
            today: StaffStory.today,
            limits: PublicSamples.limits,
            draft: draft,
            done: done,
            press: press
        )
    }
}
