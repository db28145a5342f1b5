import Complaints
import TestSupport
import Testing

@Suite struct `A letter to be sent again` {
    private func acknowledged(then events: [Event] = []) -> Story {
        var story = Story()
        for event in events { story.apply(event) }
        return story
    }

    // Shows: S-80
    @Test(arguments: LetterState.allCases) func `is one that failed or was kept back`(state: LetterState) throws {
        let story = acknowledged()
        let address = try story.file.resend("lettre-0", state, story.signature())
        #expect(address == ([.failed, .held].contains(state) ? "noe@example.org" : nil))
    }

    @Test func `goes to the address that the file has now`() throws {
        let story = acknowledged(then: [.amended(Amendment(text: "Nouvelle adresse", email: "noe@neuf.example"))])
        #expect(try story.file.resend("lettre-0", .failed, story.signature()) == "noe@neuf.example")
    }

    @Test func `is not one that the log knows to have left, whatever its row says`() throws {
        let issue = LetterIssue(letter: "lettre-0", kind: .acknowledgement, way: .post, trace: "")
        let story = acknowledged(then: [.letterIssued(issue)])
        #expect(try story.file.resend("lettre-0", .failed, story.signature()) == nil)
    }

    @Test func `is one of the file's`() {
        let story = acknowledged()
        #expect(throws: Refusal.unknownLetter) { try story.file.resend("lettre-9", .failed, story.signature()) }
    }

    // Shows: R-67
    @Test(arguments: Role.allCases) func `is sent by whoever may issue letters`(role: Role) throws {
        let file = acknowledged().file
        let officer = Officer(id: "a", roles: [role])
        let signature = Signature(by: .officer(officer), at: file.receivedAt)
        let may = Act.issueLetter.roles.contains(role)
        #expect(file.mayResend(officer) == may)
        #expect((try? file.resend("lettre-0", .failed, signature)) == (may ? "noe@example.org" : nil))
        if !may { #expect(throws: Refusal.notAllowed) { try file.resend("lettre-0", .failed, signature) } }
    }

    // Shows: R-23
    @Test func `is not sent by who is named in the complaint, nor by who stepped aside`() {
        let judged = Qualification(nature: .complaint, implicated: [Story.manager.id])
        let recusal = Recusal(officer: Story.manager.id, reason: "Je connais la personne")
        for event in [Event.qualified(judged), .recused(recusal)] {
            let story = acknowledged(then: [event])
            #expect(throws: Refusal.self) { try story.file.resend("lettre-0", .failed, story.signature()) }
            #expect(!story.file.mayResend(Story.manager))
            #expect(story.file.mayResend(Officer(id: "b", roles: [.receptionDesk])))
        }
    }
}
