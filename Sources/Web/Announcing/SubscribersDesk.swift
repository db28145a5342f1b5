import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Where an administrator or the management says which programs are told of what happens (docs/decisions/0029).
struct SubscribersDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /reglages/avertissements`.
    func show(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.setter(request)
        let isRemoved = Query(of: request)["fait"] == SubscriberPage.Act.remove.rawValue
        return try await page(visitor, notice: isRemoved ? .removed : nil)
    }

    /// `POST /reglages/avertissements`: adds one, after the password (S-58), and shows its secret once.
    func add(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.setter(request)
        return try await door.take(request, of: visitor) { unaccepted in
            try await page(visitor, unaccepted.form, notice: .expired, status: unaccepted.status)
        } does: { form in
            try await add(form, visitor, request, visit)
        }
    }

    private func add(
        _ form: FormData,
        _ visitor: StaffVisitor,
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        let typed = SubscriberForm(form, privateHosts: site.privateHosts)
        guard let subscription = typed.subscription else {
            return try await page(visitor, form, typed.mistakes, status: .unprocessableContent)
        }
        return try await door.confirmed(visitor, form, request, visit, back: Path.subscribers) {
            do {
                let made = try await visitor.register.subscribe(subscription, by: visitor.account.id)
                let page = SecretMadePage.signing(
                    made.secret.text,
                    of: made.id,
                    named: subscription.name,
                    isRenewed: false,
                    signedIn: door.reader(visitor),
                    press: site.press
                )
                return site.page(page)
            } catch SubscriberRefusal.tooMany(let most) {
                return try await page(visitor, form, notice: .tooMany(most: most), status: .unprocessableContent)
            }
        }
    }

    /// - Parameter form: one that was not done; nil for a fresh one.
    private func page(
        _ visitor: StaffVisitor,
        _ form: FormData? = nil,
        _ mistakes: [String: SubscriberMistake] = [:],
        notice: SubscribersPage.Notice? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let page = SubscribersPage(
            lines: try await visitor.register.subscribers().map(\.line),
            values: form?.typed,
            mistakes: mistakes,
            notice: notice,
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page, status: status)
    }
}

/// A program that is told, as somebody asks for it.
struct SubscriberForm: Sendable {
    private let name: String
    private let address: String
    private let events: [AnnouncedEvent]
    private let privateHosts: Set<String>

    /// - Parameter privateHosts: where something may go in clear text: this machine alone, which the courier sees to.
    init(_ form: FormData, privateHosts: Set<String>) {
        name = form.only("nom").trimmed
        address = form.only("adresse").trimmed
        events = form.values("evenements").compactMap { AnnouncedEvent(rawValue: $0) }
        self.privateHosts = privateHosts
    }

    /// What is to be set; nil where something of it cannot be read.
    var subscription: Subscription? {
        guard mistakes.isEmpty, let address = SubscriberAddress(address) else { return nil }
        return Subscription(name: name, address: address, events: Set(events))
    }

    /// What can be seen to be wrong, all of it.
    var mistakes: [String: SubscriberMistake] {
        var mistakes: [String: SubscriberMistake] = [:]
        let longest = Subscription.longestName
        if !AccountText.isName(name) || name.count > longest { mistakes["nom"] = .name(longest: longest) }
        if let address = SubscriberAddress(address) {
            let mayBeRead = privateHosts.contains(address.host)
            if !address.isSecure, !mayBeRead { mistakes["adresse"] = .clearText }
        } else {
            mistakes["adresse"] = .address
        }
        if events.isEmpty { mistakes["evenements"] = .events }
        return mistakes
    }
}

extension SubscriberRecord {
    /// As pages show it.
    var line: SubscriberLine {
        SubscriberLine(
            id: id,
            subscription: subscription,
            state: state,
            failingSince: failingSince,
            formerUntil: formerUntil
        )
    }
}
