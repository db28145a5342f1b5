import Complaints
import Foundation
import HTTPTypes
import Registry
import TestSupport
import Testing

@testable import Pages
@testable import Web

@Suite struct `The description of the interface for programs` {
    private let press: Press
    private let document: JSON

    init() throws {
        press = try Press()
        document = APIDescription(press: press, address: "https://reclamations.exemple.fr").json
    }

    // Shows: S-60
    @Test func `has the operations that are routed, and no other`() async throws {
        try await TestSite.open { site in
            let routed = Routes.router(for: site.site).policies.filter { route, _ in
                let path = String(route.split(separator: " ")[1])
                return Path.isOfAPI(path) && path != Path.problems
            }
            let described = (document["paths"]?.members ?? []).flatMap { path in
                path.value.members.map { "\($0.name.uppercased()) \(path.name)" }
            }
            #expect(Set(described) == Set(routed.keys) && described.count == APIOperation.allCases.count)
            for operation in APIOperation.allCases {
                #expect(routed["\(operation.method.rawValue) \(operation.path)"] == operation.policy)
                // Without a token nothing is done, but that one is told what there is.
                let own = document["paths"]?[operation.path]?[operation.method.rawValue.lowercased()]
                #expect((own?["security"] == .list([])) == (operation.policy == .anybody), "\(operation)")
                let declared = operation.path.matches(of: /\{(\w+)\}/).map { String($0.output.1) }
                let named = operation.parameters.filter { $0.place == .path }.map(\.property.name)
                #expect(declared == named, "\(operation)")
            }
        }
    }

    @Test func `is served to anybody, and is what it says`() async throws {
        try await TestSite.open { site in
            let answer = try await site.ask(.get, Path.apiDescription, showing: nil)
            #expect(answer.status == 200 && answer.headers[.contentType] == "application/json")
            #expect(try answer.string("openapi") == "3.1.0")
            let parsed = try JSONSerialization.jsonObject(with: Data(answer.text.utf8))
            #expect(parsed is [String: Any], "another reader reads it too")
        }
    }

    @Test func `refers to nothing that it lacks, and lacks no words`() throws {
        let text = String(decoding: document.bytes, as: UTF8.self)
        #expect(
            !text.contains("⟦") && !text.contains("{{"),
            "\(text.split(separator: "⟦").dropFirst().first?.prefix(60) ?? "")"
        )
        let schemas = Set((document["components"]?["schemas"]?.members ?? []).map(\.name))
        let referred = text.matches(of: /"#\/components\/schemas\/([^"]+)"/).map { String($0.output.1) }
        #expect(Set(referred).subtracting(schemas) == [] && schemas.count > 30)
    }

    @Test func `has what programs are sent that are told of what happens, and how it is signed`() {
        let request = document["webhooks"]?["avertissement"]?["post"]
        guard case .list(let headers)? = request?["parameters"] else {
            Issue.record("no headers")
            return
        }
        let names = headers.map { $0["name"] }
        #expect(names == ["webhook-id", "webhook-timestamp", "webhook-signature"])
        let types = document["components"]?["schemas"]?["Avertissement"]?["properties"]?["type"]?["enum"]
        let events = AnnouncedEvent.allCases.map { "dossier.\($0.rawValue)" }
        #expect(types == .strings(events + ["essai"]))
    }

    @Test func `says every status that an operation comes to, with its problem`() throws {
        for operation in APIOperation.allCases {
            let own = document["paths"]?[operation.path]?[operation.method.rawValue.lowercased()]
            let statuses = Set((own?["responses"]?.members ?? []).map(\.name))
            let expected = Set(operation.problems.map { String($0.status) } + [String(operation.done.status)])
            #expect(statuses == expected, "\(operation)")
            let always = operation == .describe ? ["200"] : ["401", "403", "422", "429"]
            #expect(statuses.isSuperset(of: always), "\(operation)")
        }
    }

    @Test func `has words for all that programs are told, and no words are left over`() throws {
        let codes = ["choix", "date", "nature", "absent", "inconnu", "double", "longueur"].map { "champ-\($0)" }
        let told =
            String(decoding: document.bytes, as: UTF8.self)
            + codes.map { press.words(ProblemFault(field: nil, code: $0)) }.joined()
        let page = press.render(ProblemsPage(provider: Story.procedure.provider, press: press))
        for (key, words) in press.catalogue.entries where key.hasPrefix("api.") {
            var escaped: [UInt8] = []
            JSONText.append(words, to: &escaped)
            let inJSON = String(decoding: escaped.dropFirst().dropLast(), as: UTF8.self)
            #expect(told.contains(inJSON) || page.contains(PressTree.escaped(words)), "\(key)")
        }
    }

    /// Whatever the readers of forms read is described, or is of the page alone.
    // Shows: S-20
    @Test func `has every field that the form of an act has, and no other`() throws {
        let ofPage: Set = ["ajouter", "retirer", FormEntry.documents, FormEntry.kept, "jeton", "parti_de"]
        let described = Set(ActFields.variants.flatMap { $0.schema.properties.map(\.name) })
        let (read, rows) = try fieldsRead()
        // Of letters, which programs do not hand over.
        let others: Set = ["voie", "partie_le", "numero", "retour"]
        #expect(read.count > 30)
        #expect(read.subtracting(described).subtracting(ofPage).subtracting(others) == [])
        // Entry in the register is read where it is done, and what is completed by one list of names.
        let own: Set = [ActFields.word, ActFields.rows, "version", "relire", "relue", "en_l_etat", FormEntry.minor]
        let completed: Set = [
            "nom", "prenom", "adresse", "vous_etes", "objet", "reclamation", "action_formation",
        ]
        #expect(described.subtracting(read).subtracting(own).subtracting(completed) == [])
        #expect(ActFields.variants.map(\.word) == Act.allCases.compactMap(\.noun))
        let answer = ActFields.variants.first { $0.word == Act.answer.noun }?.schema.properties
        guard case .list(.object(let grievance))? = answer?.first(where: { $0.name == ActFields.rows })?.schema else {
            Issue.record("an answer has no grievances")
            return
        }
        #expect(Set(grievance.properties.map(\.name)) == rows)
    }

    /// The fields that the readers of acts read, and those of rows, which have a number.
    private func fieldsRead() throws -> (plain: Set<String>, rows: Set<String>) {
        let folder = "\(Repository.root)/Sources/Web/CaseFile"
        var (plain, rows): (Set<String>, Set<String>) = ([], [])
        let reading =
            /\b(?:text|values|date|optionalDate|optionalEmail|choice|optionalChoice|isYes)\("([a-z_]+)(\\\(index\))?"/
            .wordBoundaryKind(.simple)
        for file in try FileManager.default.contentsOfDirectory(atPath: folder)
        where file.hasPrefix("Act") {
            let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
            for found in text.matches(of: reading) {
                if found.output.2 == nil {
                    plain.insert(String(found.output.1))
                } else {
                    rows.insert(String(found.output.1.dropLast()))
                }
            }
        }
        return (plain, rows)
    }

    // Shows: R-04
    @Test func `has every field that the page of entries has`() {
        let described = Set(ReceptionFields.schema.properties.map(\.name))
        let of = Set(
            FormEntry.fields + [
                "canal", "arrivee_le", "envoyee_le", "preuve_envoi", "numero", "accord", "parole", "tiers_nom",
                "tiers_reference", "tiers_echeance",
            ]
        )
        #expect(described == of)
    }
}

extension JSON {
    /// The members of an object; none of anything else.
    fileprivate var members: [Member] { if case .object(let members) = self { members } else { [] } }
}
