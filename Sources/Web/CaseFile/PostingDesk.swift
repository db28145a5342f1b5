import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// The letters to post, all together: to print, and to say which were posted.
struct PostingDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// How many the page has.
    private static let most = 50

    /// `GET /lettres`, with `fait` for what was just recorded.
    func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let query = Query(of: request)
        let numbers = [query["nombre"], query["autres"]].map { Int($0 ?? "") ?? 0 }
        let done = query["fait"].map { _ in PostingPage.Done(count: numbers[0], others: numbers[1]) }
        return try await page(visitor, done: done)
    }

    /// `POST /lettres`: those that are ticked were posted, all on one day.
    func post(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        return try await door.take(request, of: visitor) { unaccepted in
            let draft = ActDraft(.issueLetter, unaccepted.form, nil, unaccepted.trouble)
            return try await page(visitor, draft: draft, status: unaccepted.status)
        } does: { form in
            try await post(form, visitor, visit)
        }
    }

    private func post(_ form: FormData, _ visitor: StaffVisitor, _ visit: Visit) async throws -> Response {
        let ticked = Set(form.values("lettres")).sorted()
        do {
            try site.room.demandRoomForWords()
            var (day, faults) = try ActForm(form: form, files: []).reading { try $0.date("partie_le") }
            if ticked.isEmpty { faults["lettres"] = .choice }
            guard faults.isEmpty else { throw ActForm.Unreadable(faults: faults) }
            let count = try await visitor.register.post(ticked, on: day, by: visitor.author)
            return .redirect(to: Path.posted(count, of: ticked.count), type: .normal)
        } catch {
            guard let known = ActFailure(error, visit.logger) else { throw error }
            if error is Refusal {
                for id in ticked {
                    guard let letter = try? await visitor.register.letter(id) else { continue }
                    await visitor.noteRefusal(error, of: LetterDone.handedOver.rawValue, on: letter.caseFile)
                }
            }
            let draft = ActDraft(.issueLetter, form, nil, known.trouble)
            return try await page(visitor, draft: draft, status: known.status)
        }
    }

    /// The page of a form that was carried through a sign-in.
    func resume(_ form: FormData, _ visitor: StaffVisitor) async throws -> Response {
        try await page(visitor, draft: ActDraft(.issueLetter, form, nil, .expired))
    }

    private func page(
        _ visitor: StaffVisitor,
        draft: ActDraft? = nil,
        done: PostingPage.Done? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let found = try await found(by: visitor)
        let shown = found.prefix(Self.most)
        // Whoever is told a mistake gets the form alone.
        if draft == nil { await visitor.note(.readLetter, ofEach: shown.map { $0.file.id }) }
        let page = PostingPage(
            try await read(shown, visitor),
            isWhole: found.count <= Self.most,
            signedIn: door.reader(visitor),
            mailIsSet: site.hasRelay,
            today: site.today,
            draft: draft,
            done: done,
            press: site.press
        )
        return site.page(page, status: status)
    }

    /// A letter, and whose it is.
    private typealias Found = (letter: LetterRecord, file: CaseFile)

    /// The oldest that the visitor may say posted, as many as the page has, and one more where there are more.
    private func found(by visitor: StaffVisitor) async throws -> [Found] {
        guard !visitor.officer.roles.isDisjoint(with: Act.issueLetter.roles) else { return [] }
        var (mine, last) = ([Found](), LetterRecord?.none)
        repeat {
            let queue = try await visitor.register.lettersToPost(
                hasRelay: site.hasRelay,
                after: last,
                limit: Self.most + 1
            )
            for letter in queue where mine.count <= Self.most {
                let file = try await visitor.register.caseFile(letter.caseFile)
                if file.acts(for: visitor.officer).contains(.issueLetter) { mine.append((letter, file)) }
            }
            last = queue.last
        } while last != nil && mine.count <= Self.most
        return mine
    }

    /// What is shown of them.
    private func read(_ found: ArraySlice<Found>, _ visitor: StaffVisitor) async throws -> [PostingPage.Letter] {
        var letters: [PostingPage.Letter] = []
        for (letter, file) in found {
            letters.append(
                PostingPage.Letter(
                    LetterLine(letter, of: file),
                    subject: letter.subject,
                    text: letter.text,
                    of: file,
                    under: try await visitor.register.procedure(of: file.id),
                    scans: try await visitor.register.scans(of: file.id)
                )
            )
        }
        return letters
    }
}
