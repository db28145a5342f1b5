public import Complaints

/// Modèle proposé: a template that comes with the product, to take over and make one's own.
public enum TemplateProposal: String, Sendable, CaseIterable {
    case upheld = "reponse-favorable"
    case partiallyUpheld = "reponse-partielle"
    case rejected = "reponse-defavorable"
    case holding = "reponse-attente"
    case completion = "demande-complements"

    /// The act that it serves.
    public var act: Act {
        switch self {
        case .upheld, .partiallyUpheld, .rejected: .answer
        case .holding: .extend
        case .completion: .requestCompletion
        }
    }

    /// Its words, from the catalogue: one entry a paragraph.
    public func draft(_ press: Press) -> LetterTemplate.Draft {
        let key = "staff.modeles.proposed.\(rawValue)"
        let paragraphs = (1...Self.mostParagraphs).map { "\(key).\($0)" }.filter { press.has($0) }
        return LetterTemplate.Draft(
            name: press.words("\(key).name"),
            act: act,
            text: paragraphs.map { press.words($0) }.joined(separator: "\n\n")
        )
    }

    private static let mostParagraphs = 9
}
