public import HTTPTypes
public import Hummingbird

/// A body that could not be read to its end, with what had been read until then, so that the form can be shown again
/// with the visitor's words in it.
public struct FormRejection: HTTPResponseError {
    /// Why the reading ended.
    public enum Reason: Sendable, Equatable {
        /// The content type is not one of a form.
        case notAForm
        /// The body is compressed: what it unfolds to could not be limited before it is read.
        case encoded
        /// The body is not what its content type says.
        case malformed(MalformedForm)
        /// The body is larger than `FormLimits` allows.
        case tooLarge
    }

    /// Why.
    public let reason: Reason
    /// What came before.
    public let read: FormData

    public var status: HTTPResponse.Status {
        switch reason {
        case .notAForm, .encoded: .unsupportedMediaType
        case .tooLarge, .malformed(.tooManyParts): .contentTooLarge
        case .malformed: .badRequest
        }
    }

    public func response(from request: Request, context: some RequestContext) throws -> Response {
        Response(status: status)
    }
}
