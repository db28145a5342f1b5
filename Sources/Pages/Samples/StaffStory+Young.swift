import Complaints

/// Files of people of whom there is more to say: under eighteen, or employed by the provider.
extension StaffStory {
    /// Noé as an apprentice under eighteen, whose mother represents him.
    static let young = told { original in
        original.stakeholder = .apprentice
        original.when = "En septembre, <tous> les lundis"
        original.payer = .employer
        original.minor = Minor(
            representative: "Adèle D’Àrçy <b>",
            contact: "adele@courrier.example",
            postalAddress: "9 rue & cour\n44000 Nantes"
        )
    }

    /// The same, the answer given: something is refused, so that it names recourses.
    static let youngAnswered = answered(young)

    /// The same without an e-mail address.
    static let youngOnPaper = answered(
        told { original in
            original.email = nil
            original.minor = Minor(representative: "Adèle D’Àrçy", postalAddress: "9 rue Haute\n44000 Nantes")
        }
    )

    /// Somebody found to be under eighteen later, and of age since; another number to call.
    static let grown: CaseFile = {
        let corrected = Minor(
            representative: "Adèle <b>",
            contact: "02 00 00 00 00",
            postalAddress: "9 rue & cour\n44000 Nantes"
        )
        let young = Amendment(
            text: "Par téléphone : il a 17 ans.",
            telephone: "07 00 00 00 00",
            age: Amendment.Age(isMinor: true, corrected: corrected)
        )
        let adult = Amendment(text: "Il a 18 ans depuis hier.", age: Amendment.Age(isMinor: false))
        return file(told { $0.payer = .unknown }, then: [.amended(young), .amended(adult)])
    }()

    /// Somebody of the staff.
    static let employed = told { $0.stakeholder = .employee }

    /// What Noé wrote, otherwise in some things.
    private static func told(_ change: (inout Original) -> Void) -> CaseFile {
        guard case .received(var reception) = file(.received).entries[0].event else {
            preconditionFailure("The story begins with a reception.")
        }
        change(&reception.original)
        guard let told = CaseFile(id: file, entries: [entry(.received(reception), "2026-09-14T08:12:40Z")]) else {
            preconditionFailure("A file begins with its reception.")
        }
        return told
    }

    private static func answered(_ file: CaseFile) -> CaseFile {
        let registered = self.file(
            file,
            then: [
                .qualified(Qualification(nature: .complaint, theme: .means)),
                .registered(Registration(number: RegisterNumber(year: 2026, ordinal: 8))),
            ]
        )
        let signature = Signature(by: .officer(manager), at: instant("2026-11-20T11:00:00Z"))
        let draft = Answer.Draft(
            grievances: [Grievance(claim: "Annuler la facture", outcome: .rejected, ground: "Rien n’est dû.")],
            text: "Nous avons tout relu.",
            signatory: "Inès Moreau",
            consumer: .undetermined
        )
        guard let event = try? registered.answer(draft, procedure: procedure, signature) else {
            preconditionFailure("The rules accept the answers of the samples.")
        }
        return self.file(registered, then: [event])
    }
}
