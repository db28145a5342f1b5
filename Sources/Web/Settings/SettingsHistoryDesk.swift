import Complaints
import Hummingbird
import Pages
import Registry

/// The history of the organisation's settings, commands' changes among them.
struct SettingsHistoryDesk: Sendable {
    let site: Site

    /// `GET /reglages/historique`.
    func show(_ request: Request, _: Visit) async throws -> Response {
        let door = StaffDoor(site: site)
        let visitor = try await door.setter(request)
        let accounts = try await visitor.accounts.all()
        let names = Dictionary(accounts.map { ($0.id, $0.name) }) { first, _ in first }
        let values = { (procedure: Procedure) in
            SettingValues(procedure, of: visitor.register.organisation, accounts, on: site.today)
        }
        let published = try await site.registers.history(of: visitor.register.organisation).map { change in
            SettingsHistoryPage.Entry(
                at: change.at,
                author: names[change.author].map { .named($0) }
                    ?? (change.author == SettingsChange.installation ? .installation : .command),
                reason: change.reason,
                version: change.procedure?.version,
                changes: changes(change, values),
                press: site.press
            )
        }
        let told = subscribers(try await visitor.register.subscriberChanges(), names)
        let entries = (published + told).enumerated().sorted {
            ($1.element.at, $0.offset) < ($0.element.at, $1.offset)
        }
        return site.page(
            SettingsHistoryPage(entries: entries.map(\.element), signedIn: door.reader(visitor), press: site.press)
        )
    }

    /// What was set of programs that are told of what happens: what was changed at once is one entry.
    ///
    /// - Parameter changes: the latest first.
    private func subscribers(
        _ changes: [SubscriberChange],
        _ names: [String: String]
    ) -> [SettingsHistoryPage.Entry] {
        var entries: [[SubscriberChange]] = []
        for change in changes {
            if let last = entries.last?.first, last.at == change.at, last.author == change.author,
                last.name == change.name
            {
                entries[entries.count - 1].append(change)
            } else {
                entries.append([change])
            }
        }
        return entries.map { changes in
            SettingsHistoryPage.Entry(
                at: changes[0].at,
                author: names[changes[0].author].map { .named($0) } ?? .server,
                reason: "",
                version: nil,
                changes: changes.map {
                    SettingsHistoryPage.Change($0.setting, of: $0.name, from: $0.former, to: $0.present)
                },
                press: site.press
            )
        }
    }

    /// Each setting that changed, in the order of the groups.
    private func changes(
        _ change: SettingsChange,
        _ values: (Procedure) -> SettingValues
    ) -> [SettingsHistoryPage.Change] {
        let besides = change.besides.map { SettingsHistoryPage.Change($0.setting, from: $0.former, to: $0.present) }
        guard let procedure = change.procedure else { return besides }
        let (former, present) = (change.former.map(values), values(procedure))
        let published = SettingsGroup.allCases.flatMap(\.settings).filter {
            !OrganisationSetting.besideProcedure.contains($0)
        }
        return published.filter { former?[$0] != present[$0] }
            .map { SettingsHistoryPage.Change($0, from: former?[$0], to: present[$0]) } + besides
    }
}
