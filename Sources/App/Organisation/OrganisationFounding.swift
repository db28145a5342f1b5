import Complaints
import Registry

/// An organisation as `organisation add` is to make it: everything that was said of it is known to do.
struct OrganisationFounding {
    let name: String
    /// Nil where it has none.
    let host: String?
    let needsSecondFactor: Bool
    /// The first version.
    let procedure: Procedure
}

extension OrganisationDetails {
    /// The organisation that was described.
    ///
    /// - Parameter today: the day on which the dates of an agreement are judged.
    /// - Throws: `Settings.Mistake` for the first value that will not do, or no name; `Refusal.forbiddenWording`.
    func founding(today: CivilDate) throws -> OrganisationFounding {
        let change = try change(today: today)
        guard let name = change.name else {
            throw Settings.Mistake(description: "--name manque : le nom de l’organisme.", code: .value)
        }
        let bare = Procedure(provider: Provider(name: name))
        let procedure = try change.procedure?(bare) ?? bare
        try procedure.refuseForbiddenWording()
        return OrganisationFounding(
            name: name,
            host: change.host.flatMap { $0.isEmpty ? nil : $0 },
            needsSecondFactor: change.needsSecondFactor ?? true,
            procedure: procedure
        )
    }
}
