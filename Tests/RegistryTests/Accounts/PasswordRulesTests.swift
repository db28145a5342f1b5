import Testing

@testable import Registry

@Suite struct `The rules for passwords` {
    private let rules = PasswordRules(
        organisation: "Centre Alpha Compétences",
        name: "Zoé Lefèvre",
        email: "z.lefevre@alpha-competences.fr"
    )

    // Shows: S-51, R-65
    @Test(arguments: [
        "correct horse battery staple", "la chaussette boude sous le radiateur", "Xk7!vQ2#pL9@mZ4",
        "þetta er löng setning",
        "👩‍🌾🦄🧦🪗🫖🧵🧶🪴🛶🧭🪁🎏🧉🪕🫧", "               a b c d e f g h i", "3f9a1c7e5b2d8046aa", "tournevis.marmotte.galet",
        "aZ4!kPq9moutarde",
    ]) func `take any long enough phrase, whatever its characters`(password: String) {
        #expect(rules.mistake(in: password) == nil)
    }

    // Shows: S-51
    @Test func `count 15 to 128 characters`() {
        let phrase = "tournevis marmotte galet chaussette radiateur moutarde entonnoir parapluie balancelle "
        let long = phrase + phrase.uppercased() + "x"
        #expect(rules.mistake(in: String(phrase.prefix(14))) == .tooShort)
        #expect(rules.mistake(in: String(phrase.prefix(15))) == nil)
        #expect(rules.mistake(in: String(long.prefix(128))) == nil)
        #expect(rules.mistake(in: String(long.prefix(129))) == .tooLong)
        #expect(rules.mistake(in: "") == .tooShort)
    }

    // Shows: S-51
    @Test func `tell all that is wrong at once`() {
        #expect(rules.mistakes(in: "azertyuiop") == [.tooShort, .common])
        #expect(rules.mistakes(in: "zoelefevre") == [.tooShort, .personal])
        #expect(rules.mistakes(in: "court") == [.tooShort], "what is so short is nothing else besides")
        #expect(rules.mistakes(in: "Xk7!vQ2#pL9@") == [.tooShort])
        #expect(rules.mistakes(in: "tournevis marmotte galet").isEmpty)
    }

    // Shows: S-51
    @Test(arguments: [
        "azertyuiopqsdfghjklm", "Azertyuiop12345!", "qwertyuiop123456", "123456789012345", "1234567890123456",
        "aaaaaaaaaaaaaaaaaaaa",
        "motdepasse123456", "MotDePasse2026!!", "M0tDeP@sse2026!!", "password12345678", "P@ssw0rdP@ssw0rd",
        "passwordpassword", "password password password password",
        "Bonjour123456789", "bienvenue2026!!!", "jetaimejetaime1234", "abcdefghijklmnop", "zyxwvutsrqponmlk",
        "1a2z3e4r5t6y7u8i9o0p",
        "aqwzsxedcrfvtgb", "1qaz2wsx3edc4rfv", "soleilsoleilsoleil", "Formation-Qualiopi-2026", "administrateur2026",
        "k7Xk7Xk7Xk7Xk7Xk7X",
        "iloveyouiloveyou", "00000000000000000", "Marseille13131313", "Nicolas01012001!!", "changemechangeme1",
        "19851985198519851985", "...............", "               ",
    ]) func `refuse what is tried first`(password: String) {
        #expect(rules.mistake(in: password) == .common)
    }

    // Shows: S-51
    @Test(arguments: [
        "CentreAlphaCompetences", "alphacompetences2026", "Zoe-Lefevre-2026!!", "z.lefevre@alpha-competences.fr",
        "doleances-alpha-2026", "LefèvreLefèvreLef",
        "Lefevre.Zoe.Alpha1", "competences alpha centre!",
    ]) func `refuse what everybody knows about its owner`(password: String) {
        #expect([.common, .personal].contains(rules.mistake(in: password)))
    }

    @Test func `have a list without doubles or anything but plain words`() {
        #expect(CommonWords.all.count >= 300)
        #expect(CommonWords.all.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } })
    }
}
