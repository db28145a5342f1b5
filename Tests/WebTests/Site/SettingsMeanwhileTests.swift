import Complaints
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `Settings that somebody else changes while a page is open` {
    @Test(arguments: Engine.available) func `keep of a mediator what somebody else has changed, and never mix two`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            let (id, organisations) = (site.books.organisation.id, site.books.organisations)
            let command = { (typed: [OrganisationSetting: String]) in
                let change = try TypedSettings(typed).change(today: site.site.today)
                _ = try await organisations.change(id, change, author: "commande", reason: "")
            }
            try await command([
                .mediatorName: "Médiation Ouest", .mediatorAddress: "1 quai Neuf",
                .mediatorSite: "https://ouest.example",
                .mediatorEnds: "2026-12-31",
            ])
            var stale = try await desk.settings("mediation")
            try await command([.mediatorEnds: "2029-12-31", .mediatorAddress: "2 quai Neuf"])
            stale["mediateur_site"] = "https://mediation-ouest.example"
            #expect(try await desk.post("/reglages/mediation", stale).status == 303)
            let kept = try #require(try await site.books.register.currentProcedure().consumerMediator)
            #expect(kept.website == "https://mediation-ouest.example" && kept.postalAddress == "2 quai Neuf")
            #expect(kept.agreementEnds == CivilDate("2029-12-31"))
            try await command([
                .mediatorName: "Médiation Est", .mediatorAddress: "3 rue Vieille", .mediatorSite: "https://est.example",
            ])
            stale["mediateur_site"] = "https://autre-ouest.example"
            let refused = try await desk.post("/reglages/mediation", stale)
            #expect(refused.status == 409 && refused.text.contains("quelqu’un a changé de médiateur"))
            #expect(refused.text.contains("value=\"https://autre-ouest.example\""))
            let other = try #require(try await site.books.register.currentProcedure().consumerMediator)
            #expect(other.name == "Médiation Est" && other.website == "https://est.example")
            stale["version"] = refused.hidden("version")
            #expect(
                try await desk.post("/reglages/mediation", stale).status == 303,
                "knowing of it, they mean all of it"
            )
            let meant = try #require(try await site.books.register.currentProcedure().consumerMediator)
            #expect(meant.name == "Médiation Ouest" && meant.website == "https://autre-ouest.example")
        }
    }

    // Shows: S-53
    @Test(arguments: Engine.available) func `keep the second factor that somebody else has asked for meanwhile`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let organisations = site.books.organisations
            let desk = try await site.desk([.administrator])
            let stale = try await desk.settings("acces")
            #expect(stale["second_facteur"] == "off" && stale["second_facteur_vu"] == "off")
            var change = OrganisationChange()
            change.needsSecondFactor = true
            _ = try await organisations.change(site.books.organisation.id, change, author: "commande", reason: "")
            _ = try await site.site.registers.all(fresh: true)
            let again = TestDesk(site: site, account: desk.account, session: try await site.session(of: desk.account))
            #expect(try await again.post("/reglages/acces", stale).status == 303)
            #expect(try await organisations.all().map(\.needsSecondFactor) == [true], "it was not touched")
            var typed = try await again.settings("acces")
            #expect(typed["second_facteur"] == "on" && typed["second_facteur_vu"] == "on")
            typed["second_facteur"] = "off"
            #expect(try await again.post("/reglages/acces", typed).status == 303)
            #expect(try await organisations.all().map(\.needsSecondFactor) == [false])
        }
    }
}
