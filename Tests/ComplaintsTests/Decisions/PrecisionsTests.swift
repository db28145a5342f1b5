import Complaints
import TestSupport
import Testing

@Suite struct `What a complaint says besides` {
    private static let address = "9 rue Haute\n29000 Quimper"

    private func story(_ change: (inout Original) -> Void) -> Story {
        var original = Story.original
        change(&original)
        return Story(original)
    }

    // Shows: R-86
    @Test func `is in the log only where it is said, and then read back`() throws {
        let plain = try String(decoding: Story().file.entries[0].payload(), as: UTF8.self)
        for key in ["quand", "paye_par", "mineur", "representant", "age"] {
            #expect(!plain.contains("\"\(key)\""), "\(key)")
        }
        #expect(
            plain.contains("\"original\":{\"action_formation\":\"\",\"adresse\":\"\",\"courriel\":\"noe@example.org\",")
        )
        let told = story {
            $0.when = "En mars"
            $0.payer = .business
            $0.minor = Minor(representative: "Adèle", contact: "02 00")
        }
        let entry = told.file.entries[0]
        let payload = try String(decoding: entry.payload(), as: UTF8.self)
        for said in [
            "\"quand\":\"En mars\"", "\"paye_par\":\"mon-activite\"",
            "\"mineur\":{\"joindre\":\"02 00\",\"representant\":\"Adèle\"}",
        ] { #expect(payload.contains(said), "\(said)") }
        #expect(try Entry(payload: entry.payload()) == entry)
        let alone = story { $0.minor = Minor() }.file.entries[0]
        #expect(try String(decoding: alone.payload(), as: UTF8.self).contains("\"mineur\":{}"))
        #expect(try Entry(payload: alone.payload()) == alone)
    }

    // Shows: R-86
    @Test func `of who represents a minor has nothing that is blank`() {
        let minor = Minor(representative: " \n", contact: "", postalAddress: "\t")
        #expect(minor == Minor() && minor.isAlone)
        #expect(!Minor(contact: "02 00").isAlone)
    }

    // Shows
    @Test func `of a minor may be reached at the address of who represents them, where letters then go`() {
        let story = story {
            $0.email = nil
            $0.minor = Minor(representative: "Adèle", postalAddress: Self.address)
        }
        #expect(Completeness.standard.missing(from: story.file.completed) == [])
        #expect(story.file.completed.paperAddress == Self.address && story.file.completed.inCareOf == "Adèle")
        let apart = self.story {
            $0.postalAddress = "Internat, 29000 Quimper"
            $0.minor = Minor(representative: "Adèle", contact: "02 00")
        }
        #expect(apart.file.completed.paperAddress == "Internat, 29000 Quimper")
        #expect(apart.file.completed.inCareOf == nil, "her name is on no letter that goes elsewhere")
        let unreachable = self.story {
            $0.email = nil
            $0.minor = Minor(representative: "Adèle", contact: "02 00")
        }
        #expect(Completeness.standard.missing(from: unreachable.file.completed) == [.contact])
    }

    // Shows
    @Test func `of their age is noted beside the original, and undone in letters once they are of age`() throws {
        var story = Story()
        let first = Minor(representative: "Adèle", postalAddress: Self.address)
        let young = Amendment(
            text: "Par téléphone",
            telephone: "06 00",
            age: Amendment.Age(isMinor: true, corrected: first)
        )
        story.apply(try story.file.amend(young, story.signature()))
        #expect(story.file.completed.minor == first && story.file.completed.telephone == "06 00")
        let more = Amendment(
            text: "Elle rappelle",
            age: Amendment.Age(isMinor: true, corrected: Minor(contact: "02 00"))
        )
        story.apply(try story.file.amend(more, story.signature()))
        let known = Minor(representative: "Adèle", contact: "02 00", postalAddress: Self.address)
        #expect(story.file.completed.minor == known && story.file.completed.inCareOf == "Adèle")
        let adult = Amendment(text: "18 ans hier", age: Amendment.Age(isMinor: false))
        story.apply(try story.file.amend(adult, story.signature()))
        #expect(story.file.completed.minor == nil && story.file.completed.inCareOf == nil)
        #expect(story.file.completed.paperAddress == Story.original.postalAddress)
        #expect(story.file.completed.telephone == "06 00" && story.file.reception.original == Story.original)
        for entry in story.file.entries { #expect(try Entry(payload: entry.payload()) == entry) }
        let plain = Amendment(text: "Rien d’autre")
        story.apply(try story.file.amend(plain, story.signature()))
        let payload = try String(decoding: #require(story.file.entries.last).payload(), as: UTF8.self)
        #expect(!payload.contains("\"age\"") && !payload.contains("\"telephone\""))
    }

    // Shows: R-36
    @Test(arguments: [
        Minor(representative: "La médiation est obligatoire"), Minor(postalAddress: "La médiation est obligatoire"),
    ])
    func `puts no forbidden wording at the head of a letter`(corrected: Minor) {
        let story = Story()
        let amendment = Amendment(text: "Dit-il", age: Amendment.Age(isMinor: true, corrected: corrected))
        #expect(throws: Refusal.forbiddenWording(.compulsoryMediation)) {
            try story.file.amend(amendment, story.signature())
        }
    }

    // Shows: R-47
    @Test(
        arguments: [
            (Stakeholder.trainee, Payer.person, ConsumerStatus.consumer), (.legalRepresentative, .person, .consumer),
            (.trainee, .business, .professional), (.trainee, .employer, .undetermined),
            (.apprentice, .employer, .undetermined), (.trainee, .body, .undetermined),
            (.trainee, .unknown, .undetermined), (.trainee, nil, .undetermined),
            (nil, nil, .undetermined), (nil, .person, .consumer), (.employer, nil, .professional),
            (.employer, .employer, .professional), (.employer, .unknown, .professional),
            // A company that paid as a private person: one of the two is not so.
            (.employer, .person, .undetermined),
        ] as [(Stakeholder?, Payer?, ConsumerStatus)]
    )
    func `of who paid proposes whether the person is a consumer`(
        kind: Stakeholder?,
        payer: Payer?,
        proposed: ConsumerStatus
    ) {
        #expect(ConsumerStatus.proposed(for: kind, paidBy: payer) == proposed)
    }

    // Shows: R-47
    @Test func `of who paid decides nothing`() throws {
        var story = story { $0.payer = .person }
        try story.lead(to: .investigating)
        #expect(story.file.qualification?.consumer == nil)
        var draft = Story.answer
        draft.consumer = nil
        #expect(throws: Refusal.consumerStatusMissing) {
            try story.file.answer(draft, procedure: story.procedure, story.signature())
        }
        draft.consumer = .professional
        let event = try story.file.answer(draft, procedure: story.procedure, story.signature())
        guard case .answered(let answer) = event else { throw Refusal.notAllowed }
        #expect(answer.recourses == [.professionalMediation, .certifier])
    }

    // Shows: R-85
    @Test func `to be leads elsewhere only those who may have a contract of employment`() {
        #expect(Set(Stakeholder.standard.filter(\.mayBeEmployed)) == [.trainer, .employee])
    }
}
