/// What no letter to a complainant may say.
public enum ForbiddenWording: String, Sendable, Hashable, CaseIterable {
    /// The European online dispute platform, closed on 20 July 2025 (Regulation (EU) 2024/3228; R-37).
    case europeanPlatform = "plateforme-rll"
    /// Mediation made a duty, or a condition for going to court (C. conso. L612-4; R-36).
    case compulsoryMediation = "mediation-obligatoire"

    /// The first forbidden wording found in a text, if any. Linear in its length.
    public static func first(in text: String) -> ForbiddenWording? {
        let folded = folded(text)
        if platform.contains(where: folded.contains) { return .europeanPlatform }
        if compulsion.contains(where: folded.contains) { return .compulsoryMediation }
        return nil
    }

    private static let platform = ["ec.europa.eu/consumers/odr", "ec.europa.eu/odr", "reglement en ligne des litiges"]

    private static let compulsion = [
        "mediation est obligatoire", "mediation obligatoire", "devez saisir le mediateur",
        "devez recourir a la mediation", "devez d'abord saisir le mediateur", "tenu de saisir le mediateur",
        "tenue de saisir le mediateur", "obligation de saisir le mediateur", "obligatoirement saisir le mediateur",
        "saisine prealable obligatoire", "prealable obligatoire a toute action",
        "avant toute action en justice, vous devez",
        "avant tout recours judiciaire, vous devez",
    ]

    /// Lower case, without accents, apostrophes straight, runs of blanks as one space.
    private static func folded(_ text: String) -> String {
        var result = ""
        var blank = false
        for character in FoldedText.fold(text) {
            if character.isWhitespace {
                blank = true
                continue
            }
            if blank { result.append(" ") }
            blank = false
            result.append(character == "’" ? "'" : character)
        }
        return result
    }
}
