import Complaints
import Foundation
import Registry
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `A case in the register's export` {
    /// The rows of the table, by the numbers of the cases.
    private func rows(_ desk: TestDesk) async throws -> [String: String] {
        let answer = try await desk.post("/registre/export.csv", [:])
        #expect(answer.status == 200)
        let rows = answer.text.split(separator: "\r\n").dropFirst().map(String.init)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.prefix { $0 != ";" }.description, $0) })
    }

    /// The lines of the data, by the numbers of the cases.
    private func lines(_ desk: TestDesk) async throws -> [String: [String: Any]] {
        let answer = try await desk.post("/registre/export.json", [:])
        let object = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
        let lines = try #require(object?["lignes"] as? [[String: Any]])
        #expect(object?["nombre"] as? Int == lines.count)
        return Dictionary(uniqueKeysWithValues: lines.map { ($0["numero"] as? String ?? "", $0) })
    }

    // Shows: R-22, S-26
    @Test(arguments: Engine.available) func `that is damaged or gone has its line, and cuts nothing off`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            _ = try await site.lead(to: .closed)
            let damaged = try await site.lead(to: .closed).description
            let gone = try await site.lead(to: .closed).description
            _ = try await site.lead(to: .closed)
            let spoiled = Array("canari".utf8)
            try await site.books.database.write { connection in
                try connection.run("UPDATE log_opening SET payload = \(spoiled) WHERE case_file = \(damaged)")
                try connection.run("DELETE FROM log_opening WHERE case_file = \(gone)")
            }
            let desk = try await site.desk([.complaintsManager])
            let rows = try await rows(desk)
            #expect(rows.count == 4)
            for (number, row) in rows {
                #expect(row.contains("Noé"), "\(number)")
                #expect(row.contains("Le dossier n’a pas pu être lu") == (number == "REC-2026-0002"), "\(number)")
                let isWhole = ["REC-2026-0001", "REC-2026-0004"].contains(number)
                #expect(row.contains("Appel") == isWhole, "\(number)")
            }
            let lines = try await lines(desk)
            #expect(lines["REC-2026-0002"]?["illisible"] as? Bool == true)
            #expect((lines["REC-2026-0002"]?["actions"] as? [Any])?.isEmpty == true)
            #expect(lines["REC-2026-0003"]?["actions"] == nil && lines["REC-2026-0003"]?["reference"] != nil)
            #expect((lines["REC-2026-0004"]?["actions"] as? [Any])?.count == 1)
            #expect(lines["REC-2026-0004"]?["illisible"] as? Bool == false)
            for (message, reference) in [("unreadable", "2026-R-0002"), ("without a history", "2026-R-0003")] {
                #expect(site.log.all.contains { $0.contains(message) && $0.contains(reference) }, "\(message)")
            }
            #expect(!site.log.all.contains { $0.contains("canari") || $0.contains("Noé") })
        }
    }

    // Shows: R-24
    @Test(arguments: Engine.available) func `whose file is closed to the reader has no content, whatever the list says`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let id = try await site.lead(to: .closed)
            let reader = try await site.hire([.complaintsManager], email: "camille@cine-atelier.example")
            try await site.restrict(id, to: [reader.id])
            try await site.books.database.write { connection in
                try connection.run("UPDATE case_file SET restricted = '' WHERE id = \(id.description)")
            }
            let desk = try await site.desk([.internalControl])
            let row = try #require(try await rows(desk)["REC-2026-0001"])
            #expect(row.contains("Accès restreint"))
            for told in ["Noé", Story.original.subject, "Appel"] { #expect(!row.contains(told), "\(told)") }
            let line = try #require(try await lines(desk)["REC-2026-0001"])
            #expect(line["ferme"] as? Bool == true && line["personne"] == nil && line["actions"] == nil)
        }
    }
}
