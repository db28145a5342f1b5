import Complaints

/// Somebody of the demonstration's school who signs in.
struct DemoPerson {
    /// Everybody's: nobody else reaches a demonstration.
    static let password = "cheval agrafe pile correcte"

    let name: String
    let email: String
    let roles: Set<Role>
}

extension DemoSchool {
    /// Who handles the complaints.
    static let manager = DemoPerson(
        name: "Camille Roux",
        email: "camille.roux@cine-atelier.example",
        roles: [.complaintsManager, .management]
    )

    /// Who judges a message that somebody else can then judge again.
    static let director = DemoPerson(
        name: "Sofia Marchand",
        email: "sofia.marchand@cine-atelier.example",
        roles: [.management]
    )
}
