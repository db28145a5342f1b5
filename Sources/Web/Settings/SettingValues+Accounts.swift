public import Complaints
public import Pages
public import Registry

extension SettingValues {
    /// The settings of an organisation, told with its accounts.
    ///
    /// - Parameters:
    ///   - procedure: the version that is meant.
    ///   - needsSecondFactor: what is meant of it, which no version says; nil for what it is today.
    ///   - accounts: all of them, closed ones too.
    ///   - today: the day on which they are open or not.
    public init(
        _ procedure: Procedure,
        needsSecondFactor: Bool? = nil,
        of organisation: Organisation,
        _ accounts: [Account],
        on today: CivilDate
    ) {
        self.init(
            procedure: procedure,
            host: organisation.host,
            needsSecondFactor: needsSecondFactor ?? organisation.needsSecondFactor,
            people: accounts.map { account in
                Person(
                    id: account.id,
                    name: account.name,
                    email: account.email,
                    mayBeConfidedIn: account.isOpen(on: today) && account.officer.readsCaseFiles,
                    opens: account.canSignIn(on: today) && account.officer.readsCaseFiles,
                    handles: account.canSignIn(on: today) && account.officer.mayHandle
                )
            }
        )
    }
}
