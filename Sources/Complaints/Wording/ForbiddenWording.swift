/// What no letter to a complainant may say. Saying the contrary is lawful: « vous n’êtes pas tenu de saisir le médiateur ».
public enum ForbiddenWording: String, Sendable, Hashable, CaseIterable {
    /// The European online dispute platform, closed on 20 July 2025 (Regulation (EU) 2024/3228; R-37).
    case europeanPlatform = "plateforme-rll"
    /// Mediation made a duty, or a condition for going to court (C. conso. L612-4; R-36).
    case compulsoryMediation = "mediation-obligatoire"

    /// The first forbidden wording found in a text, if any. Linear in its length.
    public static func first(in text: String) -> ForbiddenWording? {
        let seen = text.unicodeScalars.filter { !invisible.contains($0) }
        let folded = FoldedText.fold(String(String.UnicodeScalarView(seen)))
        let bare = folded.replacing("%2f", with: "/")
        if addresses.contains(where: bare.contains) { return .europeanPlatform }
        let sentences = Sentence.all(in: folded)
        if sentences.contains(where: { namesPlatform($0.text) }) { return .europeanPlatform }
        return sentences.contains(where: \.makesMediationADuty) ? .compulsoryMediation : nil
    }

    /// To say that it is closed is to tell the truth.
    private static func namesPlatform(_ sentence: String) -> Bool {
        names.contains(where: sentence.contains) && !closings.contains(where: sentence.contains)
    }

    /// Soft hyphens and joins without width, which no reader sees.
    private static let invisible: Set<Unicode.Scalar> = [
        "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
    ]

    private static let addresses = ["europa.eu/consumers/odr", "europa.eu/odr"]

    private static let names = [
        "reglement en ligne des litiges", "plateforme europeenne de reglement", "plateforme rll", "plateforme odr",
    ]

    private static let closings = ["ferme", "existe plus", "supprime", "disparu", "plus accessible", "plus en service"]
}

/// What is wrong with texts that would reach a letter with a forbidden wording in them: the first one.
func forbiddenWording(in texts: [String]) -> Refusal? {
    texts.lazy.compactMap { ForbiddenWording.first(in: $0) }.first.map { .forbiddenWording($0) }
}

/// Refuses texts with a forbidden wording in them.
func refuseForbidden(_ texts: [String]) throws(Refusal) { try refuse([forbiddenWording(in: texts)]) }

extension Procedure {
    /// Refuses settings that would put a forbidden wording in every letter.
    ///
    /// - Throws: `.forbiddenWording` for the first one found.
    public func refuseForbiddenWording() throws(Refusal) {
        for mediator in [consumerMediator, apprenticeshipMediator].compactMap(\.self) {
            try refuseForbidden([mediator.name, mediator.postalAddress, mediator.website])
        }
        try refuseForbidden([
            provider.name, provider.postalAddress, provider.email, provider.telephone, provider.website,
            provider.activityDeclaration, provider.complaintsContact, provider.dataProtectionContact,
            provider.signatory,
        ])
    }
}
