import Complaints

/// The link, or the button of a form, that shows a page in the other language. Nothing chooses for the visitor: where
/// their browser asks for the other one, it is only said in a whole sentence.
struct OtherLanguage: Sendable {
    let code: String
    /// In the other language, as the link is for whoever reads it.
    let label: String
    let isOffered: Bool
    /// Where a link leads; nil where a form is sent instead.
    let path: String?
    /// Where the form of the page is sent, so that nothing that was typed is lost.
    let action: String?

    /// Nil where there is no way.
    init?(_ turn: PublicFrame.Turn, _ press: Press) {
        let other = press.language.other
        switch turn {
        case .other(let address): (path, action) = (Path.link(address, in: other), nil)
        case .home: (path, action) = (Path.link(Path.home, in: other), nil)
        case .sent(let address): (path, action) = (nil, Path.link(address, in: other))
        case .stays: return nil
        }
        code = other.rawValue
        isOffered = press.isOtherPreferred
        label = press.words(isOffered ? "layout.otherLanguage.offer" : "layout.otherLanguage")
    }
}

/// A page in one of its languages, for whoever lists pages (`hreflang`).
struct Alternate: Sendable {
    let code: String
    let path: String

    static func all(of turn: PublicFrame.Turn) -> [Alternate] {
        guard case .other(let address) = turn, !address.hasPrefix(Path.receipt), !address.hasPrefix(Path.followUp + "/")
        else { return [] }
        return Language.allCases.map { Alternate(code: $0.rawValue, path: Path.link(address, in: $0)) }
    }
}
