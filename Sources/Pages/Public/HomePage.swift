public import Complaints

/// The provider's complaints page: what a complaint is, how to make one, what happens next and when (procedure §1, §3).
public struct HomePage: Page {
    public static let template = "public/home"

    let frame: PublicFrame
    let providerName: String
    let complaintPath: String
    let procedurePath: String
    let leafletPath: String
    /// What a complaint is, as the guide of the day has it.
    let definition: String
    let guide: String
    let email: String?
    let address: [String]
    /// Whether there is more of it than a name.
    let isPosted: Bool
    let acknowledgementDelay: String
    let answerDelay: String
    let mediators: [MediatorDetails]

    /// - Parameters:
    ///   - inForce: its delays are shown, and its mediators while their agreements last.
    ///   - today: which day's guide is quoted, and whether an agreement is over.
    public init(procedure inForce: Procedure, today: CivilDate, press: Press) {
        let procedure = inForce.shown(on: today)
        let edition = QualityGuide.inForce(on: today)
        definition = press.words("guide.\(edition.rawValue)")
        guide = String(edition.number)
        let provider = procedure.provider
        frame = PublicFrame(title: press.words("home.title"), provider: provider, in: .other(Path.home), press)
        complaintPath = press.link(Path.complaint)
        procedurePath = press.link(Path.procedure)
        leafletPath = press.link(Path.leaflet)
        providerName = provider.name
        email = provider.email.nonEmpty
        address = [provider.name] + provider.postalAddress.lines
        isPosted = address.count > 1
        acknowledgementDelay = press.delay(procedure.delays.acknowledgement)
        answerDelay = press.delay(procedure.delays.answer)
        mediators = [
            procedure.consumerMediator.map { MediatorDetails($0, "home.mediator.consumer", press) },
            procedure.apprenticeshipMediator.map { MediatorDetails($0, "home.mediator.apprenticeship", press) },
        ].compactMap(\.self)
    }
}

/// A mediator with the three details that the law wants shown: name, address, website (C. conso. R616-1).
struct MediatorDetails: Sendable {
    let purpose: String
    let text: String
    let name: String
    let address: [String]
    let website: String
    let link: String?

    init(_ mediator: Mediator, _ key: String, _ press: Press) {
        purpose = press.words(key)
        text = press.words("\(key).text")
        name = mediator.name
        address = mediator.postalAddress.lines
        website = mediator.website
        link = mediator.website.webLink
    }
}
