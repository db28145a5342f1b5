import Complaints
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A kind of person that the provider added` {
    private static let alumnus = OwnStakeholder(name: "Ancien élève & <co>", kind: .employer)

    /// The provider offers it, or no more.
    private func publish(_ list: [OwnStakeholder], _ site: TestSite) async throws {
        var procedure = try await site.books.register.currentProcedure()
        procedure.offer(list)
        try await site.books.publish(procedure)
    }

    // Shows
    @Test(arguments: Engine.available) func `is offered, kept as it was given, and found when it is offered no more`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let option = "<option value=\"Ancien élève &amp; &lt;co&gt;\""
            try await publish([Self.alumnus], site)
            var form = try await site.openForm()
            form.words["vous_etes"] = Self.alumnus.name
            #expect(try await site.post(form.body("modification")).text.contains("\(option) selected"))
            let recap = try await site.post(form.body("recapitulatif"))
            #expect(recap.status == 200 && recap.text.contains("Ancien élève &amp; &lt;co&gt;"))
            // What was chosen while it was offered is taken, and stays chosen.
            try await publish([], site)
            #expect(try await site.post(form.body("modification")).text.contains("\(option) selected"))
            #expect(try await site.post(form.body("envoi")).status == 303)
            let fresh = try await site.openForm()
            #expect(try await !site.post(fresh.body("modification")).text.contains(option))
            let register = site.books.register
            let id = try #require(try await register.find("2026-R-0001"))
            #expect(try await register.caseFile(id).stakeholder == Self.alumnus.stakeholder)
            let desk = try await site.desk([.complaintsManager])
            let page = try await desk.get("/dossiers/2026-R-0001")
            #expect(page.text.contains("Ancien élève &amp; &lt;co&gt;"))
            // It is taken for what the setting says: a body is no consumer.
            #expect(page.text.contains("value=\"non\" checked"))
            let manager = Author.officer(Story.manager)
            try await register.change(id, by: manager) { try $0.qualify(Qualification(nature: .complaint), $1) }
            _ = try await register.enter(id, by: manager)
            let mine = try await desk.get("/registre?vous_etes=Ancien+%C3%A9l%C3%A8ve+%26+%3Cco%3E")
            #expect(mine.text.contains("REC-2026-0001") && mine.text.contains("\(option) selected"))
            #expect(try await !desk.get("/registre?vous_etes=stagiaire").text.contains("REC-2026-0001"))
            _ = try await register.inspect()
        }
    }

    // Shows: R-11, S-20
    @Test func `is no way in for one that nobody ever offered, nor for one sent twice`() async throws {
        try await TestSite.open { site in
            try await publish([Self.alumnus], site)
            var form = try await site.openForm()
            form.words["vous_etes"] = "Ancien élève"
            #expect(try await site.post(form.body("envoi")).status == 422)
            form.words["vous_etes"] = Self.alumnus.name
            var body = MultipartBody()
            for (name, value) in form.words { body.add(name, value) }
            body.add("vous_etes", Self.alumnus.name)
            body.add("envoi", form.envoi)
            body.add("etape", "envoi")
            #expect(try await site.post(body.closed).status == 422)
            #expect(try await site.books.register.find("2026-R-0001") == nil)
        }
    }
}
