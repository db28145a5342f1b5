public import Complaints

/// The settings of the organisations whose registers these are.
extension RegisterDirectory {
    /// Changes an organisation: all of it, or nothing. Every request of this server after it sees the change.
    ///
    /// - Parameters:
    ///   - author: whose hand it is, in the history of the settings.
    ///   - reason: why, in the same.
    /// - Throws: as `Organisations.change`.
    public func change(
        _ organisation: Organisation,
        _ change: OrganisationChange,
        author: String,
        reason: String
    ) async throws {
        _ = try await organisations.change(organisation.id, change, author: author, reason: reason)
        await refresh()
    }

    /// A version of an organisation's procedure; nil where there is no such one.
    public func procedure(of organisation: Organisation, version: Int) async throws -> Procedure? {
        try await organisations.procedure(of: organisation.id, version: version)
    }

    /// Every change of an organisation's settings, the newest first.
    public func history(of organisation: Organisation) async throws -> [SettingsChange] {
        try await organisations.history(of: organisation.id)
    }
}
