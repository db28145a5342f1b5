public import Complaints

/// One version of a template, with whose hand made it.
public struct TemplateVersion: Sendable, Hashable {
    /// What it was, or is.
    public let template: LetterTemplate
    /// The identifier of an account.
    public let author: String
    /// When it was made.
    public let at: Instant
}

/// Why a template was not kept, apart from what is wrong with it.
public enum TemplateFailure: Error, Equatable {
    /// There is no such one here.
    case unknown
    /// Somebody else changed it meanwhile.
    case changedMeanwhile
    /// There are as many as an organisation may have.
    case tooMany
}
