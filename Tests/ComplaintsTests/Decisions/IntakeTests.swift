import Complaints
import TestSupport
import Testing

@Suite struct `Before the register, a complaint` {
    // Shows
    @Test func `is judged not to be one only for a reason, and the judgement can be reversed`() throws {
        var story = Story()
        #expect(throws: Refusal.reasonTooShort(minimum: 10)) {
            try story.file.qualify(Qualification(nature: .opinionRequest, reason: " trop   "), story.signature())
        }
        try story.lead(to: .requalified)
        let back = Qualification(nature: .complaint, reason: "La personne maintient sa demande")
        story.apply(try story.file.qualify(back, story.signature()))
        #expect(story.file.stage == .received)
        #expect(story.file.entries.count == 3)
    }

    // Shows: R-10
    @Test func `is given up only once the wait since the latest request is over`() throws {
        var story = Story()
        try story.lead(to: .incomplete)
        let wait = try #require(CompletionWait(reminder: 5, abandonment: 8))
        story.instant = story.instant.adding(seconds: 3 * 86_400)
        story.apply(try story.file.requestCompletion("Et encore ?", rule: .standard, story.signature()))
        let first = try #require(CivilDate("2026-12-04"))
        #expect(story.file.abandonable(after: wait) == first)
        story.instant = Instant(parisDate: first.adding(days: -1), hour: 23)
        #expect(throws: Refusal.stillWaiting(until: first)) {
            try story.file.abandon("Aucune réponse", after: wait, story.signature())
        }
        #expect(throws: Refusal.several([.reasonTooShort(minimum: 10), .stillWaiting(until: first)])) {
            try story.file.abandon("Muet", after: wait, story.signature())
        }
        story.instant = Instant(parisDate: first, hour: 0)
        story.apply(try story.file.abandon("Aucune réponse", after: wait, story.signature()))
        #expect(story.file.stage == .abandoned)
    }

    // Shows
    @Test func `is not registered while something is missing, unless somebody says why`() throws {
        var original = Story.original
        original.firstName = " "
        original.email = nil
        var story = Story(original)
        story.apply(try story.file.qualify(Qualification(nature: .complaint), story.signature()))
        let number = RegisterNumber(year: 2026, ordinal: 1)
        #expect(throws: Refusal.lacking([.firstName, .contact])) {
            try story.file.register(as: number, rule: .standard, story.signature())
        }
        let event = try story.file.register(
            as: number,
            rule: .standard,
            asItIs: "La lettre est anonyme mais précise",
            story.signature()
        )
        story.apply(event)
        #expect(story.file.number == number)
    }

    // Shows: R-20
    @Test func `is from whom the person last says they are, its original untouched`() throws {
        var story = Story()
        try story.lead(to: .incomplete)
        let completion = Completion(text: "Je suis l’employeur", fields: ["vous_etes": "entreprise"])
        story.apply(try story.file.complete(completion, story.signature(.complainant)), by: .complainant)
        #expect(story.file.stakeholder == .employer && story.file.completed.stakeholder == .employer)
        #expect(story.file.reception.original.stakeholder == .trainee)
    }

    // Shows
    @Test func `is completed in as many rounds as it takes, and keeps its reception date`() throws {
        var original = Story.original
        original.firstName = ""
        var story = Story(original)
        let due = story.file.due
        for round in 1...3 {
            story.apply(try story.file.requestCompletion("", rule: .standard, story.signature()))
            #expect(story.file.stage == .incomplete)
            let fields = round == 3 ? ["prenom": "Noé"] : [:]
            let completion = Completion(text: "Voici (\(round))", fields: fields)
            story.apply(try story.file.complete(completion, story.signature(.complainant)), by: .complainant)
        }
        #expect(story.file.completed.firstName == "Noé")
        #expect(story.file.reception.original.firstName == "")
        #expect(story.file.due == due)
        #expect(throws: Refusal.nothingAsked) {
            try story.file.requestCompletion(" ", rule: .standard, story.signature())
        }
    }

    // Shows: R-20
    @Test func `is amended beside its original, which stays as it was`() throws {
        var story = Story()
        let amendment = Amendment(text: "L’adresse a changé", email: "noe@autre.example")
        story.apply(try story.file.amend(amendment, story.signature()))
        #expect(story.file.email == "noe@autre.example")
        #expect(story.file.reception.original == Story.original)
    }

    // Shows
    @Test func `is written to where it was said last, by an amendment or by a completion`() throws {
        var story = Story()
        let moved = Amendment(text: "Par téléphone", email: "noe@autre.example", postalAddress: "3 rue Haute\nQuimper")
        story.apply(try story.file.amend(moved, story.signature()))
        #expect(story.file.completed.postalAddress == "3 rue Haute\nQuimper")
        story.apply(try story.file.requestCompletion("Où écrire ?", rule: .standard, story.signature()))
        let fields = ["courriel": "noe@dernier.example", "adresse": "4 rue Basse\nBrest"]
        let completion = Completion(text: "", fields: fields)
        story.apply(try story.file.complete(completion, story.signature(.complainant)), by: .complainant)
        #expect(story.file.email == "noe@dernier.example")
        #expect(story.file.completed.postalAddress == "4 rue Basse\nBrest")
        story.apply(try story.file.amend(Amendment(text: "Retour", email: "noe@autre.example"), story.signature()))
        #expect(story.file.email == "noe@autre.example")
        #expect(story.file.completed.postalAddress == "4 rue Basse\nBrest")
    }

    // Shows: R-15
    @Test func `needs a judgement before it is registered`() throws {
        let story = Story()
        #expect(throws: Refusal.notQualified) {
            try story.file.register(as: RegisterNumber(year: 2026, ordinal: 1), rule: .standard, story.signature())
        }
    }
}
