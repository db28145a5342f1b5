/// Médiateur: name, postal address and website, all three required in an answer (C. conso. R616-1; ).
public struct Mediator: Sendable, Hashable, Codable {
    /// Name of the mediator or of the body.
    public var name: String
    /// Postal address.
    public var postalAddress: String
    /// Website, https.
    public var website: String
    /// When the provider's agreement with it began; nil where that was not said.
    public var agreedOn: CivilDate?
    /// The last day of that agreement; nil where it has no end.
    public var agreementEnds: CivilDate?

    public init(
        name: String,
        postalAddress: String,
        website: String,
        agreedOn: CivilDate? = nil,
        agreementEnds: CivilDate? = nil
    ) {
        self.name = name
        self.postalAddress = postalAddress
        self.website = website
        self.agreedOn = agreedOn
        self.agreementEnds = agreementEnds
    }

    private enum CodingKeys: String, CodingKey {
        case name = "nom"
        case postalAddress = "adresse"
        case website = "site"
        case agreedOn = "convention_du"
        case agreementEnds = "convention_jusqu_au"
    }
}

/// How a provider stands with its consumer mediator on a day (C. conso. L612-1; R-38).
public enum MediatorStanding: Sendable, Hashable {
    /// None is set.
    case missing
    /// The agreement ended on that day, which is past: the mediator may be told to nobody any more.
    case expired(CivilDate)
    /// The agreement ends on that day, within `noticeDays`.
    case ending(CivilDate)
    /// Nothing to do.
    case inForce

    /// How many days ahead the end of an agreement is warned of.
    public static let noticeDays = 60

    /// The standing of a mediator on a day.
    public init(of mediator: Mediator?, on day: CivilDate) {
        guard let mediator else {
            self = .missing
            return
        }
        guard let end = mediator.agreementEnds else {
            self = .inForce
            return
        }
        if end < day {
            self = .expired(end)
        } else {
            self = day.days(until: end) <= Self.noticeDays ? .ending(end) : .inForce
        }
    }
}
