import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

/// What is closed to a caller whom the part of the site lets in.
extension RouteMatrix {
    /// All that there is of a case file that is open to one officer alone, and the lists of which it is a line.
    mutating func askRestricted() async throws {
        let target = try await site.holdings("canariferme")
        try await restrict(target)
        let before = try await site.standing(of: target)
        for (route, policy) in policies.sorted(by: { $0.key < $1.key }) {
            let path = String(route.split(separator: " ")[1])
            let isOfCase = [Path.cases, Path.auditedCases, Path.letters, Path.attachments]
                .contains { path.hasPrefix($0 + "/") }
            if route.hasPrefix("POST") {
                if isOfCase { try await sendRestricted(route, path, policy, target) }
            } else if isOfCase || Self.isList(path) {
                for method in [HTTPRequest.Method.get, .head] {
                    try await askRestricted(method, path, policy, target)
                }
            }
        }
        if try await site.standing(of: target) != before { mismatches.append("a restricted case file was changed") }
    }

    /// All that there is of what was said in confidence to one officer, and the lists that would have it.
    mutating func askConfided() async throws {
        let whisper = "canarisouffle"
        var procedure = Story.procedure
        procedure.confidential = ConfidentialRecipients(accounts: [own.officer.id], function: "la présidente")
        try await site.books.publish(procedure)
        // What the caller did before may have ended their session.
        let asker = try await Self.asker(caller, own, other, site, number: cells)
        var target = own
        target.discontent = try await site.hear(whisper, own.register, inConfidence: true)
        let before = try await site.books.rows(of: target.discontent)["log_opening"]
        for (route, policy) in policies.sorted(by: { $0.key < $1.key }) {
            let path = String(route.split(separator: " ")[1])
            let isOfIt = path.hasPrefix(Path.discontents + "/")
            let lists = [Path.discontents, Path.dashboard, Path.accesses].map { "GET \($0)" }
            guard isOfIt || lists.contains(route) else { continue }
            let isForm = route.hasPrefix("POST")
            let status = policy.refusal(of: caller, isForm: isForm) ?? (isOfIt ? 403 : 200)
            let form = isForm ? try await SampleForm(route, of: target, by: asker) : nil
            let answer = try await site.send(
                isForm ? .post : .get,
                target.path(of: path),
                form?.sealed(by: site.site),
                cookie: asker.cookie()
            )
            note("\(route), in confidence", answer, isRight: answer.status == status && !answer.text.contains(whisper))
        }
        let after = try await site.books.rows(of: target.discontent)["log_opening"]
        if after != before { mismatches.append("what was said in confidence was changed") }
    }

    /// Closes a case file, and what was said before it was written, to all but its officer, who looks at it.
    private func restrict(_ target: Holdings) async throws {
        try await site.restrict(target.caseFile, to: [target.officer.id])
        let caseFile = target.caseFile
        try await target.register.change(discontent: target.discontent, by: .officer(Story.manager)) {
            try $0.end(DiscontentEnding(.linked, as: caseFile), $1)
        }
        try await target.register.recordAccess(.opened, of: caseFile, by: target.officer.id)
    }

    /// Whether a page lists what there is: case files, what was said, who looked at them.
    private static func isList(_ path: String) -> Bool {
        path.hasPrefix(Path.audit)
            || [Path.dashboard, Path.receptions, Path.register, Path.discontents, Path.letters].contains(path)
    }

    private mutating func askRestricted(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ policy: RoutePolicy,
        _ target: Holdings
    ) async throws {
        let entry = path.hasPrefix(Path.audit) ? policy : .readers
        let status = entry.refusal(of: caller, isForm: false) ?? closed(path, isForm: false)
        let answer = try await site.send(method, target.path(of: path), cookie: reader.cookie())
        let isRight = answer.status == status && (method != .head || answer.text.isEmpty)
        let isOfWhole = status == 200 && method == .get
        let isLine = !isOfWhole || Self.isLine(target, at: path, in: answer.text)
        note("\(method) \(path), restricted", answer, isRight: isRight && isLine && isSilent(answer, target))
    }

    private mutating func sendRestricted(
        _ route: String,
        _ path: String,
        _ policy: RoutePolicy,
        _ target: Holdings
    ) async throws {
        let status = RoutePolicy.readers.refusal(of: caller, isForm: true) ?? closed(path, isForm: true)
        let fields = try await SampleForm(route, of: target, by: reader)?.sealed(by: site.site)
        let answer = try await site.send(.post, target.path(of: path), fields, cookie: reader.cookie())
        note("\(route), restricted", answer, isRight: answer.status == status && isSilent(answer, target))
    }

    /// What the address of a closed case answers to those whom the part of the site lets in: 200 where it is a list. What
    /// was sent about a letter is given back.
    private func closed(_ path: String, isForm: Bool) -> Int {
        if path.hasPrefix(Path.letters + "/") { return isForm ? 403 : 404 }
        if path.hasPrefix(Path.attachments + "/") { return 404 }
        return [Path.cases, Path.auditedCases].contains { path.hasPrefix($0 + "/") } ? 403 : 200
    }

    /// Whether a list has of a closed case what it is to have: the ledgers its number without a way to it, the journal of
    /// accesses not even that (docs/decisions/0018, 0022).
    private static func isLine(_ target: Holdings, at path: String, in text: String) -> Bool {
        switch path {
        case Path.register, Path.auditedRegister: text.contains(target.number)
        case Path.receptions, Path.auditedReceptions: text.contains(target.reference)
        case Path.accesses: !text.contains(target.number) && !text.contains(target.reference)
        default: true
        }
    }

    /// Whether an answer has no word of a closed case, and no way to it.
    private func isSilent(_ answer: TestAnswer, _ target: Holdings) -> Bool {
        let ways = [target.number, target.reference].flatMap { [Path.caseFile($0), Path.auditedCase($0)] }
        return !target.isIn(answer.text) && !target.isIn(answer.location)
            && !ways.contains { answer.text.contains("href=\"\($0)") }
    }
}
