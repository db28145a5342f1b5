/// The links below a list. They lead on from a number rather than to a page's ordinal, so that a line that comes in
/// meanwhile moves nothing.
struct Pager: Sendable {
    let firstPath: String?
    let nextPath: String?

    /// Nil where there is nowhere to go.
    init?(first: String?, next: String?) {
        guard first != nil || next != nil else { return nil }
        firstPath = first
        nextPath = next
    }
}
