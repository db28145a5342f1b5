/// Why a body is not the form it says it is. Nothing is guessed: a body that two readers could read differently is
/// refused.
public enum MalformedForm: Error, Sendable, Equatable {
    /// The boundary is absent, over 70 characters, or has characters that RFC 2046 does not allow.
    case boundary
    /// A boundary is another's, or is followed by neither a line end (CRLF) nor the closing hyphens.
    case delimiter
    /// The text before the first boundary is longer than a part's headers may be.
    case preambleTooLong
    /// A part's header lines exceed `FormLimits.head`.
    case headTooLong
    /// A part's header lines are not header lines, or do not name a form field.
    case head
    /// A transfer encoding that RFC 7578 forbids, such as base64.
    case encoding
    /// More parts or fields than `FormLimits.parts`.
    case tooManyParts
    /// The body ended before its closing boundary.
    case truncated
}
