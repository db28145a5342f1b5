/// What a token of identity has wrong; the word is for the operator's log.
public enum TokenMistake: String, Error, Sendable, CaseIterable {
    /// No signed token at all, or too long for one.
    case malformed
    /// Signed in a way that we do not take, or not at all.
    case algorithm
    /// By a key that the provider does not publish.
    case key
    /// It was changed, or another signed it.
    case signature
    /// Of another provider.
    case issuer
    /// For somebody else.
    case audience
    /// Asked for by somebody else.
    case party
    /// Over, or older than what we have just asked for.
    case late
    /// Not begun yet.
    case early
    /// Not the answer to this question.
    case nonce
    /// Of nobody.
    case subject
}
