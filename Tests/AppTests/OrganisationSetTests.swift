import Complaints
import Foundation
import Registry
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct `The settings of an organisation` {
    /// A value for each of them, none the one that the books begin with.
    private static let values: [OrganisationSetting: String] = [
        .name: "L’École d’image", .host: "reclamations.ecole.example", .secondFactor: "on",
        .address: "12 rue Haute\n29000 Quimper", .email: "plaintes@ecole.example", .telephone: "+33 (0)2 99 00 12 34",
        .site: "https://www.ecole.example", .nda: "53 29 99999 29", .contact: "Ada Lebrun, directrice",
        .signatory: "La directrice", .dataContact: "rgpd@ecole.example", .mediatorName: "Médiation Ouest",
        .mediatorAddress: "1 quai Neuf\n44000 Nantes", .mediatorSite: "https://ouest.example/mediation",
        .mediatorAgreed: "2026-01-01", .mediatorEnds: "2028-12-31", .apprenticeshipName: "Chambre de métiers",
        .apprenticeshipAddress: "3 rue Basse, 29000 Quimper", .apprenticeshipSite: "https://chambre.example",
        .acknowledgementDelay: "5 jours ouvrables", .answerDelay: "1 mois", .zone: "alsace-moselle",
        .completeness: "nom,contact,objet,reclamation,piece_jointe", .reminderDays: "10", .abandonmentDays: "25",
        .confidentialRecipient: "ada@ecole.example, zoe@ecole.example",
        .confidentialFunction: "la présidente et la trésorière de l’association",
        .retentionYears: "10", .onePerson: "on",
        .stakeholders: "Ancien stagiaire=stagiaire; Membre d’un jury=certificateur",
    ]

    // Shows
    @Test(arguments: Engine.available) func `are set and shown one and all, and taken again as they are shown`(
        engine: Engine
    ) async throws {
        let app = try await AppBooks(engine)
        try await app.hire("ada@ecole.example", [.management])
        try await app.hire("zoe@ecole.example", [.dataProtection])
        #expect(Set(Self.values.keys).union([.delays]) == Set(OrganisationSetting.allCases))
        #expect(try await app.set(Self.values, reason: "déménagement").first?.contains("version 2") == true)
        var shown = try await app.shown()
        #expect(shown.removeValue(forKey: "version") == "2")
        #expect(shown.removeValue(forKey: "id") == app.books.organisation.id)
        #expect(shown == Dictionary(uniqueKeysWithValues: Self.values.map { ($0.key.rawValue, $0.value) }))
        #expect(try await app.books.organisations.all().map(\.name) == ["L’École d’image"])
        let again = try await app.set(Self.values)
        #expect(again == ["Organisme réglé\u{A0}: L’École d’image"], "nothing changed, nothing is published")
        #expect(
            try await app.run(.listVersions(organisation: nil)).map { $0.suffix(22) }.last?.contains("déménagement")
                == true
        )
        let lines = try await app.run(.showOrganisation(named: nil, version: nil, asJSON: false))
        for value in Self.values.values.flatMap({ $0.split(separator: "\n") }) {
            #expect(lines.contains { $0.hasSuffix("  \(value)") }, "\(value)")
        }
        let first = try await app.run(.showOrganisation(named: nil, version: 1, asJSON: false))
        #expect(first.contains { $0.hasSuffix("  metropole") })
        await app.books.close()
    }

    /// A value that will not do, and a word of what is accepted.
    private static let bad: [(OrganisationSetting, String, String)] = [
        (.name, "", "--name"), (.name, "…", "--name"), (.name, "<nom>", "--name"), (.name, "a\u{7}b", "une ligne"),
        (.host, "https://ecole.example", "sans https://"), (.host, "ecole.example:443", "sans https://"),
        (.host, "ecole.example/plaintes", "sans https://"), (.host, "école", "un nom seul"), (.host, "a..b", "un nom"),
        (.secondFactor, "oui", "on ou off"), (.onePerson, "oui", "on ou off"), (.address, "…", "--address"),
        (.address, "\\n", "--address"),
        (.email, "pas une adresse", "reclamations@exemple.fr"), (.telephone, "appelez-nous", "01 99"),
        (.site, "N.C.", "https://"), (.site, "bientôt", "https://"), (.site, "https://…", "--site"),
        (.site, "www.ecole.example bientôt", "https://"), (.site, "ftp://ecole.example", "https://"),
        (.site, "plaintes@ecole.example", "https://"),
        (.site, "javascript:alert(1)", "https://"),
        (.site, "https://u:p@ecole.example", "https://"), (.nda, "123", "onze"),
        (.mediatorSite, "mediation", "https://"),
        (.mediatorSite, "https://ec.europa.eu/consumers/odr", "D-013"),
        (.mediatorSite, "ec.europa.eu/consumers/odr", "D-013"), (.mediatorSite, "", "--mediator-name aucun"),
        (.mediatorName, "Un autre", "trois coordonnées"),
        (.mediatorAddress, "aucun", "--mediator-name aucun"), (.mediatorEnds, "demain", "2027-12-31"),
        (.mediatorEnds, "2027-02-29", "2027-12-31"), (.mediatorAgreed, "2026-11-24", "pas dans l’avenir"),
        (.apprenticeshipName, "…", "--apprenticeship-mediator-name"),
        (.apprenticeshipAddress, "[adresse]", "--apprenticeship-mediator-address"),
        (.apprenticeshipSite, "…", "--apprenticeship-mediator-site"), (.delays, "lent", "acpr, rapide"),
        (.acknowledgementDelay, "10", "jours ouvrables"), (.acknowledgementDelay, "0 jours", "jours ouvrables"),
        (.answerDelay, "quelques mois", "2 mois"), (.answerDelay, "13 mois", "d’un an au plus"),
        (.answerDelay, "-3 jours", "2 mois"), (.zone, "bretagne", "alsace-moselle"),
        (.completeness, "nom,prénom", "vous_etes"), (.completeness, ",", "vous_etes"),
        (.stakeholders, "Juré", "suivie de celle de la liste"), (.stakeholders, "Juré=jury", "donneur-ordre"),
        (.stakeholders, "Juré=autre=autre", "Juré=certificateur"), (.stakeholders, ";", "--stakeholders"),
        (.stakeholders, "Juré=autre; JURE=prospect", "toutes différentes"), (.stakeholders, "=autre", "60"),
        (.stakeholders, "membre du personnel de l’organisme=salarie", "déjà dans la liste"),
        (.stakeholders, "Unknown=autre", "déjà dans la liste"),
        (.stakeholders, String(repeating: "x", count: 61) + "=autre", "60"),
        (.stakeholders, (1...21).map { "x\($0)=autre" }.joined(separator: ";"), "une à vingt"),
        (.reminderDays, "30", "avant l’abandon"),
        (.reminderDays, "0", "de 1 à 364"), (.abandonmentDays, "15", "avant l’abandon"),
        (.abandonmentDays, "bientôt", "de 2 à 365"), (.retentionYears, "0", "de 1 à 30"),
        (.retentionYears, "sept", "de 1 à 30"), (.contact, "La médiation est obligatoire", "D-013"),
        (.confidentialRecipient, "inconnue@ecole.example", "comptes ouverts"),
        (.confidentialFunction, "la présidente", "--confidential-recipient"),
        (.confidentialFunction, "aucune", "--confidential-recipient aucun"),
        (.signatory, String(repeating: "x", count: 201), "200"), (.dataContact, "...", "--data-contact"),
    ]

    // Shows: S-17, R-37
    @Test(arguments: Engine.available) func `are refused where one will not do, by its option, and nothing changes`(
        engine: Engine
    ) async throws {
        let app = try await AppBooks(engine)
        let before = try await app.shown()
        for (setting, value, accepted) in Self.bad {
            // With a good one, which must not be kept either.
            var typed: [OrganisationSetting: String] = [setting: value]
            typed[setting == .telephone ? .nda : .telephone] = setting == .telephone ? "53 29 99999 29" : "3949"
            let sentence = try #require(await app.refusal(of: typed), "\(setting.option) \(value)")
            #expect(sentence.contains(setting.option) && sentence.contains(accepted), "\(sentence)")
            #expect(sentence.hasSuffix("(C-02)"), "\(sentence)")
        }
        #expect(Set(Self.bad.map(\.0)) == Set(OrganisationSetting.allCases))
        #expect(await app.refusal(of: [:])?.contains("Rien à régler") == true)
        #expect(try await app.shown() == before)
        #expect(try await app.run(.listVersions(organisation: nil)).count == 1)
        await app.books.close()
    }

    // Shows
    @Test(arguments: Engine.available) func `name nobody for confidence who can open no case file`(
        engine: Engine
    ) async throws {
        let app = try await AppBooks(engine)
        try await app.hire("ada@ecole.example", [.management])
        try await app.hire("zoe@ecole.example", [.administrator])
        let both: [OrganisationSetting: String] = [
            .confidentialRecipient: "ada@ecole.example, zoe@ecole.example", .confidentialFunction: "la présidente",
        ]
        let refused = try #require(await app.refusal(of: both))
        #expect(refused.hasPrefix("--confidential-recipient") && refused.contains("ouvrir un dossier"), "\(refused)")
        #expect(refused.hasSuffix("(C-02)"))
        try await app.set([.confidentialRecipient: "ada@ecole.example", .confidentialFunction: "la présidente"])
        #expect(try await app.shown()["confidential-recipient"] == "ada@ecole.example")
        await app.books.close()
    }

    // Shows: R-38
    @Test(arguments: Engine.available) func `take a site as people write it, each of those that are sites`(
        engine: Engine
    ) async throws {
        let app = try await AppBooks(engine)
        let written: [(OrganisationSetting, String, String)] = [
            (.site, "www.ecole.example", "https://www.ecole.example"),
            (.mediatorSite, " ouest.example/saisir-le-mediateur ", "https://ouest.example/saisir-le-mediateur"),
            (.apprenticeshipSite, "www.chambre.example:8443", "https://www.chambre.example:8443"),
            (.site, "http://ecole.example", "http://ecole.example"),
        ]
        try await app.set([
            .apprenticeshipName: "Chambre", .apprenticeshipAddress: "3 rue Basse",
            .apprenticeshipSite: "https://ancien.example",
        ])
        for (setting, typed, kept) in written {
            try await app.set([setting: typed])
            #expect(try await app.shown()[setting.rawValue] == kept)
        }
        await app.books.close()
    }

    // Shows: R-25
    @Test(arguments: Engine.available) func `move no due date already given`(engine: Engine) async throws {
        let app = try await AppBooks(engine)
        let early = try await app.books.receive()
        let due = try await app.books.register.caseFile(early).due
        try await app.set([.delays: "rapide", .answerDelay: "10 jours", .zone: "mayotte"])
        #expect(try await app.shown()["delays"] == nil, "a preset with another delay is none any more")
        #expect(try await app.books.register.caseFile(early).due == due)
        let late = try await app.books.register.caseFile(try await app.books.receive())
        #expect(late.due.answer.target.description == "2026-12-03")
        #expect(late.due.acknowledgement.target.description == "2026-11-30")
        await app.books.close()
    }

    // Shows: R-09
    @Test(arguments: Engine.available) func `say what makes a complaint complete`(engine: Engine) async throws {
        let app = try await AppBooks(engine)
        try await app.set([.completeness: "nom,reclamation,piece_jointe"])
        let id = try await app.books.receive()
        let manager = Author.officer(Story.manager)
        try await app.books.register.change(id, by: manager) { try $0.qualify(Qualification(nature: .complaint), $1) }
        await #expect(throws: Refusal.lacking([.attachment])) {
            _ = try await app.books.register.enter(id, by: manager)
        }
        await app.books.close()
    }

    // Shows: R-11
    @Test(arguments: Engine.available) func `add kinds of person, and forget none that could be chosen`(
        engine: Engine
    ) async throws {
        let app = try await AppBooks(engine)
        try await app.set([.stakeholders: " Ancien \u{A0} stagiaire = stagiaire ;Juré=certificateur; "])
        #expect(try await app.shown()["stakeholders"] == "Ancien stagiaire=stagiaire; Juré=certificateur")
        try await app.set([.stakeholders: "Juré=partenaire"], reason: "plus d’anciens")
        try await app.set([.stakeholders: "aucune"])
        #expect(try await app.shown()["stakeholders"] == nil)
        let procedure = try await app.books.register.currentProcedure()
        #expect(procedure.version == 4 && procedure.offeredStakeholders == Stakeholder.standard)
        #expect(procedure.kind(of: Stakeholder(rawValue: "Ancien stagiaire")) == .trainee)
        #expect(procedure.kind(of: Stakeholder(rawValue: "Juré"))?.rawValue == "partenaire")
        let earlier = try await app.run(.showOrganisation(named: nil, version: 2, asJSON: false))
        #expect(earlier.contains { $0.hasSuffix("  Ancien stagiaire=stagiaire; Juré=certificateur") })
        await app.books.close()
    }

    // Shows: R-38
    @Test(arguments: Engine.available) func `warn of a mediator who is missing, ends soon or is gone`(
        engine: Engine
    ) async throws {
        let app = try await AppBooks(engine)
        let warning = { (lines: [String]) in lines.filter { $0.hasPrefix("Attention") } }
        #expect(warning(try await app.set([.telephone: "3949"])) == [])
        #expect(
            warning(try await app.set([.mediatorEnds: "31/12/2026"])).first?.contains("prend fin le 2026-12-31") == true
        )
        #expect(try await app.shown()["mediator-ends"] == "2026-12-31")
        #expect(warning(try await app.set([.mediatorEnds: "2026-11-22"])).first?.contains("a pris fin") == true)
        let id = try await app.books.receive()
        let procedure = try await app.books.register.currentProcedure()
        let manager = Author.officer(Story.manager)
        let register = app.books.register
        try await register.change(id, by: manager) { try $0.qualify(Qualification(nature: .complaint), $1) }
        _ = try await register.enter(id, by: manager)
        try await register.change(id, by: manager) { try $0.dispenseWithMeasures("Rien n’était à faire", $1) }
        let end = try #require(CivilDate("2026-11-22"))
        await #expect(throws: Refusal.mediatorExpired(end)) {
            try await register.change(id, by: manager) { try $0.answer(Story.answer, procedure: procedure, $1) }
        }
        #expect(warning(try await app.set([.mediatorEnds: "aucune"])) == [])
        #expect(warning(try await app.set([.mediatorName: "aucun"])).first?.contains("aucun médiateur") == true)
        #expect(try await app.shown()["mediator-site"] == nil)
        #expect(await app.refusal(of: [.mediatorEnds: "2030-01-01"])?.contains("trois coordonnées") == true)
        await app.books.close()
    }

    @Test(arguments: Engine.available) func `forget one that is said to be none, and keep the name of the organisation`(
        engine: Engine
    ) async throws {
        let app = try await AppBooks(engine)
        try await app.set([.host: "a.example", .email: "aucun", .address: "aucune", .contact: "aucun"])
        #expect(try await app.shown()["host"] == "a.example")
        #expect(try await app.shown()["email"] == nil)
        try await app.set([.host: "aucun"])
        #expect(try await app.shown()["host"] == nil)
        await app.books.close()
    }

    @Test(arguments: Engine.available) func `begin with what organisation add is told, whole or not at all`(
        engine: Engine
    ) async throws {
        let app = try await AppBooks(engine)
        let add = { (typed: [OrganisationSetting: String]) in Errand.addOrganisation(OrganisationDetails(typed)) }
        #expect(await app.refusal(of: add([.name: "Ciné-Atelier"]))?.contains("s’appelle déjà") == true)
        #expect(await app.refusal(of: add([.email: "a@b.example"]))?.contains("--name") == true)
        let empty = await app.refusal(of: add([.name: ""]))
        #expect(empty == "--name est vide : donnez une valeur. (C-02)")
        let refused = await app.refusal(of: add([.name: "Deux", .host: "https://deux.example"]))
        #expect(refused?.contains("--host") == true)
        let lines = try await app.run(add([.name: "Deux", .host: "DEUX.example", .delays: "rapide"]))
        #expect(lines.contains { $0.contains("Ciné-Atelier n’a pas de nom d’hôte") })
        let keys = Set(try FileManager.default.contentsOfDirectory(atPath: app.books.keys))
        let taken = await app.refusal(of: add([.name: "Trois", .host: "deux.example"]))
        #expect(taken?.hasPrefix("--host : deux.example est déjà") == true && taken?.hasSuffix("(C-07)") == true)
        #expect(
            Set(try FileManager.default.contentsOfDirectory(atPath: app.books.keys)) == keys,
            "no key without its log"
        )
        #expect(try await app.books.organisations.all().map(\.host) == [nil, "deux.example"])
        await app.books.close()
    }
}
