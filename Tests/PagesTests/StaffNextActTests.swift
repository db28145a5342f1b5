import Testing

@testable import Complaints
@testable import Pages

@Suite struct `The next act on a case page` {
    let press: Press

    init() throws { press = try Press() }

    static let natural: [(StaffStory.Chapter, String?)] = [
        (.received, "qualification"), (.qualified, "demande-complements"), (.asked, "complements"),
        (.completed, "inscription"), (.registered, "attribution"), (.assigned, "actions"), (.acted, "reponse"),
        (.extended, "reponse"), (.answered, "cloture"), (.referred, "reponse-mediateur"), (.taken, "reponse-mediateur"),
        (.replied, "issue-mediation"), (.prolonged, "issue-mediation"), (.mediated, "cloture"), (.closed, nil),
        (.reopened, "reponse"), (.requalified, nil), (.contested, "decision-contestation"), (.maintained, nil),
        (.reinstated, "demande-complements"), (.abandoned, nil), (.withdrawn, nil),
    ]

    @Test(arguments: natural) func `stands in its place under the heading, the most natural one`(
        chapter: StaffStory.Chapter,
        noun: String?
    ) throws {
        let action = try place(StaffStory.file(chapter)).all("form").first?.attributes["action"]
        #expect(action == noun.map { Path.act($0, of: StaffStory.file(chapter).identifier) })
    }

    @Test func `says who may do it where the reader may not`() throws {
        let place = try place(StaffStory.file(.received), for: StaffStory.desk)
        #expect(place.all("form").isEmpty)
        #expect(place.text.contains("Responsable des réclamations"))
    }

    // Shows: R-44
    @Test func `says what a mediation waits for and by when, to those who follow it`() throws {
        for (officer, isTold) in [(StaffStory.manager, true), (StaffStory.desk, false)] {
            let place = try place(StaffStory.file(.taken), for: officer)
            #expect(place.text.contains("Réponse au médiateur dans 21 jours, 14/12/2026") == isTold)
            // Ninety days from Saturday 21 November 2026 end on Friday 19 February 2027.
            #expect(place.text.contains("Issue de la médiation attendue sous 88 jours, 19/02/2027") == isTold)
            #expect(place.text.contains("réponse au médiateur") == isTold)
        }
    }

    // Shows: R-44
    @Test func `asks for the mediator's letter where nothing else is awaited`() throws {
        let referral = Referral(byComplainant: true, mediator: "M", on: StaffStory.today, subject: "S")
        let signature = Signature(by: .officer(StaffStory.manager), at: StaffStory.instant("2026-11-23T07:00:00Z"))
        let event = try StaffStory.file(.answered).refer(referral, procedure: StaffStory.procedure, signature)
        let file = StaffStory.file(.answered, then: [event])
        #expect(
            try place(file).all("form").first?.attributes["action"] == Path.act("avis-mediateur", of: file.identifier)
        )
    }

    @Test func `is a contest for whoever must decide it only, who is told of having a part that nobody else can`()
        throws
    {
        let file = StaffStory.file(.contested)
        let (manager, director) = (StaffStory.manager, StaffStory.director)
        let others = try place(file, for: manager, staff: [manager, director])
        #expect(others.all("form").isEmpty && others.text.contains("La décision revient à\u{A0}: Camille Leroy"))
        let alone = try place(file, for: manager, staff: [manager])
        #expect(alone.all("form").count == 1 && alone.text.contains("personne d’autre ne peut décider"))
        let free = try place(file, for: director, staff: [manager, director])
        #expect(free.all("form").count == 1)
        #expect(!free.text.contains("revient à") && !free.text.contains("personne d’autre"))
    }

    // Shows
    @Test func `says of a reopened case that it was answered, and that its due date is the same`() throws {
        let page = StaffSamples.casePage(StaffStory.file(.reopened), press: press)
        let root = try StaffMarkup(press.render(page)).root
        let place = try #require(root.all("section") { $0.attributes["id"] == "acte" }.first)
        for words in ["20\u{A0}novembre 2026", "23\u{A0}novembre 2026", "15\u{A0}décembre 2026", "lettre d’attente"] {
            #expect(place.text.contains(words), "\(words)")
        }
        let heading = try #require(root.all("header") { $0.has(class: "case-heading") }.first)
        #expect(heading.text.contains("Dans 22 jours, après une première réponse"))
        let first = press.render(StaffSamples.casePage(StaffStory.file(.acted), press: press))
        #expect(!first.contains("première réponse") && !first.contains("a été rouvert"))
    }

    // Shows: R-26
    @Test func `says in a mediation of a reopened case that an answer is due, and by when`() throws {
        let referral = Referral(byComplainant: true, mediator: "M", on: StaffStory.today, subject: "L’avoir")
        let file = StaffStory.file(.reopened, then: [.referred(referral)])
        for officer in [StaffStory.manager, Officer(id: "ana", roles: [.receptionDesk])] {
            let page = press.render(StaffSamples.casePage(file, for: officer, press: press))
            #expect(page.contains("reste à donner") && page.contains("15\u{A0}décembre 2026"))
            #expect(!page.contains(press.words("staff.due.answered")))
        }
        let answered = press.render(StaffSamples.casePage(StaffStory.file(.referred), press: press))
        #expect(!answered.contains("reste à donner"))
    }

    // Shows: R-10
    @Test(arguments: [(14, "complements", false), (15, "une relance", true), (30, "l’abandon peut être décidé", true)])
    func `proposes a reminder after fifteen days and an abandonment after thirty`(
        days: Int,
        words: String,
        isSaid: Bool
    ) {
        let file = StaffStory.asked(on: StaffStory.today.adding(days: -days))
        let html = press.render(StaffSamples.casePage(file, press: press))
        #expect(html.contains("il y a \(days) jours"))
        #expect(html.contains(words))
        #expect(html.contains("sans réponse") == isSaid)
        // Neither offered nor silent about it before its day.
        #expect(html.contains("id=\"acte-abandon\"") == (days == 30))
        #expect(html.contains("clos faute de compléments à partir du") == (days < 30))
    }

    @Test(arguments: [(0, "à la personne aujourd’hui."), (1, "à la personne hier."), (2, "il y a 2 jours.")])
    func `counts the days since a request as people do`(days: Int, words: String) {
        let file = StaffStory.asked(on: StaffStory.today.adding(days: -days))
        #expect(press.render(StaffSamples.casePage(file, press: press)).contains(words))
        #expect(press.days(0) == "0 jour" && press.days(1) == "1 jour" && press.days(2) == "2 jours")
    }

    @Test func `says of an entry of what came that one thing of several is needed, and which were none`() throws {
        let file = StaffStory.asked(on: StaffStory.today)
        #expect(press.render(StaffSamples.casePage(file, press: press)).contains("il faut au moins un texte"))
        let draft = ActDraft(act: .complete, values: ["texte": [""], "objet": [""]], trouble: .refused(.textMissing))
        #expect(draft.mistakes(press) == ["texte": press.words("staff.fault.complements")])
        #expect(press.words("staff.fault.complements").contains("joignez un document"))
    }

    // Shows: R-10
    @Test(arguments: [(4, "complements", false), (5, "une relance", true), (8, "l’abandon peut être décidé", true)])
    func `proposes them after the days that the procedure says`(days: Int, words: String, isSaid: Bool) throws {
        let file = StaffStory.asked(on: StaffStory.today.adding(days: -days))
        var procedure = StaffStory.procedure
        procedure.completionWait = try #require(CompletionWait(reminder: 5, abandonment: 8))
        let html = press.render(StaffSamples.casePage(file, procedure: procedure, press: press))
        #expect(html.contains(words))
        #expect(html.contains("sans réponse") == isSaid)
    }

    /// Where a page has its next act.
    private func place(
        _ file: CaseFile,
        for officer: Officer = StaffStory.director,
        staff: [Officer] = StaffStory.staff
    ) throws -> StaffMarkup.Element {
        let page = StaffSamples.casePage(file, for: officer, staff: staff, press: press)
        let root = try StaffMarkup(press.render(page)).root
        return try #require(root.all("section") { $0.attributes["id"] == "acte" }.first)
    }
}
