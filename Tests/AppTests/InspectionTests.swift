import Complaints
import Foundation
import Registry
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct `The command verify` {
    @Test func `counts none and one in the singular`() async throws {
        #expect(InspectionWords.count(0, "pièce") == "0 pièce" && InspectionWords.count(1, "ligne") == "1 ligne")
        #expect(InspectionWords.count(2, "point de contrôle") == "2 points de contrôle")
        #expect(InspectionWords.count(2, "ligne perdue") == "2 lignes perdues")
        let place = try await TestPlace(.sqlite)
        _ = try await place.add("Neuf", host: "neuf.example")
        let said = try await place.verify("Neuf").said
        #expect(said.contains("  1 dossier, 1 lettre, 0 pièce"), "\(said)")
    }

    // Shows: S-65
    @Test(arguments: Engine.available)
    func `looks at every organisation, whatever is wrong with the first, and names each`(
        engine: Engine
    ) async throws {
        let place = try await TestPlace(engine)
        let first = try await place.add("A sans clé", host: "a.example")
        let second = try await place.add("B falsifié", host: "b.example")
        _ = try await place.add("C intact", host: "c.example")
        #expect(try await place.verify().isSound)
        try FileManager.default.removeItem(atPath: place.key(of: first))
        _ = try await place.write { warehouse in
            try await warehouse.database.write { connection in
                try connection.run(
                    "UPDATE letter SET recipient = 'autre@example.org' WHERE organisation = \(second.id)"
                )
            }
        }
        let (isSound, said) = try await place.verify()
        #expect(!isSound)
        #expect(said.contains { $0.hasPrefix("FAUTE, A sans clé : ") && $0.contains(place.key(of: first)) })
        #expect(said.contains { $0.hasPrefix("FAUTE, B falsifié : dossier 2026-R-0001 : lettre") })
        #expect(said.contains("Journal de C intact : tout concorde."))
        #expect(try await place.verify("C intact").isSound)
    }

    // Shows: S-66
    @Test(arguments: Engine.available)
    func `gives each witness to its own organisation, and one of nobody's is a fault`(
        engine: Engine
    ) async throws {
        let place = try await TestPlace(engine)
        let first = try await place.add("A", host: "a.example")
        let second = try await place.add("B", host: "b.example")
        let paths = [try await place.witness(second), try await place.witness(first)]
        let (isSound, said) = try await place.verify(witnesses: paths)
        #expect(isSound)
        #expect(said.count { $0 == "  Témoins confrontés : 1" } == 2, "each one's own")
        let kept = "  Dernière tête signée ici, gardée près de la clé : confrontée."
        #expect(said.count { $0 == kept } == 2, "the note beside its key is no witness of others")
        let none = try await place.verify().said
        #expect(none.count { $0 == "  Aucun témoin extérieur donné (--witness)." } == 2 && none.contains(kept))
        let one = try await place.verify("A", witnesses: paths)
        #expect(!one.isSound)
        #expect(one.said.contains { $0.hasPrefix("FAUTE : \(paths[0]) n’est témoin d’aucun") })
        let stranger = try await TestPlace(engine)
        let foreign = try await stranger.witness(try await stranger.add("Ailleurs", host: nil))
        let (isStillSound, words) = try await place.verify(witnesses: [foreign])
        #expect(!isStillSound)
        #expect(words.contains { $0.contains(foreign) } && words.contains("Journal de B : tout concorde."))
    }

    @Test func `counts as one would say it`() async throws {
        let place = try await TestPlace(.sqlite)
        _ = try await place.add("A", host: nil)
        let said = try await place.verify().said
        #expect(said.contains("  1 ligne, 1 ouverte, 0 effacée, 1 point de contrôle"), "\(said)")
        #expect(said.contains("  1 dossier, 1 lettre, 0 pièce"), "\(said)")
    }

    // Shows: S-67
    @Test(arguments: Engine.available) func `counts the checkpoints that the independent verifier counts`(
        engine: Engine
    ) async throws {
        let place = try await TestPlace(engine)
        try await place.write { warehouse in
            let organisation = try await warehouse.organisations.add(name: "A", host: nil, procedure: Story.procedure)
            let register = try warehouse.organisations.register(of: organisation, compose: TestBooks.compose)
            // One of the log before anything happened, as a server makes it at once, one after, and one to come.
            try await register.keepCheckpoint()
            _ = try await register.receive(Register.Intake(channel: .form, original: Story.original))
            try await register.keepCheckpoint()
            _ = try await register.receive(Register.Intake(channel: .form, original: Story.original))
        }
        let (isSound, said) = try await place.verify()
        #expect(isSound && said.contains("  2 lignes, 2 ouvertes, 0 effacée, 3 points de contrôle"), "\(said)")
        let path = Scratch.newPath("journal")
        try await JournalExport.run(place.settings, organisation: nil, to: path)
        let tool = "\(Repository.root)/Tools/verify_log.py"
        let other = try await Child.run("/usr/bin/env", ["python3", "-B", tool, path])
        #expect(other.status == 0, "\(other.output) \(other.errors)")
        #expect(other.output.hasPrefix("2 feuilles, 3 points de contrôle, 0 témoin"), "\(other.output)")
    }

    @Test func `says of a witness that cannot be read whether it is missing, closed or no witness`() async throws {
        let place = try await TestPlace(.sqlite)
        _ = try await place.add("A", host: nil)
        try await withTemporaryFolder { folder in
            let text = folder.appending(path: "texte.txt").path()
            try Data("pas un témoin".utf8).write(to: URL(filePath: text))
            let missing = folder.appending(path: "preuve").path()
            for (path, words) in [(missing, "introuvable"), (folder.path(), "illisible"), (text, "ni une preuve")] {
                await #expect {
                    _ = try await place.verify(witnesses: [path])
                } throws: {
                    let said = OperatorMessage($0).text
                    return said.contains("--witness") && said.contains(path) && said.contains(words)
                        && said.hasSuffix("(C-02)")
                }
            }
        }
    }

    @Test func `says of an end that is missing both what may be why, and which line`() {
        let cut = InspectionWords.sentence(.log(LogFault(.truncated, at: 12)))
        #expect(cut.hasPrefix("ligne 12 : ") && cut.contains("retirées") && cut.contains("limite"))
        let stopped = InspectionWords.sentence(.stopped(seq: 2_000, by: .timedOut))
        #expect(stopped.hasPrefix("ligne 2000 : ") && stopped.contains("manquent") && stopped.contains("limite"))
    }
}
