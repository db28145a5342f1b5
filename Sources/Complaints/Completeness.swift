/// What a complaint must contain before it may enter the register (procedure §5; ).
public struct Completeness: Sendable, Hashable, Codable {
    /// One thing that may be demanded.
    public enum Item: String, Sendable, Codable, CaseIterable {
        case lastName = "nom"
        case firstName = "prenom"
        /// An e-mail or a postal address, be it that of whoever represents a minor.
        case contact
        case stakeholder = "vous_etes"
        case subject = "objet"
        case description = "reclamation"
        case trainingAction = "action_formation"
        case attachment = "piece_jointe"
    }

    /// What is demanded, in the order of the form.
    public let required: [Item]

    public init(required: [Item]) {
        self.required = Item.allCases.filter(required.contains)
    }

    /// Name, first name, one contact, stakeholder type and description.
    public static let standard = Completeness(required: [.lastName, .firstName, .contact, .stakeholder, .description])

    /// What the complaint still lacks.
    public func missing(from original: Original) -> [Item] {
        required.filter { item in
            switch item {
            case .lastName: original.lastName.isBlank
            case .firstName: original.firstName.isBlank
            case .contact: original.email == nil && original.paperAddress.isBlank
            case .stakeholder: original.stakeholder == nil
            case .subject: original.subject.isBlank
            case .description: original.text.isBlank
            case .trainingAction: original.trainingAction.isBlank
            case .attachment: original.files.isEmpty
            }
        }
    }
}

extension String {
    /// Whether there is nothing in it to read.
    package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
