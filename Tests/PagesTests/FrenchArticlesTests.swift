import Complaints
import Testing

@testable import Pages

@Suite struct `A function after a preposition, as the French say it` {
    @Test(arguments: [
        ("le président du conseil", "au président du conseil"), ("Le Président", "au Président"),
        ("les élus", "aux élus"), ("La référente qualité", "à la référente qualité"),
        ("l’équipe de direction", "à l’équipe de direction"), ("L'administratrice", "à l'administratrice"),
        ("la présidente et le trésorier", "à la présidente et au trésorier"),
        ("le président ou la trésorière", "au président ou à la trésorière"),
        ("la directrice chargée de le suivre", "à la directrice chargée de le suivre"),
        ("Une avocate", "à une avocate"), ("Mme Durand", "à Mme Durand"), ("Les Amis", "aux Amis"),
        ("Leïla Benali", "à Leïla Benali"), ("", ""),
    ])
    func `is contracted with its article, which loses its capital`(function: String, told: String) {
        #expect(FrenchArticles.to(function) == told)
    }

    @Test(arguments: [
        ("Adèle", "d’Adèle"), ("Œuvre", "d’Œuvre"), ("Écija", "d’Écija"), ("E\u{301}mile", "d’E\u{301}mile"),
        ("Marie", "de Marie"), ("Mme Aubin", "de Mme Aubin"), ("🎭", "de 🎭"), ("", "de "),
    ])
    func `is elided before a vowel`(name: String, told: String) {
        #expect(FrenchArticles.of(name) == told)
    }

    // Shows: R-87
    @Test func `is so wherever it is said to whom something in confidence goes`() throws {
        let press = try Press()
        var procedure = PublicSamples.procedure
        procedure.confidential = ConfidentialRecipients(accounts: ["camille"], function: "Le président du conseil")
        for (key, told) in [
            ("confidence", "en confidence, au président du conseil."),
            ("staff.oral.confidence", "en confidence, qu’au président du conseil."),
            ("staff.oral.noted", "ouvert au président du conseil et"),
            ("staff.saisie.received", "en confidence, au président du conseil et"),
        ] { #expect(press.whose(key, procedure).contains(told), "\(key)") }
    }
}
