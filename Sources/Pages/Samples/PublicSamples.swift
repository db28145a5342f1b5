import Complaints

/// Every public page in every state, at the fictional film school Ciné-Atelier.
enum PublicSamples {
    /// The pages by a name of their own, which is also a file name.
    static func all(_ press: Press) -> [(name: String, page: any Page)] {
        spoken(press) + [
            ("atelier", AtelierPage([.publicPages: ["accueil"], .letters: ["accuse"]], isLost: true, press: press)),
            ("problemes", ProblemsPage(provider: procedure.provider, press: press)),
        ]
    }

    /// Those that visitors read in the language of their choice.
    static func spoken(_ press: Press) -> [(name: String, page: any Page)] {
        homes(press) + forms(press) + recaps(press) + receipts(press) + followUps(press) + published(press)
            + errors(press)
    }

    static let limits = DocumentLimits(
        extensions: ["pdf", "jpg", "jpeg", "png", "heic", "heif", "txt", "docx", "odt", "xlsx", "ods", "eml"],
        count: 10,
        size: 25 << 20,
        total: 60 << 20
    )

    /// The school with everything set, as pages show it.
    static let procedure: Procedure = {
        var procedure = StaffStory.procedure
        procedure.provider.activityDeclaration = "52 44 01234 44"
        procedure.provider.website = "https://cine-atelier.example"
        procedure.provider.dataProtectionContact = "rgpd@cine-atelier.example"
        procedure.apprenticeshipMediator = Mediator(
            name: "Médiation consulaire, CCI de l’Ouest",
            postalAddress: "16 quai de Loire\n44000 Nantes",
            website: "https://apprentissage.example"
        )
        return procedure
    }()

    /// The school where one person does everything.
    static let onePerson: Procedure = {
        var alone = procedure
        alone.isOnePerson = true
        return alone
    }()

    /// The school as it is on its first day: a name, and nothing else.
    static let bareProcedure = Procedure(provider: Provider(name: "Ciné-Atelier"))

    /// What Noé typed.
    static let typed: [String: String] = {
        let original = StaffStory.original
        return [
            "nom": original.lastName,
            "prenom": original.firstName,
            "vous_etes": "stagiaire",
            "courriel": original.email ?? "",
            "objet": original.subject,
            "reclamation": original.text,
            "telephone": original.telephone,
            "adresse": original.postalAddress,
            "action_formation": original.trainingAction,
            "demande": original.expectation,
        ]
    }()

    private static func homes(_ press: Press) -> [(name: String, page: any Page)] {
        [
            ("accueil", HomePage(procedure: procedure, today: StaffStory.today, press: press)),
            ("accueil-sans-mediateur", HomePage(procedure: bareProcedure, today: StaffStory.today, press: press)),
            ("accueil-autre-langue", HomePage(procedure: procedure, today: StaffStory.today, press: wanting(press))),
        ]
    }

    /// The same, for somebody whose browser asks for the other language.
    private static func wanting(_ press: Press) -> Press { press.speaking(press.language, isOtherPreferred: true) }

    private static func receipts(_ press: Press) -> [(name: String, page: any Page)] {
        let proof = ReceiptPage.Proof(
            position: 1_204,
            verifierKey: "doleances/cine-atelier+9a2f31c4+ATJ8kQm2bHk0gXo7v0a5nZy1Yq3c6Tt9u8WmE4rLx2Bs"
        )
        let secret = "7ZQ4-K0MD-X9TF-2H8R-WVB6-3CNE-JY"
        let page = { (file: CaseFile, secret: String?, refused: [RefusedDocument], hasRelay: Bool) in
            ReceiptPage(
                of: file,
                secret: secret,
                submission: "6Y1R8",
                proof: proof,
                refused: refused,
                othersRefused: refused.count > 1 ? refused.count : 0,
                limits: limits,
                address: "https://reclamations.cine-atelier.example",
                hasRelay: hasRelay,
                procedure: procedure,
                press: press
            )
        }
        let receipt = { (file: CaseFile, secret: String?, refused: [RefusedDocument]) in
            page(file, secret, refused, true)
        }
        return [
            ("recepisse-sans-relais", page(StaffStory.file(.received), secret, [], false)),
            ("recepisse-sans-relais-ni-adresse", page(StaffSamples.unaddressed, secret, [], false)),
            ("recepisse-mineur", receipt(StaffStory.young, secret, [])),
            ("recepisse-personnel", receipt(StaffStory.employed, secret, [])),
            ("recepisse-en-confidence", receipt(StaffStory.confided, secret, [])),
            ("recepisse", receipt(StaffStory.file(.received), secret, [])),
            ("recepisse-sans-code", receipt(StaffStory.file(.received), nil, [])),
            ("recepisse-courrier", receipt(LetterSamples.onPaper, secret, [])),
            ("recepisse-injoignable", receipt(StaffStory.scrap, secret, [])),
            ("recepisse-documents-refuses", receipt(StaffStory.file(.received), secret, refused)),
            ("recepisse-document-refuse", receipt(StaffStory.file(.received), secret, [refused[0]])),
            ("recepisse-passe", ReceiptGonePage(hasRelay: true, procedure: procedure, press: press)),
            ("recepisse-passe-sans-relais", ReceiptGonePage(hasRelay: false, procedure: procedure, press: press)),
        ]
    }

    private static func errors(_ press: Press) -> [(name: String, page: any Page)] {
        let pages = ErrorPage.statuses.map { status in
            let reference = status == 500 ? "7ZQ4K0MD" : nil
            let page = ErrorPage(status: status, reference: reference, provider: procedure.provider, press: press)
            return (name: "erreur-\(status)", page: page as any Page)
        }
        return pages + [
            ("erreur-sans-organisme", ErrorPage(status: 404, provider: nil, press: press)),
            ("premier-demarrage", NoOrganisationPage(press: press)),
        ]
    }
}
