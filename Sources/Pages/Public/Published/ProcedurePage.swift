public import Complaints

/// The provider's complaints procedure, made from its settings, with its version and its dates (procedure §1 to §6; R-77,
/// An earlier version reads as it did on its last day.
public struct ProcedurePage: Page {
    public static let template = "public/published/procedure"

    let frame: PublicFrame
    let providerName: String
    let isPast: Bool
    let version: String
    let activityDeclaration: String?
    let contact: String?
    let guide: String
    let definition: String
    let stakeholders: [String]
    let email: String?
    let address: [String]
    let delays: [PublishedDelay]
    let zone: String
    let mediators: [PublishedMediator]
    let confidence: String
    let elsewhere: String?
    let completeness: String
    let reminder: String
    let abandonment: String
    let retention: String
    /// Whether the provider declares that it is one person.
    let isOnePerson: Bool
    let complaintPath: String
    let procedurePath: String
    let versionsPath: String
    let leafletPath: String
    let privacyPath: String
    let proofPath: String

    /// - Parameter today: which day's guide is quoted, and whether a mediator's agreement is over.
    public init(of published: PublishedProcedure, today: CivilDate, press: Press) {
        let day = published.readingDay(today: today)
        let procedure = published.procedure.shown(on: day)
        let provider = procedure.provider
        isPast = !published.isInForce
        let title = isPast ? "procedure.title.version" : "procedure.title"
        frame = PublicFrame(
            title: press.words(title, ["number": String(procedure.version)]),
            provider: provider,
            in: .other(isPast ? Path.procedure(version: procedure.version) : Path.procedure),
            press
        )
        complaintPath = press.link(Path.complaint)
        procedurePath = press.link(Path.procedure)
        versionsPath = press.link(Path.procedureVersions)
        leafletPath = press.link(Path.leaflet)
        privacyPath = press.link(Path.privacy)
        proofPath = press.link(Path.evidence)
        providerName = provider.name
        version = press.words(isPast ? "procedure.until" : "procedure.since", published.holes(press))
        activityDeclaration = provider.activityDeclaration.nonEmpty
        contact = provider.complaintsContact.nonEmpty
        let edition = QualityGuide.inForce(on: day)
        guide = String(edition.number)
        definition = press.words("guide.\(edition.rawValue)")
        stakeholders = Stakeholder.standard.filter { $0.rawValue != "autre" }.map { press.words($0) }
        email = provider.email.nonEmpty
        address = [provider.name] + provider.postalAddress.lines
        delays = [
            PublishedDelay("procedure.delays.acknowledgement", procedure.delays.acknowledgement, press),
            PublishedDelay("procedure.delays.answer", procedure.delays.answer, press),
        ]
        zone = press.words("zone.\(procedure.zone.rawValue)")
        mediators = [
            procedure.consumerMediator.map { PublishedMediator($0, "procedure.mediator.consumer", press) },
            procedure.apprenticeshipMediator.map { PublishedMediator($0, "procedure.mediator.apprenticeship", press) },
        ].compactMap(\.self)
        confidence = press.recipient(of: procedure)
        elsewhere = press.elsewhere("procedure.confidence.elsewhere", procedure)
        completeness = press.list(procedure.completeness.required.map { press.words("completeness.\($0.rawValue)") })
        reminder = press.inDays(procedure.completionWait.reminder)
        abandonment = press.inDays(procedure.completionWait.abandonment)
        retention = press.inYears(procedure.retentionYears)
        isOnePerson = procedure.isOnePerson
    }
}

/// A delay that is promised, and how it is counted.
struct PublishedDelay: Sendable {
    let name: String
    let most: String
    let rule: String

    init(_ key: String, _ delay: Delay, _ press: Press) {
        name = press.words(key)
        most = press.words("procedure.delays.most", ["delay": press.delay(delay)])
        rule = press.words("unit.\(delay.unit.rawValue)")
    }
}

/// A mediator, and the dates of the agreement with it where they are known.
struct PublishedMediator: Sendable {
    let details: MediatorDetails
    let agreement: String?

    init(_ mediator: Mediator, _ key: String, _ press: Press) {
        details = MediatorDetails(mediator, key, press)
        agreement = Self.agreement(mediator, press)
    }

    static func agreement(_ mediator: Mediator, _ press: Press) -> String? {
        let holes = [
            "from": mediator.agreedOn.map(press.long) ?? "",
            "until": mediator.agreementEnds.map(press.long) ?? "",
        ]
        return switch (mediator.agreedOn, mediator.agreementEnds) {
        case (.some, .some): press.words("procedure.mediator.between", holes)
        case (.some, nil): press.words("procedure.mediator.from", holes)
        case (nil, .some): press.words("procedure.mediator.until", holes)
        case (nil, nil): nil
        }
    }
}

extension PublishedProcedure {
    /// Its number and its days, for sentences.
    fileprivate func holes(_ press: Press) -> [String: String] {
        [
            "number": String(procedure.version), "since": press.long(since.civilDate),
            "until": until.map { press.long($0.civilDate) } ?? "",
        ]
    }
}
