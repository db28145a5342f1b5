public import Complaints
import Foundation

/// Roles as a command gives them: `responsable,direction`.
public enum RoleList {
    /// Reads them. - Throws: `Settings.Mistake` with every role there is, where one is unknown or none is given.
    public static func read(_ text: String) throws -> Set<Role> {
        let names = text.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        return Set(
            try names.map { name in
                guard let role = Role(rawValue: name) else { throw refusal(name) }
                return role
            }
        )
    }

    /// Every role, as it is typed.
    public static var all: String { Role.allCases.map(\.rawValue).joined(separator: ", ") }

    static func refusal(_ name: String) -> Settings.Mistake {
        let words = name.isEmpty ? "Un compte a au moins un rôle" : "Rôle inconnu : \(name)"
        return Settings.Mistake(description: "\(words) (--roles). Rôles : \(all).", code: .value)
    }
}
