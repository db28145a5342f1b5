/// Tells a mail that only asks for the form from one that says what is wrong: the words that are left once greetings,
/// thanks and the signature are taken away. Whatever a person adds beyond asking counts as a grievance, so that none is taken
/// for a request.
struct FormRequestWords {
    /// What is left: none of it asks for a form.
    let others: [String]
    /// How many words there are between greeting and signature, of all kinds.
    let count: Int

    /// - Parameters:
    ///   - text: what the author wrote.
    ///   - sender: whose name may stand below without « Cordialement ».
    init(_ text: String, from sender: IncomingMail.Sender?) {
        let words = Self.body(of: text).flatMap { FoldedText.words($0, limit: 4_000) }
        let names = Set(FoldedText.words("\(sender?.name ?? "") \(sender?.address ?? "")"))
        let known = words.filter { !names.contains($0) && !Self.polite.contains($0) }
        count = known.count
        others = known.filter { !Self.asking.contains($0) }
    }

    /// The lines between greeting and signature.
    private static func body(of text: String) -> [String] {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
            if line == "-- " || line == "--" { break }
            let words = FoldedText.words(String(line), limit: 12)
            // A line that begins so ends a letter; a whole sentence may begin so too, and is kept.
            if words.count <= 4, closings.contains(where: { words.starts(with: $0) }) { break }
            if words.starts(with: ["envoye", "depuis"]) || words.starts(with: ["obtenez", "outlook"]) { break }
            if words.starts(with: ["envoye", "de", "mon"]) || words.starts(with: ["sent", "from", "my"]) { break }
            lines.append(String(line))
        }
        return lines
    }

    private static let closings = [
        ["cordialement"], ["cdlt"], ["cdt"], ["bien", "cordialement"], ["bien", "a", "vous"], ["tres", "cordialement"],
        ["respectueusement"], ["salutations"], ["sincerement"], ["regards"], ["best", "regards"], ["amicalement"],
    ]

    private static let polite = words(
        """
        bonjour bonsoir madame monsieur mesdames messieurs mme mr m hello salut merci mercis remerciement
        remerciements avance par d cordialement bien vous votre vos journee bonne svp stp s il plait attente retour
        dans l de du
        """
    )

    /// Words by which a form is asked for, and those without a meaning of their own.
    private static let asking = words(
        """
        formulaire formulaires reclamation reclamations procedure document documents imprime fiche je j nous on moi
        me m le la les un une des ce cet et a au aux pour afin en y que qu si est ai souhaite souhaiterais
        souhaitons voudrais voudrions veux aimerais desire desirerais demande demander recevoir obtenir avoir
        envoyer envoyez envoi transmettre transmettez adresser adressez parvenir faire fournir communiquer pouvez
        pourriez possible serait comment ou trouver puis peux peut mail courriel email poste voie postale
        electronique besoin deposer remplir objet suite formation tout toute demarche lien adresse cette veuillez
        vouloir ligne
        """
    )

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
