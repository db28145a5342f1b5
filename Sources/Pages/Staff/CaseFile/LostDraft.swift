/// What somebody wrote for an act that the file no longer allows: shown to be copied, so that no word is lost.
struct LostDraft: Sendable {
    let why: String?
    let texts: [String]
}

extension LostDraft {
    init(_ draft: ActDraft, press: Press) {
        why = draft.summary(press)
        texts = draft.values.sorted { $0.key < $1.key }
            .filter { !["jeton", "version", "ajouter"].contains($0.key) }
            .flatMap(\.value)
            .filter { $0.count > 20 }
    }
}
