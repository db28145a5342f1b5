import Complaints
import Foundation
import TestSupport
import Testing

@Suite struct `The settings of a procedure` {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    @Test func `written by an earlier version are read, with the standard wait and no dates of a mediator`() throws {
        let old = """
            {"version":3,"organisme":{"nom":"Ciné-Atelier","adresse":"8 rue des Lilas","courriel":"a@b.example",
            "telephone":"","nda":"","contact_reclamations":"","contact_rgpd":""},
            "mediateur":{"nom":"M","adresse":"A","site":"https://m.example"},
            "delais":{"accuse":{"unite":"jours-ouvres","nombre":5},"reponse":{"unite":"mois","nombre":1}},
            "zone":"mayotte","completude":{"required":["nom"]},"conservation_ans":8}
            """
        let read = try JSONDecoder().decode(Procedure.self, from: Data(old.utf8))
        #expect(read.version == 3)
        #expect(read.provider.website.isEmpty && read.provider.signatory.isEmpty)
        #expect(read.consumerMediator == Mediator(name: "M", postalAddress: "A", website: "https://m.example"))
        #expect(read.completionWait == .standard)
        #expect(read.retentionYears == 8)
    }

    @Test func `come back as they were written`() throws {
        var procedure = Story.procedure
        procedure.provider.website = "https://cine-atelier.example"
        procedure.provider.signatory = "La direction"
        procedure.consumerMediator?.agreedOn = try day("2026-01-01")
        procedure.consumerMediator?.agreementEnds = try day("2028-12-31")
        procedure.completionWait = try #require(CompletionWait(reminder: 7, abandonment: 21))
        let read = try JSONDecoder().decode(Procedure.self, from: JSONEncoder().encode(procedure))
        #expect(read == procedure)
    }

    // Shows: R-38
    @Test(
        arguments: [
            ("2026-11-22", MediatorStanding.expired), ("2026-11-23", MediatorStanding.ending),
            ("2027-01-22", MediatorStanding.ending), ("2027-01-23", { _ in .inForce }),
        ] as [(String, @Sendable (CivilDate) -> MediatorStanding)]
    )
    func `tell how the agreement with the mediator stands`(
        end: String,
        standing: @Sendable (CivilDate) -> MediatorStanding
    ) throws {
        let end = try day(end)
        var mediator = try #require(Story.procedure.consumerMediator)
        #expect(MediatorStanding(of: mediator, on: try day("2026-11-23")) == .inForce)
        mediator.agreementEnds = end
        #expect(MediatorStanding(of: mediator, on: try day("2026-11-23")) == standing(end))
        #expect(MediatorStanding(of: nil, on: end) == .missing)
    }

    // Shows
    @Test func `say nowhere what no letter may`() {
        #expect(throws: Never.self) { try Story.procedure.refuseForbiddenWording() }
        var link = Story.procedure
        link.provider.website = "https://ec.europa.eu/consumers/odr"
        #expect(throws: Refusal.forbiddenWording(.europeanPlatform)) { try link.refuseForbiddenWording() }
        var duty = Story.procedure
        duty.apprenticeshipMediator?.name = "Médiation obligatoire"
        #expect(throws: Refusal.forbiddenWording(.compulsoryMediation)) { try duty.refuseForbiddenWording() }
    }

    // Shows: R-10
    @Test func `wait for what is missing some days, then longer, up to a year`() {
        #expect(CompletionWait(reminder: 1, abandonment: 2) != nil)
        #expect(CompletionWait(reminder: 364, abandonment: 365) != nil)
        for (reminder, abandonment) in [(0, 30), (15, 15), (30, 15), (15, 366), (-1, 3)] {
            #expect(CompletionWait(reminder: reminder, abandonment: abandonment) == nil)
        }
    }
}
