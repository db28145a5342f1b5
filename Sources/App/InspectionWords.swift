import Complaints
import Pages
import Registry

/// What is wrong with the books, as a person reads it.
enum InspectionWords {
    /// « 0 ligne », « 1 point de contrôle », « 2 points de contrôle ».
    static func count(_ number: Int, _ words: String) -> String {
        guard number > 1 else { return "\(number) \(words)" }
        let end = words.firstRange(of: " de ")?.lowerBound ?? words.endIndex
        let plural = words[..<end].split(separator: " ").map { "\($0)s" }.joined(separator: " ")
        return "\(number) \(plural)\(words[end...])"
    }

    static func sentence(_ discrepancy: Discrepancy) -> String {
        switch discrepancy {
        case .log(let fault): "ligne \(fault.seq) : \(words(fault.kind)) (\(fault.kind.rawValue))"
        case .lost(_, let seq, let day):
            "ce témoin porte sur une ligne perdue : le \(FrenchDates.short(day)), à la ligne \(seq), le journal a repris "
                + "sur une copie plus ancienne. S’il a été remis après ce jour, le journal a été modifié depuis"
        case .stopped(let seq, let error):
            "ligne \(seq) : la lecture s’arrête ici ; des enregistrements manquent ou sont endommagés, ou une limite a été "
                + "atteinte. \(OperatorMessage(error).text)"
        case .head: "la tête du journal ne correspond pas à ses lignes"
        case .node(let level, let position): "nœud de l’arbre, niveau \(level), place \(position)"
        case .opening(let seq): "ligne \(seq) : contenu illisible ou d’un autre dossier"
        case .unlisted(let seq): "ligne \(seq) : son dossier n’est plus dans la liste"
        case .list(let reference): "dossier \(reference) : la liste ne dit pas ce que dit l’historique"
        case .words(let reference): "dossier \(reference) : mots de recherche"
        case .letter(let reference, let id):
            "dossier \(reference) : lettre \(id) absente, modifiée, ou dans un état que le journal ne dit pas"
        case .attachment(let reference, let id): "dossier \(reference) : pièce \(id) absente ou modifiée"
        case .procedure(let reference, let version):
            "dossier \(reference) : la version \(version) de la procédure est absente ou modifiée"
        case .sender(let reference):
            "dossier \(reference) : le récépissé ou le code de suivi n’est pas de cette réception"
        case .counter(let book, let year): "compteur \(book) \(year)"
        case .orphan(let table): "table \(table) : une ligne de trop ou de moins"
        }
    }

    static func sentence(_ refusal: SigningRefusal) -> String {
        switch refusal {
        case .otherLog: "un point de contrôle appartient à un autre journal"
        case .shrinks: "le journal est plus court que ce qui a été signé"
        case .forks: "le journal contredit ce qui a été signé"
        case .unable: "la clé ne signe pas"
        }
    }

    /// The words of `docs/journal.md`, in full.
    private static func words(_ kind: LogFault.Kind) -> String {
        switch kind {
        case .line: "ligne du journal illisible"
        case .position: "ligne manquante ou déplacée"
        case .bytes: "ce n’est pas une ligne de ce journal"
        case .date: "datée de plus d’un jour avant une ligne antérieure"
        case .number: "le numéro ne suit pas le dernier de son année"
        case .opening: "contenu absent sans effacement qui l’explique"
        case .commitment: "le contenu n’est pas celui qui a été scellé"
        case .erasure: "effacement illisible, ou plus d’effacements déclarés que de contenus absents"
        case .key: "changement de clé non annoncé ou non signé par les deux clés"
        case .checkpoint: "point de contrôle illisible ou mal placé"
        case .signature: "point de contrôle mal signé"
        case .root: "les lignes à partir d’ici ne sont plus celles qui ont été signées"
        case .contradiction: "les lignes à partir d’ici contredisent un témoin"
        case .witness: "témoin illisible, contradictoire ou d’un autre journal"
        case .truncated:
            "le journal s’arrête ici, avant ce qui a été signé ou qu’un témoin connaît : les dernières lignes ont été "
                + "retirées ou une copie plus ancienne a été remise, ou une limite a arrêté la lecture"
        case .unsigned: "lignes qu’aucun point de contrôle ne couvre"
        }
    }
}
