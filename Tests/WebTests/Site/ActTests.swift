import Complaints
import HTTPTypes
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `An act at the desk` {
    private static let rejection = [
        "grief_1": "Le train", "decision_1": "rejetee", "motif_1": "Le train n’est pas couvert.", "texte": "Cher Noé,",
        "signataire": "Inès Moreau", "consommateur": "oui",
    ]

    // Shows
    @Test(arguments: Engine.available)
    func `answers with the mediator of today, by the delays of the day of reception`(engine: Engine) async throws {
        try await TestSite.open(on: engine) { site in
            let register = site.books.register
            var bare = Story.procedure
            bare.consumerMediator = nil
            try await site.books.publish(bare)
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let before = try await register.caseFile(id)
            let path = "/dossiers/\(before.address)"
            let refused = try await desk.post("\(path)/reponse", Self.rejection)
            #expect(refused.status == 422 && refused.text.contains("dans les réglages, puis répondez"))
            var mended = Story.procedure
            mended.delays = .rapide
            try await site.books.publish(mended)
            #expect(try await desk.get(path).text.contains("le médiateur indiqué est Médiation Exemple"))
            #expect(try await desk.post("\(path)/reponse", Self.rejection).status == 303)
            let after = try await register.caseFile(id)
            let mediator = try #require(Story.procedure.consumerMediator)
            let limit = before.startedOn.adding(years: 1)
            #expect(after.answer?.recourses.first == .consumerMediator(mediator, until: limit))
            #expect(after.due == before.due && after.reception.procedure == before.reception.procedure)
        }
    }

    // Shows: F-10
    @Test func `clicked twice is done once, with its documents, and answered alike`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let file = try await site.books.register.caseFile(id)
            let typed = ["texte": "Devis demandé", "fait_le": "2026-11-23", "version": String(file.version)]
            let path = "/dossiers/\(file.address)/actions"
            let quote = ("devis.txt", Array("120 €".utf8))
            let answers = [
                try await desk.post(path, typed, files: [quote]), try await desk.post(path, typed, files: [quote]),
            ]
            #expect(answers.map(\.status) == [303, 303] && answers[0].location == answers[1].location)
            let after = try await site.books.register.caseFile(id)
            #expect(after.version == file.version + 1 && after.measures.count == 1)
        }
    }

    // Shows: R-26
    @Test func `counts the delays from the postmark, and the history says so`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .received)
            let before = try await site.books.register.caseFile(id)
            let path = "/dossiers/\(before.address)"
            let typed = [
                "nature": "reclamation", "envoyee_le": "2026-11-18", "preuve_envoi": "Cachet de la poste de Lyon",
            ]
            #expect(try await desk.post("\(path)/qualification", typed).status == 303)
            let after = try await site.books.register.caseFile(id)
            #expect(after.due.answer.target == before.due.answer.target.adding(days: -5))
            #expect(try await desk.get(path).text.contains("envoyée le 18/11/2026"))
            let again = ["texte": "Enveloppe retrouvée", "envoyee_le": "2026-11-17", "preuve_envoi": "Cachet de Nice"]
            #expect(try await desk.post("\(path)/rectification", again).status == 303)
            #expect(try await desk.get(path).text.contains("Cachet de Nice"))
            let clerk = try await site.desk([.receptionDesk], email: "paul@cine-atelier.example")
            #expect(try await !clerk.get(path).text.contains("envoyee_le"))
        }
    }

    // Shows
    @Test func `moves a new date past a Sunday, and says that it does`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)"
            #expect(try await desk.get(path).text.contains("le premier jour ouvré qui suit"))
            let typed = ["motif": "Le loueur se tait.", "nouvelle_date": "2027-02-14"]
            #expect(try await desk.post("\(path)/prorogation", typed).status == 303)
            #expect(try await desk.get(path).text.contains("reportée au 15\u{A0}février 2027"))
        }
    }
}
