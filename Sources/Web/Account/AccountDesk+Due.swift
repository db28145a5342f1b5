import Complaints
import Hummingbird
import Pages
import Registry

/// What somebody sets of their own absence, and the address for their calendar.
extension AccountDesk {
    /// `POST /compte/absence`: notes an absence, or with `fin` takes it back.
    func changeAbsence(_ request: Request, _: Visit) async throws -> Response {
        try await take(request) { visitor, form in
            let absence = AbsenceForm(form)
            if let wrong = try await absence.note(of: visitor.account, by: visitor) {
                return try await page(visitor, absence: wrong, status: .unprocessableContent)
            }
            return done(absence.ends ? .absenceEnded : .absence)
        }
    }

    /// `POST /compte/calendrier`: makes an address in place of one before, after the password (S-58), and shows it once.
    func makeCalendar(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(request) { visitor, form in
            try await door.confirmed(visitor, form, request, visit, back: Path.account) {
                let secret = try await visitor.accounts.makeCalendarFeed(of: visitor.account.id)
                let page = SecretMadePage.calendar(
                    site.publicAddress(of: visitor.register.organisation) + Path.calendar(secret.text),
                    signedIn: door.reader(visitor),
                    press: site.press
                )
                return site.page(page)
            }
        }
    }

    /// `POST /compte/calendrier/fin`: takes it back; what takes rights away does not wait.
    func endCalendar(_ request: Request, _: Visit) async throws -> Response {
        try await take(request) { visitor, _ in
            try await visitor.accounts.endCalendarFeed(of: visitor.account.id)
            return done(.calendarEnded)
        }
    }

    /// Nil for those who read no case.
    func calendar(of visitor: StaffVisitor) async throws -> CalendarStanding? {
        guard visitor.officer.readsCaseFiles else { return nil }
        let feed = try await visitor.accounts.calendarFeed(of: visitor.account.id)
        return CalendarStanding(since: feed?.madeAt, usedOn: feed?.usedOn)
    }
}
