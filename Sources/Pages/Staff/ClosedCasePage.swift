import Complaints

/// For somebody who sent words about a case that is not open to them when they come: nothing of the case, and their own words
/// back, so that they can hand them over.
public struct ClosedCasePage: Page {
    public static let template = "staff/closed-case"

    /// What their words were about.
    public enum Subject: String, Sendable, CaseIterable {
        case caseFile = "dossier"
        /// Something that was said, of which a case came.
        case discontent = "oral"
    }

    let frame: StaffFrame
    let heading: String
    let text: String
    let texts: [String]
    let hasTexts: Bool
    /// That the documents that came along are not kept; nil where there were none.
    let documents: String?
    let home: String
    let back: String

    /// - Parameters:
    ///   - typed: everything that was sent, by field name.
    ///   - hadDocuments: whether documents came along, now or before.
    public init(
        _ subject: Subject,
        typed: [String: [String]],
        hadDocuments: Bool,
        signedIn: SignedIn,
        press: Press
    ) {
        heading = press.words("staff.closed.\(subject.rawValue)")
        text = press.words("staff.closed.\(subject.rawValue).text")
        frame = StaffFrame(title: heading, section: nil, signedIn: signedIn, press: press)
        (home, back) = frame.wayBack(press)
        texts = LostDraft.words(in: typed)
        hasTexts = !texts.isEmpty
        documents = hadDocuments ? press.words("staff.closed.documents") : nil
    }
}
