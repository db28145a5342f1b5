import Complaints
import Pages
import Registry
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `What awaits the staff today` {
    // Shows: R-29
    @Test(arguments: Engine.available) func `has the cases that nobody handles and those that wait for closing`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let (alone, answered) = (try await site.lead(to: .registered), try await site.lead(to: .answered))
            let handled = try await site.lead(to: .registered)
            let desk = try await site.desk([.complaintsManager])
            _ = try await site.hire([.management], email: "luc@cine-atelier.example")
            let staff = [Officer(id: desk.account.id, roles: [.complaintsManager])]
            let register = site.books.register
            try await register.change(handled, by: .officer(Story.manager)) {
                try $0.assign(to: desk.account.id, among: staff, $1)
            }
            let page = try await desk.get("/tableau-de-bord").text
            #expect(page.contains("Une réclamation à attribuer") && page.contains("Une réclamation à clore"))
            for (id, act) in [(alone, "Attribuer"), (answered, "Clore")] {
                let address = try await register.caseFile(id).address
                #expect(page.contains("<a href=\"/dossiers/\(address)#acte\">\(act)<"), "\(act)")
            }
            #expect(!page.contains("/dossiers/\(try await register.caseFile(handled).address)#acte"))
            let unassigned = try await desk.get("/registre?etat=a-attribuer").text
            let number = try await register.caseFile(alone).address
            #expect(unassigned.contains("1 réclamation<") && unassigned.contains(number))
        }
    }

    // Shows: R-29
    @Test(arguments: Engine.available, [false, true])
    func `has no case to give to somebody where there is one person, by the accounts or as the provider declares`(
        engine: Engine,
        isDeclared: Bool
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let number = try await site.books.register.caseFile(try await site.lead(to: .registered)).address
            let desk = try await site.desk([.complaintsManager])
            if isDeclared {
                _ = try await site.hire([.management], email: "luc@cine-atelier.example")
                #expect(try await desk.get("/tableau-de-bord").text.contains("Une réclamation à attribuer"))
                #expect(try await desk.get("/dossiers/\(number)").text.contains("/attribution\""))
                var procedure = try await site.books.register.currentProcedure()
                procedure.isOnePerson = true
                try await site.books.publish(procedure)
            }
            #expect(try await !desk.get("/tableau-de-bord").text.contains("à attribuer"))
            let page = try await desk.get("/dossiers/\(number)").text
            #expect(!page.contains("/attribution\"") && !page.contains("/recusation\""))
            #expect(page.contains("/actions\""))
        }
    }

    // Shows
    @Test(arguments: Engine.available, [false, true])
    func `has a case that one person takes only by lifting the rule on conflicts, as its page has, until they do`(
        engine: Engine,
        isDeclared: Bool
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let (named, free) = (try await site.lead(to: .registered), try await site.lead(to: .registered))
            let desk = try await site.desk([.management])
            var staff = [Officer(id: desk.account.id, roles: [.management])]
            if isDeclared {
                let other = try await site.hire([.management], email: "luc@cine-atelier.example")
                staff.append(Officer(id: other.id, roles: [.management]))
                var procedure = try await site.books.register.currentProcedure()
                procedure.isOnePerson = true
                try await site.books.publish(procedure)
            }
            let (register, people) = (site.books.register, staff)
            let judged = Qualification(nature: .complaint, implicated: people.map(\.id))
            try await register.change(named, by: .officer(Story.manager)) { try $0.qualify(judged, among: people, $1) }
            let (address, other) = (
                try await register.caseFile(named).address, try await register.caseFile(free).address
            )
            let page = try await desk.get("/tableau-de-bord").text
            #expect(page.contains("Une réclamation à attribuer"))
            #expect(page.contains("<a href=\"/dossiers/\(address)#acte\">Attribuer<"))
            #expect(!page.contains("/dossiers/\(other)#acte"))
            #expect(try await desk.get("/dossiers/\(address)").text.contains("/attribution\""))
            let journal = try await desk.get("/receptions").text
            #expect(journal.matches(of: />Attribuer et instruire</).count == 1)
            #expect(journal.matches(of: />Instruire, puis répondre</).count == 1)
            let me = people[0]
            try await register.change(named, by: .officer(me)) {
                try $0.assign(to: me.id, among: people, override: "Je suis seul dans l’organisme", $1)
            }
            #expect(try await !desk.get("/tableau-de-bord").text.contains("à attribuer"))
            #expect(try await !desk.get("/receptions").text.contains("Attribuer"))
        }
    }

    // Shows: R-29
    @Test(arguments: Engine.available) func `filters the register for what waits to be given where there are several`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            for stage in [.registered, .answered] as [Stage] { _ = try await site.lead(to: stage) }
            let desk = try await site.desk([.complaintsManager])
            for isShared in [false, true] {
                if isShared { _ = try await site.hire([.management], email: "luc@cine-atelier.example") }
                #expect(try await desk.get("/registre").text.contains("\"a-attribuer\"") == isShared)
                let asked = try await desk.get("/registre?etat=a-attribuer").text
                #expect(asked.contains(isShared ? "1 réclamation<" : "2 réclamations<"), "\(isShared)")
            }
        }
    }

    // Shows
    @Test func `says of an answered case that lacks its actions that they come before its closing`() async throws {
        try await TestSite.open { site in
            let (register, manager) = (site.books.register, Author.officer(Story.manager))
            let id = try await site.lead(to: .registered)
            try await register.change(id, by: manager) { try $0.answer(Story.answer, procedure: Story.procedure, $1) }
            let desk = try await site.desk([.complaintsManager])
            let address = try await register.caseFile(id).address
            let link = "<a href=\"/dossiers/\(address)#acte\">"
            #expect(try await desk.get("/tableau-de-bord").text.contains("\(link)Enregistrer les actions, puis clore<"))
            let reason = ["motif": "Rien n’était à corriger"]
            #expect(try await desk.post("/dossiers/\(address)/sans-action", reason).status == 303)
            #expect(try await desk.get("/tableau-de-bord").text.contains("\(link)Clore<"))
        }
    }

    // Shows: R-29
    @Test(arguments: Engine.available) func `leads on to exactly the late ones that it counts, registered or not`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            for _ in 1...13 { _ = try await site.lead(to: .received) }
            _ = try await site.lead(to: .registered)
            _ = try await site.lead(to: .answered)
            site.books.clock.advance(seconds: 100 * 86_400)
            let desk = try await site.desk([.receptionDesk])
            let page = try await desk.get("/tableau-de-bord").text
            #expect(page.contains("14 réponses en retard"))
            #expect(page.contains("<a href=\"/receptions?etat=en-retard\">et 2 autres</a>"))
            let list = try await desk.get("/receptions?etat=en-retard").text
            #expect(list.contains("14 réceptions<") && list.matches(of: /scope="row"/).count == 14)
            // Each of the others too: thirteen not qualified, fourteen without their acknowledgement, the answered one not among them.
            for (word, count) in [("a-qualifier", 13), ("sans-accuse", 14), ("a-inscrire", 0), ("repondue", 1)] {
                let list = try await desk.get("/receptions?etat=\(word)").text
                #expect(list.matches(of: /scope="row"/).count == count, "\(word)")
            }
        }
    }

    // Shows
    @Test(arguments: Engine.available) func `counts how far a delay has run from the day that it runs from`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let (register, manager) = (site.books.register, Author.officer(Story.manager))
            let sent = site.books.clock.now.civilDate.adding(days: -40)
            let sending = Story.procedure.sending(on: sent, proof: "Cachet de la poste")
            let judged = Qualification(nature: .complaint, sending: sending)
            let (posted, plain) = (try await site.lead(to: .received), try await site.lead(to: .registered))
            try await register.change(posted, by: manager) { try $0.qualify(judged, $1) }
            _ = try await register.enter(posted, by: manager)
            let desk = try await site.desk([.complaintsManager])
            // Forty days of two months, against none.
            for isOfBefore in [false, true] {
                if isOfBefore {
                    try await site.books.database.write { try $0.run("UPDATE case_file SET started_on = NULL") }
                }
                let page = try await desk.get("/tableau-de-bord").text
                #expect(page.contains("Une réponse à mi-délai"), "\(isOfBefore)")
                let begun = try #require(page.firstRange(of: "Une réponse à mi-délai")).upperBound
                let ended = try #require(page[begun...].firstRange(of: "</section>")).lowerBound
                #expect(page[begun..<ended].contains(try await register.caseFile(posted).address))
                #expect(!page[begun..<ended].contains(try await register.caseFile(plain).address))
            }
        }
    }

    // Shows: R-67
    @Test func `offers the reception desk no act that it may not do`() async throws {
        try await TestSite.open { site in
            let address = try await site.books.register.caseFile(try await site.lead(to: .received)).address
            let link = "<a href=\"/dossiers/\(address)"
            let desk = try await site.desk([.receptionDesk])
            let page = try await desk.get("/tableau-de-bord").text
            #expect(page.contains("\(link)\">Lire le dossier<") && !page.contains(">Qualifier<"))
            let manager = try await site.desk([.complaintsManager], email: "luc@cine-atelier.example")
            #expect(try await manager.get("/tableau-de-bord").text.contains("\(link)#acte\">Qualifier<"))
        }
    }
}
