import Complaints

/// What makes a password good enough (S-51): long, and not what somebody would try first. Nothing about its
/// composition, nothing about its age (CNIL, délibération 2022-100, cas 2; ASVS 6.2).
///
/// In place of a list of leaked passwords, most of which are too short here anyway: how much of a password is left once
/// common words, runs of keys, years, repetitions and what everybody knows about its owner are counted for what they
/// are worth. A list only knows what it holds; `Motdepasse2031!!` is on none.
public struct PasswordRules: Sendable {
    /// What a password may have wrong.
    public enum Mistake: Error, Sendable, Equatable {
        /// Under 15 characters.
        case tooShort
        /// Over 128 characters.
        case tooLong
        /// Little more than words, runs or repetitions that are tried first.
        case common
        /// Little more than the names of its owner, the organisation or this software.
        case personal
    }

    /// Characters, as Unicode scalars.
    public static let length = 15...128
    /// How many characters' worth nobody would guess must be left.
    private static let worth = 8

    private let personal: Set<[Character]>

    /// The rules for one person.
    public init(organisation: String, name: String, email: String) {
        let local = email.prefix { $0 != "@" }
        let whole = [organisation, name, email, String(local)].map { FoldedText.words($0).joined() }
        let words = FoldedText.words([organisation, name, email, "doleances reclamations"].joined(separator: " "))
        personal = Set((whole + words).filter { $0.count >= 3 }.map(Array.init))
    }

    /// What a password has wrong first, or nothing.
    public func mistake(in password: String) -> Mistake? { mistakes(in: password).first }

    /// All that a password has wrong, so that nobody mends one thing to be told of the next. Of one that is much too short
    /// or too long, nothing else is said.
    public func mistakes(in password: String) -> [Mistake] {
        // No character has more than four bytes; a hostile mebibyte is not counted (S-30).
        guard password.utf8.count <= 4 * Self.length.upperBound else { return [.tooLong] }
        let count = password.unicodeScalars.count
        guard count <= Self.length.upperBound else { return [.tooLong] }
        let short: [Mistake] = count < Self.length.lowerBound ? [.tooShort] : []
        guard count >= Self.worth else { return short }
        return short + [guessable(password)].compactMap(\.self)
    }

    private func guessable(_ password: String) -> Mistake? {
        let unit = Self.repeatedUnit(of: Array(FoldedText.fold(password)))
        if GuessableText(unit, words: CommonWords.all).worth < Self.worth { return .common }
        if GuessableText(unit, words: CommonWords.all, free: personal).worth < Self.worth { return .personal }
        return nil
    }

    /// What is repeated, where the whole is a repetition; a secret is worth no more for being typed twice.
    private static func repeatedUnit(of text: [Character]) -> [Character] {
        let period =
            text.isEmpty
            ? nil
            : (1...text.count).first { period in
                text.indices.dropFirst(period).allSatisfy { text[$0] == text[$0 - period] }
            }
        return period.map { $0 * 2 <= text.count ? Array(text[..<$0]) : text } ?? text
    }
}
