public import Complaints
public import Registry

/// The end of an account as a command gives it: `2027-01-31`, `31/01/2027`, or `aucune`.
public enum TermText {
    /// Reads it. - Throws: `Settings.Mistake` with what is accepted.
    public static func read(_ text: String) throws -> AccountTerm {
        if ["aucun", "aucune"].contains(text.lowercased()) { return .unlimited }
        return .until(try day(text))
    }

    /// Reads a day that must be one. - Throws: `Settings.Mistake`.
    public static func day(_ text: String) throws -> CivilDate {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let iso = parts.count == 3 ? "\(parts[2])-\(parts[1])-\(parts[0])" : text
        guard let day = CivilDate(iso) else {
            throw Settings.Mistake(
                description: "--expires : « \(text.prefix(80)) » ne convient pas. Accepté : une date comme 2027-12-31.",
                code: .value
            )
        }
        return day
    }
}
