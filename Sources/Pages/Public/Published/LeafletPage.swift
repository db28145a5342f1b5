public import Complaints

/// The leaflet for whoever has a complaint, made from the provider's settings: what one is, how to make it, what happens and
/// when, whom else to turn to. It reads on a screen, and prints on two sheets of A4, however long the settings are.
public struct LeafletPage: Page {
    public static let template = "public/published/leaflet"

    /// The form's address as a drawing that a telephone reads.
    struct Square: Sendable {
        let side: String
        let path: String
    }

    /// A way to reach the provider.
    struct Way: Sendable {
        let name: String
        let value: String
    }

    let frame: PublicFrame
    /// Whether its addresses open on this machine alone: then it is not to be printed yet.
    let isLocal: Bool
    let providerName: String
    /// How close the print is set: by how much there is.
    let density: String
    let definition: String
    let guide: String
    let square: Square?
    let formAddress: String
    let followUpAddress: String
    let privacyAddress: String
    let email: String?
    let address: [String]
    /// Whether there is more of it than a name.
    let isPosted: Bool
    let confidence: String
    let acknowledgementDelay: String
    let answerDelay: String
    let mediators: [MediatorDetails]
    let retention: String
    let contacts: [Way]
    let version: String
    let since: String

    /// - Parameters:
    ///   - published: the version in force.
    ///   - publicAddress: what the addresses begin with, without a slash at the end.
    ///   - isLocal: whether these open on this machine alone.
    ///   - today: which day's guide is quoted, and whether a mediator's agreement is over.
    public init(
        of published: PublishedProcedure,
        publicAddress: String,
        isLocal: Bool,
        today: CivilDate,
        press: Press
    ) {
        self.isLocal = isLocal
        let procedure = published.procedure.shown(on: today)
        let provider = procedure.provider
        frame = PublicFrame(
            title: press.words("leaflet.title"),
            provider: provider,
            in: .other(Path.leaflet),
            press
        )
        providerName = provider.name
        let edition = QualityGuide.inForce(on: today)
        definition = press.words("guide.\(edition.rawValue)")
        guide = String(edition.number)
        formAddress = publicAddress + press.link(Path.complaint)
        followUpAddress = publicAddress + press.link(Path.followUp)
        privacyAddress = publicAddress + press.link(Path.privacy)
        square = QRCode(formAddress).map { Square(side: String($0.side), path: $0.path) }
        email = provider.email.nonEmpty
        address = [provider.name] + provider.postalAddress.lines
        isPosted = address.count > 1
        confidence = press.recipient(of: procedure)
        acknowledgementDelay = press.delay(procedure.delays.acknowledgement)
        answerDelay = press.delay(procedure.delays.answer)
        mediators = [
            procedure.consumerMediator.map { MediatorDetails($0, "procedure.mediator.consumer", press) },
            procedure.apprenticeshipMediator.map { MediatorDetails($0, "procedure.mediator.apprenticeship", press) },
        ].compactMap(\.self)
        retention = press.inYears(procedure.retentionYears)
        contacts = Self.contacts(provider, publicAddress, press)
        version = String(procedure.version)
        since = press.long(published.since.civilDate)
        let others = mediators.flatMap { [$0.name, $0.website] + $0.address }
        density = Self.density(of: address + others + [confidence])
    }

    private static func contacts(_ provider: Provider, _ publicAddress: String, _ press: Press) -> [Way] {
        [
            ("person", provider.complaintsContact), ("email", provider.email), ("telephone", provider.telephone),
            ("data", provider.dataProtectionContact), ("site", provider.website),
            ("procedure", publicAddress + press.link(Path.procedure)),
        ].compactMap { code, value in
            value.nonEmpty.map { Way(name: press.words("leaflet.contact.\(code)"), value: $0) }
        }
    }

    /// What a line of a column holds, about.
    private static let width = 45

    /// How many lines the settings take, and so how close the print has to be.
    private static func density(of texts: [String]) -> String {
        switch texts.reduce(0, { $0 + 1 + $1.count / width }) {
        case ...22: "airy"
        case ...50: "close"
        default: "closest"
        }
    }
}
