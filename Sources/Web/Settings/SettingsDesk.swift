import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Where an administrator or the management sees and changes the organisation's settings, judged as commands have them
/// judged. A change holds for what comes: files that are there keep their due dates.
struct SettingsDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /reglages`.
    func show(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.setter(request)
        let procedure = try await visitor.register.currentProcedure()
        let page = SettingsPage(
            values: try await values(of: procedure, visitor),
            version: procedure.version,
            done: Query(of: request)["fait"].flatMap(SettingsGroup.init),
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page)
    }

    /// `GET /reglages/{groupe}`.
    func form(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.setter(request)
        return try await page(try group(visit), visitor)
    }

    /// `POST /reglages/{groupe}`: what is typed is judged first, and the password asked for then (S-58).
    func change(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.setter(request)
        let group = try group(visit)
        return try await door.take(request, of: visitor) { unaccepted in
            let trouble: SettingsFormPage.Trouble = unaccepted.trouble == .expired ? .expired : .cutShort
            let refused = SettingsFormPage.Refused(typed: unaccepted.form.typed, trouble: trouble)
            return try await page(group, visitor, refused, status: unaccepted.status)
        } does: { form in
            try await change(group, form, visitor, request, visit)
        }
    }

    private func change(
        _ group: SettingsGroup,
        _ form: FormData,
        _ visitor: StaffVisitor,
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        let typed = try await typed(form, group, visitor)
        let reason = form.shown(SettingsFormPage.reason).trimmed
        let procedure = try await visitor.register.currentProcedure()
        let mistakes = typed.mistakes(against: procedure, today: site.today)
        let isLong = reason.count > SettingsFormPage.longestReason
        guard mistakes.isEmpty, !isLong else {
            return try await refuse(form, mistakes, reasonIsLong: isLong, group, visitor)
        }
        return try await door.confirmed(visitor, form, request, visit, back: Path.settings) {
            try await save(typed, because: reason, form, group, visitor)
        }
    }

    /// The page of a form whose sender had been signed out, its words in it; nil where they may not set anything.
    func resume(_ name: String, _ form: FormData, _ visitor: StaffVisitor) async throws -> Response? {
        guard visitor.officer.maySet, let group = SettingsGroup(rawValue: name) else { return nil }
        return try await page(group, visitor, SettingsFormPage.Refused(typed: form.typed, trouble: .resumed))
    }

    private func save(
        _ typed: TypedSettings,
        because reason: String,
        _ form: FormData,
        _ group: SettingsGroup,
        _ visitor: StaffVisitor
    ) async throws -> Response {
        do {
            try await site.registers.change(
                visitor.register.organisation,
                try typed.change(today: site.today),
                author: visitor.account.id,
                reason: reason
            )
        } catch let mistakes as SettingMistakes {
            // Somebody changed what it goes with since it was judged.
            return try await refuse(form, mistakes.all, group, visitor)
        }
        return .redirect(to: Path.done(group.rawValue, at: Path.settings), type: .normal)
    }

    /// The form again, with what is wrong. A detail that stands there and is missed all the same is of a mediator who is no
    /// longer there: the form then goes on from the settings of now, so that sending it again means all of it.
    private func refuse(
        _ form: FormData,
        _ mistakes: [SettingMistake],
        reasonIsLong: Bool = false,
        _ group: SettingsGroup,
        _ visitor: StaffVisitor
    ) async throws -> Response {
        let stale = mistakes.filter { $0.cause == .mediatorIncomplete && !form.only($0.setting.field).trimmed.isEmpty }
        let refused = SettingsFormPage.Refused(
            typed: stale.isEmpty ? form.typed : form.typed.filter { $0.key != "version" },
            mistakes: mistakes.filter { !stale.contains($0) },
            reasonIsLong: reasonIsLong,
            trouble: stale.isEmpty ? nil : .overtaken
        )
        return try await page(group, visitor, refused, status: stale.isEmpty ? .unprocessableContent : .conflict)
    }

    /// What differs from the settings that the form was made from: whatever somebody else has changed meanwhile stays.
    private func typed(
        _ form: FormData,
        _ group: SettingsGroup,
        _ visitor: StaffVisitor
    ) async throws -> TypedSettings {
        let number = Int(form.only("version"))
        let organisation = visitor.register.organisation
        let former =
            if let number, let procedure = try await site.registers.procedure(of: organisation, version: number) {
                procedure
            } else { try await visitor.register.currentProcedure() }
        let seen = ["on": true, "off": false][form.only("second_facteur_vu")]
        let accounts = try await visitor.accounts.all()
        let values = SettingValues(former, needsSecondFactor: seen, of: organisation, accounts, on: site.today)
        return SettingsEntry(form: form, accounts: accounts).typed(group.changeable, from: values)
    }

    private func values(of procedure: Procedure, _ visitor: StaffVisitor) async throws -> SettingValues {
        let accounts = try await visitor.accounts.all()
        return SettingValues(procedure, of: visitor.register.organisation, accounts, on: site.today)
    }

    private func group(_ visit: Visit) throws -> SettingsGroup {
        guard let group = visit.parameters.get("groupe").flatMap({ SettingsGroup(rawValue: $0) }) else {
            throw HTTPError(.notFound)
        }
        return group
    }

    private func page(
        _ group: SettingsGroup,
        _ visitor: StaffVisitor,
        _ refused: SettingsFormPage.Refused? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let procedure = try await visitor.register.currentProcedure()
        let page = SettingsFormPage(
            group,
            values: try await values(of: procedure, visitor),
            version: refused?.version ?? procedure.version,
            refused: refused,
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page, status: status)
    }
}
