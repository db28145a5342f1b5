import Complaints
import HTTPTypes
import Registry
import TestSupport
import Testing

@testable import Web

/// Two organisations at two host names, and what belongs to a complainant and an officer of each.
struct SwapScene: Sendable {
    static let (host, otherHost) = ("un.exemple.fr", "deux.exemple.fr")

    let site: TestSite
    /// Whoever asks: an officer of the first organisation, who administers its accounts too, and a complainant of it.
    let own: Holdings
    /// Another complaint there, and a colleague.
    let neighbour: Holdings
    /// Those of the other organisation. Their numbers are none of the first one's.
    let stranger: Holdings
    /// A complaint of the first organisation that has just come in.
    let fresh: CaseFile

    init(_ site: TestSite) async throws {
        self.site = site
        let (one, other) = (try await Self.found(Self.host, site), try await Self.found(Self.otherHost, site))
        own = try await site.holdings("canarimien", in: one, roles: [.complaintsManager, .administrator])
        neighbour = try await site.holdings("canarivoisin", in: one)
        let scant = Register.Intake(channel: .form, original: Story.original)
        fresh = try await one.caseFile(try await one.receive(scant).caseFile)
        for number in 1...3 { _ = try await site.holdings("avant\(number)", in: other) }
        stranger = try await site.holdings("canarilointain", in: other)
        _ = try await site.site.registers.all(fresh: true)
    }

    private static func found(_ host: String, _ site: TestSite) async throws -> Register {
        let organisations = site.books.organisations
        let organisation = try await organisations.add(
            name: host,
            host: host,
            needsSecondFactor: false,
            procedure: Story.procedure
        )
        return try organisations.register(of: organisation, compose: TestBooks.compose)
    }

    /// Both of whoever asks, in one browser.
    var asker: Asker {
        Asker(account: own.officer, session: own.session, follower: own.follower, browser: own.browser)
    }

    /// What may not change: all of the other organisation, and all that the neighbour's case file owns.
    func rows() async throws -> [String: [String]] {
        let theirs = try await site.books.rows(of: stranger.register.organisation)
        let beside = try await site.books.rows(of: neighbour.caseFile)
        return theirs.merging(beside.map { ("voisin/\($0)", $1) }) { $1 }
    }

    /// Whether an answer has anything of others' in it, the name of the other organisation included.
    ///
    /// - Parameter typed: what was typed by whoever asks, and may be shown again.
    func shows(_ answer: TestAnswer, typed: String = "") -> Bool {
        var all = answer.text + answer.location
        if !typed.isEmpty { all = all.replacing(typed, with: "") }
        return neighbour.isIn(all) || stranger.isIn(all) || all.contains(Self.otherHost)
    }

    /// Sends a form of staff, right in its token and, for an act, in its version.
    func staff(
        _ path: String,
        of file: CaseFile.ID? = nil,
        _ fields: KeyValuePairs<String, String>
    ) async throws
        -> TestAnswer
    {
        var sent = [("jeton", seal(StaffDoor.purpose, own.session.digest))]
        if let file { sent.append(("version", "\(try await own.register.caseFile(file).version)")) }
        return try await send(path, sent + fields.map { ($0.key, $0.value) })
    }

    /// Sends an act on the complaint that has just come in, or on one's own.
    func act(
        _ noun: String,
        onFresh isFresh: Bool = false,
        _ fields: KeyValuePairs<String, String>
    ) async throws -> TestAnswer {
        let (id, number) = isFresh ? (fresh.id, fresh.address) : (own.caseFile, own.number)
        return try await staff("/dossiers/\(number)/\(noun)", of: id, fields)
    }

    /// Sends an addition to one's own complaint.
    func add(_ fields: KeyValuePairs<String, String>) async throws -> TestAnswer {
        let own = [
            ("jeton", seal(FollowUpDoor.purpose, own.follower.digest)), ("version", "\(try await own.version)"),
            ("texte", "Encore ceci"),
        ]
        return try await send("/suivi/dossier/ajouts", own + fields.map { ($0.key, $0.value) })
    }

    /// Enters a complaint that did not come by the form, with one's own token of it unless it is given one.
    func enter(_ fields: KeyValuePairs<String, String>) async throws -> TestAnswer {
        let envoi = seal(TranscriptionDesk.purpose, own.session.digest)
        let given = fields.map { ($0.key, $0.value) }
        let words = [
            ("jeton", seal(StaffDoor.purpose, own.session.digest)), ("canal", Channel.telephone.rawValue),
            ("arrivee_le", "2026-11-23"), ("accord", "oui"), ("reclamation", "Rendez-moi mon argent"),
        ]
        return try await send(
            "/receptions/saisir",
            words + given + (given.contains { $0.0 == "envoi" } ? [] : [("envoi", envoi)])
        )
    }

    /// Sends a form that needs no session, with a token of its own unless it is given one.
    func open(
        _ path: String,
        for purpose: String = "",
        _ fields: KeyValuePairs<String, String>
    ) async throws -> TestAnswer {
        let token = purpose.isEmpty ? [] : [("jeton", seal(purpose, []))]
        return try await send(path, token + fields.map { ($0.key, $0.value) })
    }

    /// Sends the public form's words, to be read again or at once.
    func complain(_ step: String, _ fields: KeyValuePairs<String, String>) async throws -> TestAnswer {
        let words = [
            ("nom", "Àrçy"), ("prenom", "Noé"), ("vous_etes", "stagiaire"), ("courriel", "noe@exemple.example"),
            ("objet", "Salle froide"), ("reclamation", "Sans chauffage"), ("etape", step),
        ]
        return try await send("/reclamation", words + fields.map { ($0.key, $0.value) })
    }

    func get(_ path: String) async throws -> TestAnswer {
        try await site.send(.get, path, cookie: asker.cookie(), at: Self.host)
    }

    /// Asks as one's own program does.
    func program(_ path: String, showing token: AccessToken? = nil) async throws -> TestAnswer {
        try await site.ask(.get, path, showing: (token ?? own.token).text, at: Self.host)
    }

    private func send(_ path: String, _ fields: [(String, String)]) async throws -> TestAnswer {
        try await site.send(.post, path, fields, cookie: asker.cookie(), at: Self.host)
    }

    func seal(_ purpose: String, _ binding: [UInt8]) -> String {
        site.site.seal(site.site.newForm(), for: purpose, binding: binding)
    }
}
