import Complaints
import Testing

@testable import Pages

@Suite struct `Receipt of deposit, notice of registration and answer` {
    let press: Press

    init() throws { press = try Press() }

    private func letter(_ name: String) throws -> ComposedLetter {
        let request = try #require(LetterSamples.all.first { $0.name == name }).request
        return LetterTestPost.writer(press).compose(request)
    }

    // Shows
    @Test func `are three texts, each of which says what it is, by when the next one comes, and nothing of the others`()
        throws
    {
        let (receipt, notice, answer) = (try letter("accuse"), try letter("inscription"), try letter("reponse"))
        #expect(Set([receipt, notice, answer].map(\.subject)).count == 3)
        #expect(receipt.subject.contains("bien reçue") && !receipt.unwrapped.contains("REC-"))
        #expect(receipt.unwrapped.contains("avant d’inscrire votre réclamation au Registre"))
        #expect(receipt.unwrapped.contains("La réponse, au plus tard"))
        #expect(notice.subject.contains("inscrite sous le numéro REC-") && notice.unwrapped.contains("au plus tard le"))
        #expect(!notice.unwrapped.contains("Voici notre réponse"))
        #expect(answer.subject.contains("Réponse à votre réclamation REC-"))
        #expect(answer.unwrapped.contains("Voici notre réponse") && !answer.unwrapped.contains("au plus tard"))
    }

    // Shows: R-41
    @Test(arguments: ["accuse", "complements", "requalification"])
    func `and what may be answered online lead to the follow-up page, but for whoever has no code`(
        name: String
    ) throws {
        #expect(try letter(name).text.contains("https://reclamations.cine-atelier.example/suivi"))
        let posted = LetterSamples.request(.acknowledgement, StaffStory.scrap)
        #expect(!LetterTestPost.writer(press).compose(posted).text.contains("/suivi"))
    }
}
