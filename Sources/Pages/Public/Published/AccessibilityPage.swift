public import Complaints

/// The accessibility statement, in the form of the RGAA: what was tested, what was not, whom to tell, and the Défenseur
/// des droits (loi 2005-102, art. 47; R-79). Without an audit in force only « non conforme » may be said.
public struct AccessibilityPage: Page {
    public static let template = "public/published/accessibility"

    let frame: PublicFrame
    let providerName: String
    let email: String?
    let telephone: String?
    let address: [String]
    let ombudsman = "https://www.defenseurdesdroits.fr/nous-contacter-355"
    let delegates = "https://www.defenseurdesdroits.fr/carte-des-delegues"

    public init(provider: Provider, press: Press) {
        frame = PublicFrame(
            title: press.words("access.title"),
            provider: provider,
            in: .other(Path.accessibility),
            press
        )
        providerName = provider.name
        email = provider.email.nonEmpty
        telephone = provider.telephone.nonEmpty
        address = [provider.name] + provider.postalAddress.lines
    }
}
