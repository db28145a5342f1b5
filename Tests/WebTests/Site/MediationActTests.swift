import Complaints
import Pages
import TestSupport
import Testing

@testable import Registry
@testable import Web

@Suite struct `At the counter` {
    private func path(_ site: TestSite, _ id: CaseFile.ID) async throws -> String {
        "/dossiers/\(try await site.books.register.caseFile(id).address)"
    }

    // Shows
    @Test(arguments: Engine.available) func `a mediation is followed from the referral to its outcome`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .closed)
            let path = try await path(site, id)
            let steps: [(noun: String, typed: [String: String])] = [
                (
                    "mediation",
                    [
                        "cadre": "consommation", "par_reclamant": "oui", "mediateur": "CM2C", "saisi_le": "2026-11-23",
                        "objet": "Le train", "reponse_due": "2026-11-27",
                    ]
                ),
                ("avis-mediateur", ["avis": "prise-en-charge", "notifie_le": "2026-11-23", "texte": "Complet"]),
                ("reponse-mediateur", ["envoyee_le": "2026-11-23", "texte": "Nos observations"]),
                ("prolongation-mediation", ["nouvelle_date": "2027-04-30", "motif": "Litige complexe"]),
                ("issue-mediation", ["issue": "accord", "le": "2026-11-23", "texte": "Accord trouvé"]),
            ]
            for (noun, typed) in steps {
                let done = try await desk.post("\(path)/\(noun)", typed)
                #expect(done.location == "\(path)?fait=\(noun)", "\(noun)")
                if noun == "mediation" {
                    let today = try await desk.get("/tableau-de-bord").text
                    #expect(today.contains("Réponse au médiateur dans 4 jours, 27/11/2026"))
                    #expect(try await desk.get("/registre").text.contains("Réponse au médiateur dans 4 jours"))
                }
            }
            let shown = try await desk.get(path).text
            #expect(
                shown.contains("Accord, le 23/11/2026") && shown.contains("Médiation prolongée jusqu’au 30/04/2027")
            )
            let file = try await site.books.register.caseFile(id)
            #expect(file.stage == .answered && file.endedAt == nil)
            #expect(try await !desk.get("/tableau-de-bord").text.contains("médiateur dans"))
        }
    }

    // Shows: R-46
    @Test(arguments: Caller.all.filter(\.reads)) func `the pieces of a mediation open only to those who follow it`(
        caller: Caller
    ) async throws {
        try await TestSite.open { site in
            let manager = try await site.desk([.complaintsManager], email: "camille@cine-atelier.example")
            let id = try await site.lead(to: .inMediation)
            let path = try await path(site, id)
            let typed = ["envoyee_le": "2026-11-23", "texte": "Nos observations"]
            let piece = ("observations.txt", Array("Le train n’est pas dû.".utf8))
            #expect(try await manager.post("\(path)/reponse-mediateur", typed, files: [piece]).status == 303)
            let file = try #require(try await site.books.register.caseFile(id).mediationFiles.first)
            let desk = try await site.desk(caller.roles ?? [])
            let follows = Officer(id: "", roles: caller.roles ?? []).readsMediation
            #expect(try await desk.get("/pieces/\(file.id)").status == (follows ? 200 : 403))
            let page = try await desk.get(path)
            #expect(page.text.contains("observations.txt") == follows)
            #expect(page.text.contains("Nos observations") == follows)
        }
    }

    // Shows: R-06
    @Test(arguments: Engine.available) func `a contest is decided by somebody else where there is one`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let manager = try await site.desk([.complaintsManager])
            let id = try await site.books.receive()
            let path = try await path(site, id)
            let judged = ["nature": "demande-information", "motif": "Une simple question de dates"]
            #expect(try await manager.post("\(path)/qualification", judged).status == 303)
            let contest = ["conteste_par": "Noé", "contestee_le": "2026-11-23", "texte": "Je réclame 1 200 €"]
            let words = ("lettre.txt", Array("Je réclame".utf8))
            #expect(try await manager.post("\(path)/contestation", contest, files: [words]).status == 303)
            let decision = ["decision": "reclamation", "motif": "Le remboursement est demandé"]
            let colleague = try await site.hire([.management], email: "camille@cine-atelier.example")
            let refused = try await manager.post("\(path)/decision-contestation", decision)
            #expect(refused.status == 422)
            #expect(refused.text.contains("une autre personne de votre organisme doit décider"))
            #expect(refused.text.contains("Le remboursement est demandé"))
            try await site.site.accounts(site.books.organisation).disable(colleague.id)
            #expect(try await manager.post("\(path)/decision-contestation", decision).status == 303)
            let file = try await site.books.register.caseFile(id)
            #expect(file.stage == .received && file.contestDecision?.isAlone == true)
            #expect(try await manager.get(path).text.contains("lettre.txt"))
            let kinds = try await site.books.register.letters(of: id).map(\.kind)
            #expect(kinds.contains(.requalification) && kinds.contains(.contestReinstated))
        }
    }
}
