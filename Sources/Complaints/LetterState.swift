/// What has become of a letter.
public enum LetterState: String, Sendable, Hashable, CaseIterable {
    /// En attente: the server is to send it, or to send it again.
    case waiting
    /// Retenue: one acknowledgement too many to an address in a day, or in all within an hour (S-43). Somebody must look.
    case held
    /// À imprimer et poster: the person has no e-mail address.
    case paper
    /// Partie: it left our hands.
    case issued
    /// Échec: refused by the recipient's server, or not accepted in five days (S-80). Somebody must look.
    case failed

    /// Whether somebody may carry it to the post instead of the server.
    public var mayBeCarried: Bool { self != .issued }

    /// Whether the server may be told to send it all the same.
    public var mayBeSentAgain: Bool { self == .failed || self == .held }
}
