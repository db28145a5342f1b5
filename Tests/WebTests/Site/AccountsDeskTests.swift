import Complaints
import HTTPTypes
import Registry
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `The accounts of the provider's people` {
    private static let list = "/reglages/comptes"

    private func accounts(_ site: TestSite) -> Accounts { site.site.accounts(site.books.organisation) }

    /// Somebody at their desk, and the address of their account.
    private func colleague(
        _ site: TestSite,
        _ roles: Set<Role> = [.receptionDesk]
    ) async throws -> (
        desk: TestDesk, path: String
    ) {
        let desk = try await site.desk(roles, email: "paul@cine-atelier.example")
        return (desk, "\(Self.list)/\(desk.account.id)")
    }

    private static let paul = ["nom": "Paul Leroy", "courriel": "paul@exemple.fr", "roles": "accueil"]

    // Shows: S-51, S-55, R-67
    @Test(arguments: Engine.available)
    func `begin with a link that is shown once where no mail leaves, all mistakes at once`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.administrator])
            let page = try await desk.get(Self.list)
            #expect(
                page.status == 200 && page.text.contains("Inès Moreau") && page.text.contains("Inviter une personne")
            )
            #expect(page.text.contains("aria-current=\"page\">Comptes") && !page.text.contains("Réceptions"))
            let refused = try await desk.post(Self.list, ["nom": " ", "courriel": "paul", "echeance": "demain"])
            #expect(refused.status == 422)
            for words in ["Donnez un nom", "Cette adresse ne convient pas", "Cochez au moins", "ne se lit pas"] {
                #expect(refused.text.contains(words), "\(words)")
            }
            var auditor = Self.paul
            auditor["roles"] = "auditeur"
            let endless = try await desk.post(Self.list, auditor)
            #expect(endless.status == 422 && endless.text.contains("dans les 90\u{A0}jours."))
            auditor["echeance"] = "2027-02-22"
            let far = try await desk.post(Self.list, auditor)
            #expect(far.status == 422 && far.text.contains("21\u{A0}février 2027"), "23 November and ninety days")
            #expect(try await accounts(site).all().count == 1)
            let made = try await desk.post(Self.list, Self.paul)
            #expect(made.status == 200)
            let link = try #require(made.text.firstMatch(of: /http:\/\/localhost\/invitation\/([0-9a-f]{64})/)).output.1
            let token = try #require(StaffToken(String(link)))
            #expect(try await accounts(site).account(invitedBy: token)?.email == "paul@exemple.fr")
            let listed = try await desk.get(Self.list)
            #expect(listed.text.contains("Invité, sans mot de passe encore") && !listed.text.contains(link))
            let again = try await desk.post(Self.list, Self.paul)
            #expect(again.status == 422 && again.text.contains("a déjà un compte ici"))
        }
    }

    // Shows: S-55, S-57
    @Test(arguments: Engine.available) func `begin with a link that leaves by mail, and is nowhere to be read`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: true) { site in
            let desk = try await site.desk([.administrator])
            let made = try await desk.post(Self.list, Self.paul)
            let paul = try #require(try await accounts(site).find(email: "paul@exemple.fr"))
            #expect(made.status == 303 && made.location == "\(Self.list)/\(paul.id)?fait=ajout")
            #expect(try await desk.get(made.location).text.contains("le lien part par courriel"))
            let kept = try await site.books.database.read { connection in
                try connection.run("SELECT * FROM account_notice").map { "\($0)" }.joined()
            }
            let notice = try #require(try await site.books.register.claimAccountNotice())
            #expect(notice.kind == .invitation && notice.recipient == "paul@exemple.fr")
            #expect(notice.expiry == site.books.clock.now.adding(seconds: 72 * 3_600))
            let token = try #require(StaffToken(notice.link))
            #expect(try await accounts(site).account(invitedBy: token) == paul)
            #expect(!kept.isEmpty && !kept.contains(notice.link))
            #expect(try await site.books.register.claimAccountNotice() == nil, "nobody else takes it meanwhile")
            let again = try await desk.post("\(Self.list)/\(paul.id)/invitation", [:])
            #expect(again.location == "\(Self.list)/\(paul.id)?fait=invitation")
            #expect(try await accounts(site).account(invitedBy: token) == nil, "the first link is taken back")
            let second = try #require(try await site.books.register.claimAccountNotice())
            #expect(second.id != notice.id)
            #expect(try await desk.post("\(Self.list)/\(paul.id)/desactivation", [:]).status == 303)
            site.books.clock.advance(seconds: 3_600)
            #expect(try await site.books.register.claimAccountNotice() == nil, "nothing is sent to whoever is kept out")
        }
    }

    // Shows: S-55
    @Test(arguments: Engine.available) func `send the next invitation where one cannot be opened any more`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: true) { site in
            let desk = try await site.desk([.administrator])
            #expect(try await desk.post(Self.list, Self.paul).status == 303)
            let other = [UInt8](repeating: 7, count: 60)
            try await site.books.database.write(.organisation(site.books.organisation.id)) { connection in
                try connection.run("UPDATE account_notice SET sealed_link = \(other)")
            }
            site.books.clock.advance(seconds: 1)
            let zoe = Self.paul.merging(["courriel": "zoe@exemple.fr"]) { $1 }
            #expect(try await desk.post(Self.list, zoe).status == 303)
            #expect(try await site.books.register.claimAccountNotice() == nil)
            #expect(try await site.books.register.claimAccountNotice()?.recipient == "zoe@exemple.fr")
        }
    }

    // Shows: S-58
    @Test(arguments: Engine.available) func `are given rights only after the password once more`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.administrator])
            let (other, path) = try await colleague(site)
            let roles = ["nom": "Inès Moreau", "roles": "direction"]
            let acts: [(address: String, fields: [String: String])] = [
                (Self.list, Self.paul.merging(["courriel": "zoe@exemple.fr"]) { $1 }), ("\(path)/reglage", roles),
                ("\(path)/invitation", [:]), ("\(path)/remise", [:]), ("\(path)/reactivation", [:]),
            ]
            site.books.clock.advance(seconds: 5 * 60)
            for (address, fields) in acts {
                let asked = try await desk.post(address, fields)
                #expect(asked.status == 401 && asked.text.contains("Confirmer que c’est vous"), "\(address)")
                let wrong = try await desk.post(address, fields.merging(["confirmation": "faux"]) { $1 })
                #expect(wrong.status == 401, "\(address)")
            }
            #expect(try await accounts(site).all().count == 2)
            #expect(try await accounts(site).find(id: other.account.id) == other.account)
            let confirmation = roles.merging(["confirmation": TestSite.password]) { $1 }
            site.books.clock.advance(seconds: 60)
            #expect(try await desk.post("\(path)/reglage", confirmation).status == 303)
            #expect(try await accounts(site).find(id: other.account.id)?.roles == ["direction"])
            site.books.clock.advance(seconds: 5 * 60)
            #expect(try await desk.post("\(path)/desactivation", [:]).status == 303, "taking rights away does not wait")
        }
    }

    // Shows: S-56
    @Test(arguments: Engine.available) func `are changed, closed, opened and reset, and their sessions end`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.administrator])
            let (other, path) = try await colleague(site)
            let second = TestDesk(
                site: site,
                account: other.account,
                session: try await site.session(of: other.account)
            )
            let sheet = try await desk.get(path)
            #expect(sheet.status == 200 && sheet.text.contains("paul@cine-atelier.example"))
            let one = try #require(sheet.hidden("session"))
            #expect(try await desk.post("\(path)/sessions", ["session": one]).location == "\(path)?fait=sessions")
            let open = [try await other.get("/compte").status, try await second.get("/compte").status]
            #expect(open.sorted() == [200, 303], "one of the two")
            #expect(try await desk.post("\(path)/sessions", ["session": "toutes"]).status == 303)
            #expect(try await accounts(site).sessions(of: other.account.id).isEmpty)
            let fresh = TestDesk(site: site, account: other.account, session: try await site.session(of: other.account))
            let same = ["nom": "Inès Moreau", "roles": "accueil", "echeance": "2027-11-23"]
            #expect(try await desk.post("\(path)/reglage", same).location == "\(path)?fait=reglage")
            #expect(try await fresh.get("/compte").status == 200, "an end alone ends nothing yet")
            #expect(try await desk.post("\(path)/reglage", same.merging(["roles": "direction"]) { $1 }).status == 303)
            #expect(try await fresh.get("/compte").status == 303)
            let changed = try #require(try await accounts(site).find(id: other.account.id))
            #expect(changed.roles == ["direction"] && changed.expiresOn?.description == "2027-11-23")
            #expect(try await desk.post("\(path)/desactivation", [:]).location == "\(path)?fait=desactivation")
            #expect(try await desk.get(path).text.contains("Désactivé"))
            let closed = try await desk.post("\(path)/invitation", [:])
            #expect(closed.status == 422 && closed.text.contains("ce compte est désactivé ou échu"))
            #expect(try await desk.post("\(path)/reactivation", [:]).location == "\(path)?fait=reactivation")
            #expect(try await accounts(site).find(id: other.account.id) == changed)
            let reset = try await desk.post("\(path)/remise", [:])
            #expect(reset.status == 200 && reset.text.contains("/invitation/"))
            #expect(try await accounts(site).find(id: other.account.id)?.hasPassword == false)
        }
    }

    // Shows: S-56
    @Test(arguments: Engine.available) func `keep what was taken away, whatever an older form still shows`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.administrator])
            let (other, path) = try await colleague(site, [.management])
            let opened = try await desk.get(path)
            var typed = ["nom": "Inès Moreau-Roy", "roles": "direction", "echeance": ""]
            for name in ["nom_vu", "roles_vus", "echeance_vue"] { typed[name] = opened.hidden(name) }
            #expect(typed.count == 6)
            let second = try await site.desk([.administrator], email: "zoe@cine-atelier.example")
            let less = ["nom": "Inès Moreau", "roles": "accueil", "echeance": "2027-11-23"]
            #expect(try await second.post("\(path)/reglage", less).status == 303)
            let set = try #require(try await accounts(site).find(id: other.account.id))
            let late = try await desk.post("\(path)/reglage", typed)
            #expect(late.status == 409 && late.text.contains("ce compte a été modifié pendant que vous écriviez"))
            #expect(late.text.contains("Rôles\u{A0}: «\u{A0}Direction\u{A0}» sont devenus «\u{A0}Accueil\u{A0}»"))
            #expect(late.text.contains("Échéance\u{A0}: «\u{A0}Sans échéance\u{A0}» est devenue"))
            #expect(late.text.contains("Inès Moreau-Roy"), "what was typed is kept")
            #expect(!late.text.contains("est devenu «"), "the name has stayed")
            #expect(try await accounts(site).find(id: other.account.id) == set, "and nothing is done")
            let mistaken = typed.merging(["nom": " "]) { $1 }
            #expect(try await desk.post("\(path)/reglage", mistaken).status == 409, "a mistake does not hide it")
            #expect(try await desk.post("\(path)/reglage", typed.merging(["nom_vu": ""]) { $1 }).status == 409)
            // Sent again from what the page shows now, it is meant.
            for name in ["nom_vu", "roles_vus", "echeance_vue"] { typed[name] = late.hidden(name) }
            #expect(try await desk.post("\(path)/reglage", typed).status == 303)
            let meant = try #require(try await accounts(site).find(id: other.account.id))
            #expect(meant.name == "Inès Moreau-Roy" && meant.roles == ["direction"] && meant.expiresOn == nil)
        }
    }

    // Shows: S-55, S-59
    @Test func `are never all lost, nor one's own by mistake`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.administrator, .management])
            let own = "\(Self.list)/\(desk.account.id)"
            let page = try await desk.get(own)
            #expect(page.text.contains("C’est votre compte") && !page.text.contains("Désactiver ce compte"))
            let lost = try await desk.post("\(own)/desactivation", [:])
            #expect(lost.status == 422 && lost.text.contains("revient à un autre administrateur"))
            let last = try await desk.post("\(own)/reglage", ["nom": "Inès Moreau", "roles": "direction"])
            #expect(last.status == 422 && last.text.contains("dernier administrateur"))
            #expect(try await accounts(site).find(id: desk.account.id) == desk.account)
            #expect(try await desk.get(own).status == 200, "and the session goes on")
            let (other, path) = try await colleague(site, [.administrator])
            let theirs = try await desk.post("\(own)/reglage", ["nom": "Inès Moreau", "roles": "administrateur"])
            #expect(theirs.status == 422 && theirs.text.contains("revient à un autre administrateur"))
            #expect(try await desk.post("\(path)/reglage", ["nom": "Paul", "roles": "accueil"]).status == 303)
            #expect(try await other.get(own).status == 303)
            let stale = try await desk.post("\(path)/desactivation", [:], token: "x")
            #expect(stale.status == 403 && stale.text.contains("d’une session passée"))
            #expect(try await desk.post("\(path)/rien", [:]).status == 404)
        }
    }
}
