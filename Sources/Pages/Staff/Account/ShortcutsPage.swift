import Complaints

/// The keys that do something for staff, and whether they do (WCAG 2.1.4; docs/decisions/0025).
public struct ShortcutsPage: Page {
    public static let template = "staff/shortcuts"
    public static var script: PageScript? { .staff }

    /// One line of the list.
    struct Shortcut: Sendable {
        let first: String
        var then: String?
        var or: String?
        let words: String
    }

    let frame: StaffFrame
    let shortcuts: [Shortcut]

    public init(signedIn: SignedIn, press: Press) {
        frame = StaffFrame(title: press.words("staff.shortcuts"), signedIn: signedIn, press: press)
        let doors = StaffFrame.Section.allCases.filter { $0.isOpen(to: signedIn.officer) }.compactMap { section in
            section.key.map { (key: $0, noun: section.rawValue) }
        }
        let ways = (doors + [(key: StaffFrame.accountKey, noun: "compte")]).map { way in
            Shortcut(first: "g", then: way.key, words: press.words("staff.shortcuts.go.\(way.noun)"))
        }
        let enter = press.words("staff.shortcuts.enter")
        let keys: [(first: String, or: String?, does: String)] = [
            ("/", nil, "search"), ("j", nil, "next"), ("k", nil, "previous"), ("o", enter, "open"), ("?", nil, "list"),
        ]
        shortcuts =
            ways
            + keys.map { Shortcut(first: $0.first, or: $0.or, words: press.words("staff.shortcuts.\($0.does)")) }
    }
}
