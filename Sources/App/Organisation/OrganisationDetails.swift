public import Complaints
import Registry
import Web

/// What a command says of an organisation, as it was typed; what it does not say stays as it is.
public struct OrganisationDetails: Codable, Sendable, Equatable {
    /// The texts, by setting.
    public var typed: [OrganisationSetting: String]

    /// - Parameter typed: what was said; nil for what was not.
    public init(_ typed: [OrganisationSetting: String?] = [:]) { self.typed = typed.compactMapValues(\.self) }

    /// Whether anything was said.
    var isGiven: Bool { !typed.isEmpty }

    /// The same, to be judged.
    ///
    /// - Parameter accounts: the organisation's; none where it is only to be added.
    func settings(among accounts: [Account] = []) -> TypedSettings { TypedSettings(typed, among: accounts) }
}
