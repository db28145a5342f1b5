import Complaints

/// What somebody wrote for an act that the file no longer allows: shown to be copied, so that no word is lost.
struct LostDraft: Sendable {
    let why: String?
    /// What was done on the file meanwhile, one line an act.
    let since: [String]
    let hasSince: Bool
    let texts: [String]
}

extension LostDraft {
    /// Every field that was written in; not what the form itself carried, nor what was only chosen.
    init(_ draft: ActDraft, _ meanwhile: Meanwhile? = nil, press: Press) {
        why = meanwhile?.words ?? draft.summary(press)
        since = meanwhile?.lines ?? []
        hasSince = !since.isEmpty
        texts = Self.words(in: draft.values)
    }

    /// Everything that was written, but for what was written in these fields; not what was only chosen.
    ///
    /// - Parameter values: what was sent, by field name.
    static func words(in values: [String: [String]], besides shown: Set<String> = []) -> [String] {
        values.sorted { $0.key < $1.key }
            .filter { !shown.contains($0.key) }
            .filter { written.contains(String($0.key.prefix { $0 != "_" })) || written.contains($0.key) }
            .flatMap(\.value)
            .filter { !$0.isBlank }
    }

    /// The fields that hold words, grievances under the name of their column.
    private static let written: Set<String> = [
        "adresse", "action_formation", "conteste_par", "courriel", "demande", "derogation", "dossier", "en_l_etat",
        "grief", "mediateur", "message", "motif", "nom", "numero", "objet", "precision", "prenom", "preuve_envoi",
        "quand", "reclamation", "representant", "solution", "telephone", "texte",
    ]
}

extension ActDraft {
    /// Everything that was written, but for what was written in these fields; not what was only chosen.
    func words(besides shown: Set<String>) -> [String] { LostDraft.words(in: values, besides: shown) }
}
