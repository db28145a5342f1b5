/// What came of one attempt to deliver a letter.
///
/// The texts are for the operator: they are English as relays and libcurl write them, one line, with every address
/// taken out, so that they may be logged.
public enum Delivery: Sendable, Hashable {
    /// The relay took charge of it, and this is its last reply. Only now has the letter been sent.
    case accepted(reply: String)
    /// Not sent, or not known to be sent; to be tried again with the same bytes.
    case deferred(Obstacle, detail: String)
    /// The relay will never take it: `code` is its reply code, from 500 to 599. A person has to act.
    case refused(code: Int, reason: String)

    /// Why a letter could not leave this time.
    public enum Obstacle: String, Sendable, Hashable, CaseIterable {
        /// No such host, or nothing answers there.
        case unreachable
        /// No TLS, a certificate that is not the relay's, or no sensible answer: nothing was sent (S-79).
        case insecure
        /// The relay does not accept our user name and password, or wants some.
        case unauthenticated
        /// The relay asks to try later.
        case postponed
        /// The relay did not answer in time.
        case timedOut
        /// The connection was lost on the way. The relay may have taken the letter all the same.
        case interrupted
        /// The settings make no sense to the mail library: a certificate file that cannot be read, for example.
        case misconfigured
    }
}
