import Complaints
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Registry

/// The mails that came: all of them, what became of each, and what somebody makes of it instead (S-74).
struct MailDesk: Sendable {
    let site: Site

    /// What `fait` says of one that was just sorted.
    static let purpose = "tri"
    /// How many lines a page of the list has.
    static let most = 50

    private var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /courriels`, with `tri` for those of a sort.
    func list(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let query = Query(of: request)
        let sort = query["tri"].flatMap { MailSort(rawValue: $0) }
        var filter = MailFilter(sort: sort, before: query["avant"])
        filter.limit = Self.most + 1
        let mails = try await visitor.register.mails(filter)
        var lines: [MailSummary] = []
        for mail in mails.prefix(Self.most) { lines.append(try await summary(of: mail, in: visitor.register)) }
        let page = MailsPage(
            lines: lines,
            sort: sort,
            isFirst: filter.before == nil,
            next: mails.count > Self.most ? lines.last?.id : nil,
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page)
    }

    /// `GET /courriels/{id}`, with `fait` for what was just done.
    func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        return try await page(id(visit), visitor, nil, isDone: Query(of: request)["fait"] == Self.purpose)
    }

    /// `GET /courriels/{id}/original`: byte for byte, as a file, and never to run (S-35).
    func original(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let sheet = try await visitor.register.mail(id(visit))
        guard let attachment = sheet.record.attachment else { throw HTTPError(.notFound) }
        let file = FileSummary(
            id: attachment,
            name: Register.mailName,
            type: Register.mailType,
            length: sheet.record.length,
            digest: ""
        )
        return try await hand(over: file, at: Path.mailOriginal(sheet.record.id), of: sheet, to: visitor, request)
    }

    /// `GET /courriels/{id}/fichiers/{rang}`: what came with it, by its place.
    func file(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let sheet = try await visitor.register.mail(id(visit))
        guard let rank = Int(visit.parameters.get("rang") ?? ""), sheet.files.indices.contains(rank - 1) else {
            throw HTTPError(.notFound)
        }
        let path = Path.mailFile(sheet.record.id, rank)
        return try await hand(over: sheet.files[rank - 1], at: path, of: sheet, to: visitor, request)
    }

    /// `POST /courriels/{id}/tri`: what somebody says that it is.
    func sort(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.receiver(request)
        let id = id(visit)
        return try await door.take(request, of: visitor) { unaccepted in
            let draft = MailDraft(values: unaccepted.form.typed, trouble: unaccepted.trouble)
            return try await page(id, visitor, draft, status: unaccepted.status)
        } does: { form in
            do {
                try site.room.demandRoomForWords()
                try await MailSorter(site: site, hand: visitor).sort(id, by: ActForm(form: form, files: []))
                return .redirect(to: Path.done(Self.purpose, at: Path.mail(id)), type: .normal)
            } catch {
                guard let known = ActFailure(error, visit.logger) else { throw error }
                let draft = MailDraft(values: form.typed, trouble: known.trouble)
                return try await page(id, visitor, draft, status: known.status)
            }
        }
    }

    /// The page of a form that was carried through a sign-in.
    func resume(_ segments: [String], _ form: FormData, _ visitor: StaffVisitor) async throws -> Response? {
        guard visitor.officer.mayReceive, segments.count == 3, (try? await visitor.register.mail(segments[1])) != nil
        else { return nil }
        return try await page(segments[1], visitor, MailDraft(values: form.typed, trouble: .expired))
    }

    private func id(_ visit: Visit) -> String { visit.parameters.get("id") ?? "" }

    private func page(
        _ id: String,
        _ visitor: StaffVisitor,
        _ draft: MailDraft?,
        isDone: Bool = false,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let sheet = try await visitor.register.mail(id)
        await visitor.note(.readMail, of: sheet.record.caseFile)
        let view = try await view(of: sheet, for: visitor)
        let page = MailPage(view, signedIn: door.reader(visitor), draft: draft, isDone: isDone, press: site.press)
        return site.page(page, status: status)
    }

    private func view(of sheet: MailSheet, for visitor: StaffVisitor) async throws -> MailView {
        let record = sheet.record
        let names = Dictionary(uniqueKeysWithValues: try await visitor.accounts.all().map { ($0.id, $0.name) })
        var acts: [MailView.Act] = []
        for act in sheet.acts {
            let dossier = try await visitor.register.shownIdentifier(of: act.caseFile)
            let name = names[act.account] ?? act.account
            acts.append(MailView.Act(at: act.at, by: name, sort: act.sort, dossier: dossier))
        }
        return MailView(
            summary: try await summary(of: record, in: visitor.register),
            reading: sheet.reading,
            files: sheet.files,
            length: record.attachment == nil ? nil : record.length,
            scan: sheet.scan,
            suggested: try await visitor.register.shownIdentifier(of: record.isLoose ? record.suggested : nil),
            acts: acts,
            isLoose: record.isLoose,
            isMessage: record.isMessage
        )
    }

    private func summary(of mail: MailRecord, in register: Register) async throws -> MailSummary {
        MailSummary(mail, dossier: try await register.shownIdentifier(of: mail.caseFile))
    }

    /// Its bytes, asked for twice where a virus scanner found something in the mail or in that file (S-37). Nothing leaves the
    /// house that is not on record.
    private func hand(
        over file: FileSummary,
        at path: String,
        of sheet: MailSheet,
        to visitor: StaffVisitor,
        _ request: Request
    ) async throws -> Response {
        let scans = [sheet.scan, try await visitor.register.scan(of: file.id)].compactMap(\.self)
        if let scan = scans.first(where: { $0.finding != nil }), !AttachmentDesk.isTakenAllTheSame(request) {
            let reader = door.reader(visitor)
            let mail = sheet.record.id
            return site.page(
                FlaggedFilePage(file, scan, at: path, ofMail: mail, signedIn: reader, press: site.press)
            )
        }
        try await visitor.record(.downloaded, of: sheet.record.caseFile)
        return AttachmentDesk.answer(with: file, from: visitor.register)
    }
}

extension Register {
    /// What a case is called; nil for none, and for one that is closed to the reader.
    func shownIdentifier(of id: CaseFile.ID?) async throws -> String? {
        guard let id, let line = try await line(of: id), !line.isHidden else { return nil }
        return line.identifier
    }
}
