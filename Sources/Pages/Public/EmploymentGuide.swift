import Complaints

/// For whoever may have a contract of employment with the provider: what this procedure is not for, and where to go. It
/// stops nothing (ISO 10002; R-85).
struct EmploymentGuide: Sendable {
    let places: [String]
    /// That it may be sent all the same; nil where it was.
    let then: String?

    /// Nil for everybody else.
    ///
    /// - Parameter person: what they say to be, be it of the provider's own list.
    init?(for person: Stakeholder?, _ procedure: Procedure, isSent: Bool = false, _ press: Press) {
        guard procedure.kind(of: person)?.mayBeEmployed == true else { return nil }
        places = ["inside", "inspection", "court"].map { press.words("employment.\($0)") }
        then = isSent ? nil : press.words("employment.send")
    }
}

extension FormEntry {
    /// What the person says to be.
    var stakeholder: Stakeholder? { values["vous_etes"]?.nonEmpty.map(Stakeholder.init(rawValue:)) }
}
