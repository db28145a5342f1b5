public import Complaints

/// Where an older register is brought in: a file, what its columns hold, a trial that writes nothing, and then all of it or
/// nothing (docs/decisions/0028).
public struct TakeoverPage: Page {
    public static let template = "staff/takeover"

    /// The fields of its forms.
    public static let (step, file, digest) = ("etape", "fichier", "empreinte")
    /// What the trial that is read over was made from.
    public static let trialDigest = "essai_lu"

    /// On which line the heads stand, and what the rows without a state mean.
    public static let (headLine, blankState) = ("titres", "etat_vide")

    /// The field that says what a column holds, by its place from 0 on.
    public static func field(_ place: Int) -> String { "colonne_\(place)" }

    /// The fields of a state: which one it is, as it is folded, and what it means.
    public static func stateFields(_ index: Int) -> (key: String, meaning: String) {
        ("etat_lu_\(index)", "etat_\(index)")
    }

    /// What is to be done with what was sent.
    public enum Step: String, Sendable, CaseIterable {
        /// A file comes.
        case file = "fichier"
        /// Its heads stand on another line.
        case heads = "titres"
        /// What its columns hold.
        case columns = "colonnes"
        /// All of it is taken over.
        case all = "reprise"
        /// The file is erased, and nothing is taken over.
        case leave = "abandon"
    }

    /// What was not done, and why.
    public enum Trouble: Sendable, Equatable {
        /// The form is of an earlier session, or was open for too long.
        case expired
        /// It could not be read to its end.
        case cutShort
        /// There was no file in it.
        case noFile
        /// The file is larger than a register is.
        case tooLarge
        /// It is of another kind.
        case otherKind
        /// There is no room for it here.
        case noRoom
        /// It is no table.
        case sheet(FormerSheet.Mistake)
        /// What the columns hold is not said yet.
        case unsaid
        /// There are no heads on the line that was named.
        case headLine
        /// Something is wrong with a line, or by now is.
        case wrongLines
        /// The file is gone, or another is in its place.
        case gone
    }

    let frame: StaffFrame
    let undone: String?
    let done: String?
    /// That the heads were read on another line, and that their columns are to be read over.
    let reread: String?
    let isFresh: Bool
    let limits: String
    let draft: TakeoverDraftPart?
    let path = Path.takeover
    let back = Path.settings
    let registerPath = Path.register
    let token: String

    /// - Parameters:
    ///   - draft: the file that is being tried; nil where there is none.
    ///   - taken: how many complaints were just taken over.
    ///   - isReread: whether the heads were just read on another line, where a trial was asked for.
    public init(
        draft: TakeoverView?,
        trouble: Trouble? = nil,
        taken: Int? = nil,
        isReread: Bool = false,
        signedIn: SignedIn,
        press: Press
    ) {
        frame = StaffFrame(
            title: press.words("staff.reprise.title"),
            section: .settings,
            signedIn: signedIn,
            press: press
        )
        undone = trouble.map { $0.words(press) }
        done = taken.map { press.words("staff.reprise.done", ["count": FrenchNumbers.whole($0)]) }
        let reread = isReread ? draft.flatMap { $0.trial == nil ? $0.sheet.headLine : nil } : nil
        self.reread = reread.map { press.words("staff.reprise.heads.reread", ["line": String($0)]) }
        isFresh = draft == nil
        limits = press.words(
            "staff.reprise.limits",
            [
                "size": FrenchNumbers.fileSize(FormerSheet.mostBytes),
                "rows": FrenchNumbers.whole(FormerSheet.mostRows),
            ]
        )
        token = signedIn.token
        self.draft = draft.map { TakeoverDraftPart($0, press: press) }
    }
}

extension TakeoverPage.Trouble {
    fileprivate func words(_ press: Press) -> String {
        switch self {
        case .sheet(let mistake): press.words("staff.reprise.sheet.\(mistake.key)")
        default: press.words("staff.reprise.trouble.\(self)")
        }
    }
}

extension FormerSheet.Mistake {
    /// What its words are called in the catalogue.
    var key: String {
        switch self {
        case .empty: "vide"
        case .workbook: "classeur"
        case .broken: "abime"
        case .swollen: "gonfle"
        case .otherCalendar: "calendrier"
        case .notText: "illisible"
        case .oneColumn: "une-colonne"
        case .unclosed: "guillemet"
        case .tooManyRows: "trop-de-lignes"
        case .tooManyColumns: "trop-de-colonnes"
        }
    }
}
