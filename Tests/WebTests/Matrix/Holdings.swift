import Complaints
import Hummingbird
import Pages
import TestSupport
import Testing

@testable import Registry
@testable import Web

/// All that an identifier can name, of one complaint in mediation, one thing that was only said, and one officer. Every word
/// of it has the canary in it: where that is read, something of theirs was.
struct Holdings: Sendable {
    let site: TestSite
    let register: Register
    let canary: String
    let caseFile: CaseFile.ID
    /// What the case file is addressed by.
    let number: String
    let reference: String
    /// Documents: of the case file, of its mediation, and one that waits with an act's form.
    let pieces: (ofCase: FileSummary, ofMediation: FileSummary, waiting: FileSummary)
    let letter: String
    /// Two others of the case: one to be posted, and one that the post has.
    let others: (toPost: String, posted: String)
    /// What the complainant follows it with, and their session.
    var secret: TrackingSecret
    var follower: StaffToken
    /// The identifier of the form that it came by.
    var envoi: String
    /// The link to another secret, and the browser that asked for it.
    var link: String
    let browser: StaffToken
    /// What somebody said at the desk, invited to write it.
    var discontent: Discontent.ID
    /// A mail of theirs, with a file, that nobody has judged.
    let mail: String
    /// A template of the organisation's: it shows nothing of anybody's case.
    let template: String
    /// A program that is told of what happens, and a trial that it was sent and that was given up.
    let subscriber: String
    let announcement: String
    let officer: Account
    let session: StaffToken
    /// What a program of the officer's shows, to read and to act.
    let token: AccessToken
    /// A colleague of no role yet who is signed in, and the link by which they choose a password.
    let colleague: Account
    var invitation: StaffToken
    /// What the officer's calendar reads the due dates by.
    var calendar: StaffToken

    var email: String { "\(canary)@example.org" }

    /// The same in the hands of somebody who has none of the secrets, and tries others.
    var emptyHanded: Holdings {
        var holdings = self
        holdings.secret = TrackingSecret(random: site.site.world.bytes(17))
        holdings.envoi = site.site.seal(site.site.newForm(), for: ComplaintCounter.purpose)
        holdings.link = StaffToken(random: site.site.world.bytes(32)).text
        holdings.invitation = StaffToken(random: site.site.world.bytes(32))
        holdings.calendar = StaffToken(random: site.site.world.bytes(32))
        return holdings
    }

    /// The address of a route (`/lettres/{id}`) with all that it names.
    ///
    /// - Parameter word: what its own word is, where it is another than usual: the noun of an act.
    func path(of route: String, naming word: String? = nil) throws -> String {
        let parts = try route.split(separator: "/").map { part -> String in
            guard part.hasPrefix("{") else { return String(part) }
            let name = String(part.dropFirst().dropLast())
            let found = identifier(name, in: route) ?? word ?? Self.word(name, in: route)
            return try #require(found, "nothing for \(part)")
        }
        return "/" + parts.joined(separator: "/")
    }

    /// What a parameter of a route's address names; nil where it names nothing of anybody's.
    func identifier(_ parameter: String, in route: String) -> String? {
        switch parameter {
        case "numero", "reference": number
        case "id" where route.hasPrefix(Path.letters): route.hasSuffix("/retour") ? others.posted : letter
        case "id" where route.hasPrefix(Path.attachments) || route.hasPrefix(Path.apiCases): pieces.ofCase.id
        case "id" where route.hasPrefix(Path.discontents): discontent.description
        case "id" where route.hasPrefix(Path.mails): mail
        case "id" where route.hasPrefix(Path.accounts): colleague.id
        case "modele": template
        case "id" where route.hasPrefix(Path.subscribers): subscriber
        case "envoi": envoi
        case "lien": link
        case "jeton": invitation.text
        case "agenda": "\(calendar.text).ics"
        default: nil
        }
    }

    /// A parameter that is a word of the site's own.
    static func word(_ parameter: String, in route: String) -> String? {
        switch parameter {
        case "acte" where route.hasPrefix(Path.cases): "notes"
        case "acte" where route.hasPrefix(Path.subscribers): SubscriberPage.Act.trial.rawValue
        case "acte" where route.hasPrefix(Path.accounts): AccountSheetDesk.Act.invite.rawValue
        case "acte": "ajouts"
        case "suite": "invitation"
        case "rang": "1"
        case "groupe": SettingsGroup.people.rawValue
        case "nom": Assets.path("public.css").split(separator: "/").last.map(String.init)
        default: nil
        }
    }

    /// Whether something of theirs stands in a text.
    func isIn(_ text: String) -> Bool { text.contains(canary) }

    /// As the case file stands.
    var version: Int {
        get async throws { try await register.caseFile(caseFile).version }
    }
}

extension TestSite {
    /// A complaint led into mediation, with all that belongs to it, in the register of an organisation.
    func holdings(
        _ canary: String,
        in other: Register? = nil,
        roles: Set<Role> = [.complaintsManager]
    ) async throws -> Holdings {
        let (register, form) = (other ?? books.register, site.newForm())
        let secret = TrackingSecret(random: site.world.bytes(17))
        let email = "\(canary)@example.org"
        let id = try await register.receive(intake(canary, email, Submission(id: form.identifier), secret)).caseFile
        let pieces = try await pieces(canary, register)
        try await mediate(id, pieces.ofCase, pieces.ofMediation, canary, register)
        let file = try await register.caseFile(id)
        guard case .opened(let follower) = try await register.openFollowUp(typed: secret.readable, from: canary) else {
            throw Register.Failure.unknown
        }
        let (link, browser) = try await link(to: file, email, canary, register)
        let accounts = site.accounts(register.organisation)
        let officer = try await hire(roles, email: "\(canary)@cine-atelier.example", in: register)
        let (subscriber, announcement) = try await Self.subscriber(canary, register)
        let colleague = try await accounts.add(email: "invite-\(canary)@example.org", name: "Invité", roles: [])
        _ = try await accounts.begin(for: colleague)
        return Holdings(
            site: self,
            register: register,
            canary: canary,
            caseFile: id,
            number: file.address,
            reference: file.reception.reference.description,
            pieces: pieces,
            letter: try #require(try await register.letters(of: id).first).id,
            others: try await others(id, register),
            secret: secret,
            follower: follower,
            envoi: site.seal(form, for: ComplaintCounter.purpose),
            link: link,
            browser: browser,
            discontent: try await hear(canary, register),
            mail: try await post(canary, register, about: id),
            template: try await template(of: officer, in: register),
            subscriber: subscriber,
            announcement: announcement,
            officer: officer,
            session: try await accounts.begin(for: officer),
            token: try await token(of: officer, in: register),
            colleague: colleague,
            invitation: try await accounts.invite(colleague),
            calendar: try await accounts.makeCalendarFeed(of: officer.id)
        )
    }

    private func intake(
        _ canary: String,
        _ email: String,
        _ submission: Submission,
        _ secret: TrackingSecret
    ) -> Register.Intake {
        let original = Original(
            lastName: "Àrçy \(canary)",
            firstName: "Noé",
            stakeholder: .trainee,
            email: email,
            subject: "Remboursement \(canary)",
            text: "Refusé, dit \(canary)."
        )
        return Register.Intake(channel: .form, original: original, submission: submission, secret: secret)
    }

    private func pieces(
        _ canary: String,
        _ register: Register
    ) async throws -> (ofCase: FileSummary, ofMediation: FileSummary, waiting: FileSummary) {
        let words = Array("oui, \(canary)".utf8)
        let digest = String(repeating: "0", count: 64)
        func stage(_ name: String) async throws -> FileSummary {
            let document = StagedAttachment(
                name: "\(canary)-\(name).txt",
                type: "text/plain",
                length: words.count,
                digest: digest
            )
            return try await register.stage(document, for: nil) { $0 == 0 ? words : nil }
        }
        return (try await stage("piece"), try await stage("mediation"), try await stage("attente"))
    }

    private func mediate(
        _ id: CaseFile.ID,
        _ piece: FileSummary,
        _ reply: FileSummary,
        _ canary: String,
        _ register: Register
    ) async throws {
        let (manager, day) = (Author.officer(Story.manager), books.clock.now.civilDate)
        try await register.change(id, by: manager, attaching: [piece]) {
            try $0.amend(Amendment(text: "Pièce \(canary)", files: [piece]), $1)
        }
        try await register.change(id, by: manager) { try $0.qualify(Qualification(nature: .complaint), $1) }
        _ = try await register.enter(id, by: manager)
        try await register.change(id, by: manager) { try $0.record(Measure(text: "Appel", doneOn: day), $1) }
        try await register.change(id, by: manager) { try $0.answer(Story.answer, procedure: Story.procedure, $1) }
        let referral = Referral(byComplainant: true, mediator: "Médiation Exemple", on: day, subject: canary)
        try await register.change(id, by: manager) { try $0.refer(referral, procedure: Story.procedure, $1) }
        try await register.change(id, by: manager, attaching: [reply]) {
            try $0.reply(MediationReply(sentOn: day, text: canary, files: [reply]), $1)
        }
    }

    /// Two letters of a case after its first; the last is posted, registered.
    private func others(
        _ id: CaseFile.ID,
        _ register: Register
    ) async throws -> (toPost: String, posted: String) {
        let letters = try await register.letters(of: id).dropFirst()
        let (first, letter) = (try #require(letters.first), try #require(letters.last))
        let issue = LetterIssue(
            letter: letter.id,
            kind: letter.kind,
            way: .registeredPost,
            trace: "1A 203 445 6789 1",
            on: books.clock.now.civilDate
        )
        try await register.issue(issue, of: id, by: .officer(Story.manager))
        return (first.id, letter.id)
    }

    /// A link to another tracking secret, as its letter has it.
    private func link(
        to file: CaseFile,
        _ email: String,
        _ address: String,
        _ register: Register
    ) async throws -> (link: String, browser: StaffToken) {
        let reference = file.reception.reference.description
        guard
            case .taken(let browser) = try await register.requestSecret(
                reference: reference,
                email: email,
                from: address
            )
        else { throw Register.Failure.unknown }
        while let notice = try await register.claimNotice() {
            try await register.noticeSettled(notice)
            if notice.recipient == email { return (notice.link, browser) }
        }
        throw Register.Failure.unknown
    }
}
