import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Where somebody who may set the organisation sees to one program that is told of what happens. What sends more than before,
/// or elsewhere, asks for the password again (S-58).
struct SubscriberDesk: Sendable {
    let site: Site

    typealias Act = SubscriberPage.Act

    private var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /reglages/avertissements/{id}`.
    func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.setter(request)
        let done = Query(of: request)["fait"].flatMap(Act.init)
        return try await page(try await subscriber(visit, visitor), visitor, done: done)
    }

    /// `GET /reglages/avertissements/{id}/{acte}`: leads to the program, where its forms are.
    func lead(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.setter(request)
        return .redirect(to: Path.subscriber(try await subscriber(visit, visitor).id), type: .normal)
    }

    /// `POST /reglages/avertissements/{id}/{acte}`.
    func act(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.setter(request)
        let subscriber = try await subscriber(visit, visitor)
        guard let act = visit.parameters.get("acte").flatMap(Act.init) else { throw HTTPError(.notFound) }
        return try await door.take(request, of: visitor) { unaccepted in
            let typed = act == .change ? unaccepted.form.typed : nil
            return try await page(subscriber, visitor, refused: .expired, values: typed, status: unaccepted.status)
        } does: { form in
            let typed = SubscriberForm(form, privateHosts: site.privateHosts)
            guard act != .change || typed.subscription != nil else {
                return try await page(
                    subscriber,
                    visitor,
                    values: form.typed,
                    mistakes: typed.mistakes,
                    status: .unprocessableContent
                )
            }
            guard act.asksForPassword else { return try await answer(act, form, typed, subscriber, visitor) }
            return try await door.confirmed(visitor, form, request, visit, back: Path.subscriber(subscriber.id)) {
                try await answer(act, form, typed, subscriber, visitor)
            }
        }
    }

    /// What came of an act, or why nothing was done.
    private func answer(
        _ act: Act,
        _ form: FormData,
        _ typed: SubscriberForm,
        _ subscriber: SubscriberRecord,
        _ visitor: StaffVisitor
    ) async throws -> Response {
        do {
            return try await perform(act, form, typed, subscriber, visitor)
        } catch SubscriberRefusal.isStopped {
            return try await page(subscriber, visitor, refused: .stopped, status: .unprocessableContent)
        } catch SubscriberRefusal.hasNotFailed {
            return try await page(subscriber, visitor, refused: .notFailed, status: .unprocessableContent)
        }
    }

    private func perform(
        _ act: Act,
        _ form: FormData,
        _ typed: SubscriberForm,
        _ subscriber: SubscriberRecord,
        _ visitor: StaffVisitor
    ) async throws -> Response {
        let (register, id, author) = (visitor.register, subscriber.id, visitor.account.id)
        switch act {
        case .change:
            if let subscription = typed.subscription { try await register.change(id, to: subscription, by: author) }
        case .trial: try await register.sendTrial(to: id)
        case .renewSecret:
            let secret = try await register.renewSecret(of: id, by: author)
            let page = SecretMadePage.signing(
                secret.text,
                of: id,
                named: subscriber.subscription.name,
                isRenewed: true,
                signedIn: door.reader(visitor),
                press: site.press
            )
            return site.page(page)
        case .stop: try await register.turn(id, .stopped, by: author)
        case .resume: try await register.turn(id, .active, by: author)
        case .resend: try await register.resend(form.only("avertissement"), to: id)
        case .remove:
            try await register.unsubscribe(id, by: author)
            return .redirect(to: Path.done(act.rawValue, at: Path.subscribers), type: .normal)
        }
        return .redirect(to: Path.done(act.rawValue, at: Path.subscriber(id)), type: .normal)
    }

    /// - Throws: `Register.Failure.unknown`.
    private func subscriber(_ visit: Visit, _ visitor: StaffVisitor) async throws -> SubscriberRecord {
        try await visitor.register.subscriber(visit.parameters.get("id") ?? "")
    }

    private func page(
        _ subscriber: SubscriberRecord,
        _ visitor: StaffVisitor,
        done: Act? = nil,
        refused: SubscriberPage.Refused? = nil,
        values: [String: [String]]? = nil,
        mistakes: [String: SubscriberMistake] = [:],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let page = SubscriberPage(
            of: subscriber.line,
            announcements: try await visitor.register.announcements(to: subscriber.id).map(\.line),
            done: done,
            refused: refused,
            values: values,
            mistakes: mistakes,
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page, status: status)
    }
}

extension SubscriberPage.Act {
    /// Whether something leaves for another place, or under another secret, or leaves again.
    fileprivate var asksForPassword: Bool { [.change, .renewSecret, .resume].contains(self) }
}

extension AnnouncementRecord {
    /// As the page of its program lists it.
    fileprivate var line: AnnouncementLine {
        AnnouncementLine(
            id: id,
            event: event,
            happenedAt: happenedAt,
            state: state,
            attempts: attempts,
            status: status,
            trouble: trouble
        )
    }
}
