import Complaints
import Testing

@testable import Pages

@Suite struct `Every letter` {
    let press: Press
    let letters: [(name: String, letter: ComposedLetter)]

    init() throws {
        let press = try Press()
        self.press = press
        letters = LetterSamples.all.map { ($0.name, LetterTestPost.writer(press).compose($0.request)) }
    }

    @Test func `is among the samples, its holes filled and its keys known`() {
        #expect(Set(LetterSamples.all.map(\.request.kind)) == Set(LetterKind.allCases))
        for (name, letter) in letters {
            #expect(!letter.unwrapped.contains("⟦") && !letter.unwrapped.contains("{{"), "\(name)")
        }
    }

    @Test func `is the same to the byte for the same request`() {
        for (sample, letter) in zip(LetterSamples.all, letters) {
            #expect(LetterTestPost.writer(press).compose(sample.request) == letter.letter, "\(sample.name)")
        }
    }

    // Shows: R-36, R-37
    @Test func `never makes mediation a duty nor names the closed European platform`() {
        for (name, letter) in letters {
            #expect(ForbiddenWording.first(in: letter.unwrapped) == nil, "\(name)")
            #expect(!letter.unwrapped.lowercased().contains("vous devez"), "\(name)")
        }
    }

    // Shows: R-40
    @Test func `has lines of 76 characters at most, where words allow, and blanks at no line's end`() {
        for (name, letter) in letters {
            for line in letter.text.split(separator: "\n", omittingEmptySubsequences: false) {
                #expect(line.count <= 76 || !line.drop { $0 == " " }.contains(" "), "\(name): \(line)")
                #expect(line.last != " ", "\(name): \(line)")
            }
        }
    }

    // Shows: R-40
    @Test func `says the same in HTML as in plain text, in French, and fetches nothing`() throws {
        for (sample, letter) in zip(LetterSamples.all, letters) {
            let html = LetterTestPost.html(sample.request, press)
            let markup = try StaffMarkup(html)
            #expect(markup.elements.first { $0.name == "html" }?.attributes["lang"] == "fr")
            #expect(!markup.elements.contains { ["img", "link", "script"].contains($0.name) }, "\(sample.name)")
            #expect(!html.contains("url(") && !html.contains("src="), "\(sample.name)")
            if letter.letter.recipient != nil {
                #expect(words(of: markup) == words(of: letter.letter), "\(sample.name)")
            }
        }
    }

    @Test func `comes from the provider, in its subject and beside its address`() {
        for (name, letter) in letters where letter.recipient != nil {
            #expect(letter.recipient == "noe.darcy@courrier.example", "\(name)")
            #expect(letter.headers.contains("To: <noe.darcy@courrier.example>"), "\(name)")
            #expect(
                letter.headers.contains {
                    $0.hasPrefix("From: ") && $0.hasSuffix("<reclamations@cine-atelier.example>")
                }
            )
            #expect(letter.headers.contains("Message-ID: <\(String(repeating: "5e", count: 16))@cine-atelier.example>"))
        }
    }

    // Shows: S-43
    @Test func `says by which robot it was sent, but for an answer, which a person wrote`() {
        for (sample, letter) in zip(LetterSamples.all, letters) where letter.letter.recipient != nil {
            let said = letter.letter.headers.filter { $0.hasPrefix("Auto-Submitted:") }
            switch sample.request.kind {
            case .acknowledgement: #expect(said == ["Auto-Submitted: auto-replied"])
            case .answer: #expect(said.isEmpty)
            default: #expect(said == ["Auto-Submitted: auto-generated"])
            }
        }
    }

    // Shows: R-40
    @Test func `goes on paper, with the person's address, where there is no e-mail address that can be used`() throws {
        let paper = try #require(letters.first { $0.name == "cloture-papier" }).letter
        #expect(paper.recipient == nil && paper.message.isEmpty)
        #expect(paper.text.contains("Noé D’Àrçy-🎭 <b>\nChez O’Brien\n4 quai de la Fosse\n44000 Nantes\n"))
        #expect(
            paper.unwrapped.contains("reclamations@cine-atelier.example ou à l’adresse qui figure en tête")
        )
        var original = StaffStory.original
        original.email = "noe@courrier"
        #expect(
            LetterTestPost.writer(press).compose(LetterSamples.request(.closing, received(original))).recipient == nil
        )
    }

    @Test func `says how to answer it in words that are true on paper too, whichever way it goes`() throws {
        for (name, letter) in letters { #expect(!letter.unwrapped.contains("répondez à ce message"), "\(name)") }
        let says = { (name: String) in try #require(letters.first { $0.name == name }).letter.unwrapped }
        #expect(try says("accuse").contains("écrivez-nous à reclamations@cine-atelier.example ou à l’adresse qui"))
        #expect(try says("accuse-sans-courriel").contains("écrivez-nous à l’adresse qui figure en tête"))
        #expect(try says("accuse-sans-poste").contains("écrivez-nous à info@exemple.fr pour nous le dire"))
        #expect(try says("accuse-sans-contact").contains("prenez contact avec nous pour nous le dire"))
    }

    @Test func `answers the acknowledgement, so that a mailbox shows them together`() {
        var file = StaffStory.file(.registered)
        let first = LetterSummary(id: String(repeating: "0a", count: 16), kind: .acknowledgement, digest: "00")
        let issue = LetterIssue(letter: first.id, kind: .acknowledgement, way: .email, trace: "")
        let signature = Signature(by: .system, at: file.receivedAt)
        file.apply(
            Entry(
                event: .letterIssued(issue),
                signature: signature,
                caseFile: file.id,
                organisation: "cine-atelier",
                letters: [first]
            )
        )
        let headers = LetterTestPost.writer(press).compose(LetterSamples.request(.registration, file)).headers
        #expect(headers.contains("In-Reply-To: <\(first.id)@cine-atelier.example>"))
    }

    private func received(_ original: Original) -> CaseFile {
        var file = LetterSamples.onPaper
        file.apply(
            Entry(
                event: .amended(Amendment(text: "adresse", email: original.email)),
                signature: Signature(by: .complainant, at: file.receivedAt),
                caseFile: file.id,
                organisation: "cine-atelier"
            )
        )
        return file
    }

    private func words(of markup: StaffMarkup) -> [String] {
        let body = markup.root.all("body").first?.text ?? ""
        return body.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// The words of the text, without the dashes of lists and under headings and without « Objet : ».
    private func words(of letter: ComposedLetter) -> [String] {
        letter.text.replacing("Objet\u{A0}: ", with: "").split(separator: "\n")
            .map { $0.hasPrefix("- ") ? $0.dropFirst(2) : $0 }
            .filter { !$0.allSatisfy { $0 == "-" } }
            .flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    }
}
