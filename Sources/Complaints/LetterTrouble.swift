/// Why a letter did not leave, in one word that says nothing of what anybody wrote.
public enum LetterTrouble: String, Sendable, Hashable, CaseIterable {
    /// No such relay, or nothing answers there.
    case unreachable
    /// No TLS, or a certificate that is not the relay's: nothing was said (S-79).
    case insecure
    /// The relay does not accept our name and password, or wants some.
    case unauthenticated
    /// The relay asks to come back later.
    case postponed
    /// The relay did not answer in time.
    case timedOut
    /// The connection was lost on the way.
    case interrupted
    /// The relay's settings make no sense to the mail library.
    case misconfigured
    /// The recipient's address cannot be written to.
    case address
    /// The relay will never take it, by its own words.
    case refused
    /// The relay took it, and the log cannot say so: it must not be sent again.
    case unrecorded
    /// A mail system took it, and says that it did not arrive.
    case returned
    /// The post brought it back: nobody fetched it.
    case unclaimed
    /// The post brought it back: nobody of that name lives there.
    case notThere

    /// Whether the post brought it back.
    public var isOfPost: Bool { self == .unclaimed || self == .notThere }

    /// The one that a letter's last result begins with, and the rest of it; nil where it begins with none.
    public static func read(_ result: String) -> (trouble: LetterTrouble, detail: String)? {
        let word = result.prefix { $0 != " " }
        return LetterTrouble(rawValue: String(word)).map { ($0, String(result.dropFirst(word.count)).trimmed) }
    }
}
