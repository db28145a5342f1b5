import Pages
import Registry

/// A password as somebody has just chosen it, typed twice.
struct ChosenPassword: Sendable {
    let text: String
    private let again: String

    init(_ form: FormData) {
        text = form.only("mot_de_passe")
        again = form.only("mot_de_passe_encore")
    }

    /// All that it has wrong (S-51).
    func mistakes(for account: Account, of organisation: Organisation) -> [NewPassword.Mistake] {
        mistakes(under: PasswordRules(organisation: organisation.name, name: account.name, email: account.email))
    }

    /// The same under given rules.
    func mistakes(under rules: PasswordRules) -> [NewPassword.Mistake] {
        rules.mistakes(in: text).map(Self.named) + (text == again ? [] : [.different])
    }

    private static func named(_ mistake: PasswordRules.Mistake) -> NewPassword.Mistake {
        switch mistake {
        case .tooShort: .short
        case .tooLong: .long
        case .common: .common
        case .personal: .personal
        }
    }
}
