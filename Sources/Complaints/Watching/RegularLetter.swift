/// A letter that the server writes to the provider’s people by itself, one for each person and period, to those who run the
/// procedure and want it.
public enum RegularLetter: String, Sendable, CaseIterable {
    /// Lettre du jour: the cases that wait for them.
    case daily = "jour"
    /// Lettre de la semaine: how the service stands.
    case weekly = "semaine"

    /// Whom they are for: whoever runs the procedure.
    public static let readers: Set<Role> = [.complaintsManager, .management]
}
