import Complaints

extension StaffSamples {
    /// A file whose documents a virus scanner has looked at, what is shown before one of them is opened, and a picture beside
    /// the forms.
    static func scans(_ press: Press) -> [(name: String, page: any Page)] {
        [
            ("dossier-analyse", scanned(press)), ("document-signale", flagged(press)),
            ("courriel-fichier-signale", flaggedMail(press)), ("dossier-a-cote", beside(press)),
        ]
    }

    static let found = FileScan(at: StaffStory.instant("2026-11-23T09:52:01Z"), finding: "Pdf.Essai <b>")

    /// It found something in the first document, and nothing in the others.
    private static func scanned(_ press: Press) -> CasePage {
        let clean = FileScan(at: found.at, finding: nil)
        let file = StaffStory.file(.answered)
        let ids = (file.reception.original.files + file.measures.flatMap(\.files)).map(\.id)
        let scans = Dictionary(ids.enumerated().map { ($1, $0 == 0 ? found : clean) }) { first, _ in first }
        return casePage(file, press: press).showing(scans, press: press)
    }

    private static func beside(_ press: Press) -> CasePage {
        let file = StaffStory.file(.answered)
        let picture = file.files.first { $0.type == "image/png" }
        return casePage(file, press: press).showing(beside: picture?.id, press: press)
    }

    private static func flaggedMail(_ press: Press) -> FlaggedFilePage {
        FlaggedFilePage(
            StaffStory.original.files[0],
            found,
            at: Path.mailFile("c", 1),
            ofMail: "c",
            signedIn: desk(StaffStory.desk),
            press: press
        )
    }

    private static func flagged(_ press: Press) -> FlaggedFilePage {
        FlaggedFilePage(
            StaffStory.original.files[0],
            found,
            of: "REC-2026-0007",
            signedIn: desk(StaffStory.manager),
            press: press
        )
    }
}
