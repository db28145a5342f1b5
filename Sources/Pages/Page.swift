/// Something that is read: a value whose stored properties fill the holes of one template.
///
/// All formatting is done before: a page holds strings, flags and lists; the template only places them.
public protocol Page: Sendable {
    /// The template's path under `Templates/`, without its ending: `public/form`.
    static var template: String { get }
    /// What makes it easier where scripts run; nil where it has none, and the browser is told to run none.
    static var script: PageScript? { get }
}

extension Page {
    public static var script: PageScript? { nil }
}

/// A script of ours, which no page needs (docs/decisions/0025).
public enum PageScript: String, Sendable, CaseIterable {
    /// For whoever complains: drafts, and the progress of what is sent.
    case complaint = "complaint.js"
    /// For the provider's people: the same, shortcuts, and a button that prints.
    case staff = "staff.js"

    /// Its files, in order.
    var parts: [String] {
        switch self {
        case .complaint: ["drafts", "sending", "begin"]
        case .staff: ["drafts", "sending", "shortcuts", "printing", "begin"]
        }
    }

    /// Where a page loads it from.
    var path: String { Assets.path(rawValue) }
}
