import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

/// What one caller is answered at every route, by every method, held to what the routes declare.
struct RouteMatrix {
    private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]

    let site: TestSite
    let caller: Caller
    let policies: [String: RoutePolicy]
    /// What is only looked at, and what belongs to another complainant.
    let own, other: Holdings
    /// The caller, for all that changes nothing.
    let reader: Asker
    /// How many answers were looked at.
    private(set) var cells = 0
    /// Those that are not as declared.
    var mismatches: [String] = []

    init(_ site: TestSite, _ caller: Caller) async throws {
        self.site = site
        self.caller = caller
        policies = Routes.router(for: site.site).policies
        own = try await site.holdings("canarimien")
        other = try await site.holdings("canariautre")
        reader = try await Self.asker(caller, own, other, site)
    }

    /// Every path by every method; a method that no route declares is refused whoever asks.
    mutating func askEverywhere() async throws {
        for path in Set(policies.keys.map { String($0.split(separator: " ")[1]) }).sorted() {
            for method in Self.methods {
                let route = "\(method == .head ? "GET" : method.rawValue) \(path)"
                guard let policy = policies[route] else {
                    let answer = try await site.send(method, own.path(of: path), cookie: reader.cookie())
                    note("\(method) \(path)", answer, isRight: answer.status == 405 && !own.isIn(answer.text))
                    continue
                }
                if method == .post {
                    try await send(route, path, policy)
                } else {
                    try await ask(method, route, path, policy)
                }
            }
        }
    }

    /// Every act, each on a case file where it may be done.
    mutating func act() async throws {
        for act in Act.allCases {
            guard let noun = act.noun else { continue }
            guard let sample = (TestAct.all + TestAct.others).first(where: { $0.noun == noun }) else {
                mismatches.append("\(noun) has no form")
                continue
            }
            let id = try await sample.lead(site)
            let asker = try await Self.asker(caller, own, other, site, number: cells)
            let listed = [own.officer.id, asker.account?.id].compactMap(\.self)
            if act == .liftRestriction { try await site.restrict(id, to: listed) }
            let file = try await site.books.register.caseFile(id)
            let before = try await site.books.rows(of: id)
            let token = site.site.seal(
                site.site.newForm(),
                for: StaffDoor.purpose,
                binding: asker.session?.digest ?? []
            )
            let fields =
                sample.fields(by: asker.account?.id ?? "", handler: own.officer.id)
                + [("version", "\(file.version)"), ("jeton", token)]
            let answer = try await site.send(.post, Path.act(noun, of: file.address), fields, cookie: asker.cookie())
            let refusal = RoutePolicy.namedAct.refusal(of: caller, isForm: true, act: act)
            let after = try await site.books.rows(of: id)
            let isDone = after["log_opening"]?.count == (before["log_opening"]?.count ?? 0) + 1
            // A reader who looks at the page of a refusal is in the journal of accesses.
            let isUntouched = after.filter { $0.key != "access" } == before.filter { $0.key != "access" }
            let isRight = answer.status == refusal ?? 303 && (refusal == nil ? isDone : isUntouched)
            let isShown = refusal != 422 || noun != "retrait" || answer.text.contains("Par téléphone, hier")
            note("POST \(noun)", answer, isRight: isRight && isShown)
        }
    }

    /// Every other act that an address names: what comes of what was said, each of something else, all that is done to an
    /// account or to a program that is told of what happens, one after the other, and the settings of each group.
    mutating func actByName() async throws {
        var target = try await site.holdings("canarinomme")
        let asker = try await Self.asker(caller, target, other, site, number: cells)
        for word in ["invitation", "rattachement", "sans-suite"] {
            target.discontent = try await site.hear("canarinomme", target.register)
            let path = "\(Path.discontents)/{id}/{suite}"
            try await send("POST \(path)", path, .receivers, naming: word, about: target, by: asker)
        }
        for act in AccountSheetDesk.Act.allCases {
            let path = "\(Path.accounts)/{id}/{acte}"
            try await send("POST \(path)", path, .administrators, naming: act.rawValue, about: target, by: asker)
        }
        for act in SubscriberPage.Act.allCases {
            let path = "\(Path.subscribers)/{id}/{acte}"
            try await send("POST \(path)", path, .setters, naming: act.rawValue, about: target, by: asker)
        }
        for group in SettingsGroup.allCases {
            let path = "\(Path.settings)/{groupe}"
            try await send("POST \(path)", path, .setters, naming: group.rawValue, about: target, by: asker)
        }
    }

    private mutating func ask(
        _ method: HTTPRequest.Method,
        _ route: String,
        _ path: String,
        _ policy: RoutePolicy
    ) async throws {
        let refusal = policy.refusal(of: caller, isForm: false)
        let named = policy == .holder && refusal != nil ? own.emptyHanded : own
        let answer = try await site.send(method, named.path(of: path), cookie: reader.cookie())
        let isRight =
            answer.status == refusal ?? SampleForm.shown(by: route) && (method != .head || answer.text.isEmpty)
        note(
            "\(method) \(path)",
            answer,
            isRight: isRight && isLed(answer, refusal, policy) && isKept(answer, own, refusal, policy)
        )
    }

    /// Sends a form that is right in everything, about a complaint of its own, by a session of its own; where it is to be
    /// refused, about the one that everybody looks at: it is the same afterwards.
    private mutating func send(_ route: String, _ path: String, _ policy: RoutePolicy) async throws {
        guard policy.refusal(of: caller, isForm: true) == nil else {
            return try await send(route, path, policy, about: own, by: reader)
        }
        let target = try await site.holdings("canari\(cells)x")
        let asker = try await Self.asker(caller, target, other, site, number: cells)
        try await send(route, path, policy, about: target, by: asker)
    }

    private mutating func send(
        _ route: String,
        _ path: String,
        _ policy: RoutePolicy,
        naming word: String? = nil,
        about target: Holdings,
        by asker: Asker
    ) async throws {
        let refusal = policy.refusal(of: caller, isForm: true)
        let isOther = policy == .complainant && caller.standing == .otherComplainant
        let named = isOther ? other : policy == .holder && refusal != nil ? target.emptyHanded : target
        guard let form = try await SampleForm(route, of: named, by: asker, naming: word) else {
            mismatches.append("\(route) \(word ?? "") has no form")
            return
        }
        let before = try await site.standing(of: target)
        let answer = try await site.send(
            .post,
            named.path(of: path, naming: word),
            form.sealed(by: site.site),
            cookie: asker.cookie()
        )
        let status = refusal == nil ? form.done : policy == .holder ? form.withoutIt : refusal
        var isRight =
            answer.status == status && isLed(answer, refusal, policy) && isKept(answer, target, refusal, policy)
        if refusal != nil || isOther {
            isRight = try await site.standing(of: target) == before && isRight
        }
        note("\(route) \(word ?? "")", answer, isRight: isRight)
    }

    /// Whether somebody kept out is led to where one comes in, and nobody else is.
    private func isLed(_ answer: TestAnswer, _ refusal: Int?, _ policy: RoutePolicy) -> Bool {
        let isOut = answer.location.hasPrefix(Path.signIn) || answer.location == Path.followUp
        return refusal == nil ? policy == .anybody || policy == .holder || !isOut : answer.status != 303 || isOut
    }

    /// Whether an answer keeps to itself what it is not to show. Who reads a case file and may not do an act still reads it.
    private func isKept(_ answer: TestAnswer, _ target: Holdings, _ refusal: Int?, _ policy: RoutePolicy) -> Bool {
        ([nil, 422].contains(refusal) && policy.shows(to: caller))
            || (!target.isIn(answer.text) && !target.isIn(answer.location))
    }

    mutating func note(_ cell: String, _ answer: TestAnswer, isRight: Bool) {
        cells += 1
        if !isRight { mismatches.append("\(cell): \(answer.status) \(answer.location)") }
    }

    static func asker(
        _ caller: Caller,
        _ target: Holdings,
        _ other: Holdings,
        _ site: TestSite,
        number: Int = 0
    ) async throws -> Asker {
        switch caller.standing {
        case .nobody: return Asker()
        case .complainant: return Asker(follower: target.follower, browser: target.browser)
        case .otherComplainant: return Asker(follower: other.follower, browser: other.browser)
        case .staff(let roles):
            let account = try await site.hire(roles, email: "agent\(number)@cine-atelier.example")
            return Asker(account: account, session: try await site.session(of: account))
        }
    }
}
