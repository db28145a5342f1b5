@testable import Complaints
@testable import Pages

/// Case files at each stage, also at the two that no event of today leads to.
enum StaffTestFiles {
    static func at(_ stage: Stage) -> CaseFile {
        let chapter: StaffStory.Chapter =
            switch stage {
            case .received: .received
            case .incomplete: .asked
            case .registered: .registered
            case .investigating: .acted
            case .answered: .answered
            case .inMediation: .referred
            case .closed, .archived, .erased: .closed
            case .requalified: .requalified
            case .contested: .contested
            case .abandoned: .abandoned
            case .withdrawn: .withdrawn
            }
        var file = StaffStory.file(chapter)
        file.stage = stage
        return file
    }

    /// Each role alone, and two people who hold several.
    static let officers: [Officer] =
        Role.allCases.map { Officer(id: "ana", roles: [$0]) } + [
            StaffStory.director,
            Officer(id: "ana", roles: [.auditor, .administrator]),
            Officer(id: "ana", roles: []),
        ]

    /// The nouns that the forms of a page are sent under.
    static func nouns(_ markup: StaffMarkup, of identifier: String) -> [String] {
        let prefix = Path.caseFile(identifier) + "/"
        return markup.root.all("form").compactMap { $0.attributes["action"] }
            .filter { $0.hasPrefix(prefix) }
            .map { String($0.dropFirst(prefix.count)) }
    }

    /// The form of an act on a page.
    static func form(_ noun: String, _ markup: StaffMarkup) -> StaffMarkup.Element? {
        markup.root.all("form") { $0.attributes["action"]?.hasSuffix("/\(noun)") == true }.first
    }
}
