import Complaints

/// Somebody of a demonstration's provider who signs in.
struct DemoPerson: Sendable {
    /// Everybody's: nobody else reaches a demonstration.
    static let password = "cheval agrafe pile correcte"

    let name: String
    let email: String
    let roles: Set<Role>
    /// For how many days from today the account is good, which is opened today then; nil where it has no end.
    var days: Int?
}
