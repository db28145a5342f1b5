import Complaints
import TestSupport
import Testing

@Suite struct `The text of a template` {
    private let values: [MergeField: String] = [.name: "Noé D’Àrçy", .subject: "Le {nom} & {{numéro}} }{"]

    // Shows: R-39, S-28
    @Test func `is filled once: what a case has in it is never looked at again`() {
        let text = TemplateText("Bonjour {nom}, sur « {objet} », {objet}{nom}.")
        #expect(text.faults == [] && text.fields == [.name, .subject])
        let filled = text.filled(with: values)
        #expect(
            filled == "Bonjour Noé D’Àrçy, sur « Le {nom} & {{numéro}} }{ », Le {nom} & {{numéro}} }{Noé D’Àrçy."
        )
    }

    // Shows: S-28
    @Test func `takes whatever a person wrote for words`() {
        let text = TemplateText("<{objet}|{nom}|{objet}>")
        let braces = ["{nom}", "{objet}", "}", "{", "{{{nom}}}", "\\{nom\\}", "%s", "$0", "a\nb\r\nc\td"]
        let pieces = Hostile.pieces + braces
        for piece in pieces {
            let line = piece.split { $0.isNewline || $0 == "\t" }.joined(separator: " ").trimmed
            let value = line.isEmpty ? "[à compléter\u{A0}: objet]" : line
            let name = line.isEmpty ? "[à compléter\u{A0}: nom]" : line
            #expect(text.filled(with: [.subject: piece, .name: piece]) == "<\(value)|\(name)|\(value)>", "\(piece)")
        }
    }

    // Shows: R-39
    @Test func `knows its fields whatever their case, accents and blanks, and no others`() {
        let written: [(String, MergeField)] = [
            ("nom", .name), ("NUMERO", .number), (" numéro ", .number), ("date  de réception", .receivedOn),
            ("date\u{A0}de re\u{301}ception", .receivedOn), ("Échéance", .answerDue), ("médiateur", .mediator),
            ("courriel de l’organisme", .providerEmail), ("courriel de l'organisme", .providerEmail),
        ]
        for (name, field) in written {
            let text = TemplateText("{\(name)}")
            #expect(text.fields == [field] && text.faults == [], "\(name)")
            #expect(text.filled(with: [field: "oui"]) == "oui", "\(name)")
        }
        for name in ["prénom", "", "nom.length", "nom du père", "__proto__", "0"] {
            let text = TemplateText("{\(name)}")
            #expect(text.faults == [.unknown(name)] && text.fields == [], "\(name)")
            #expect(text.filled(with: values) == "{\(name)}", "it stays as it was written")
        }
    }

    // Shows: R-39
    @Test(arguments: ["{nom", "nom}", "{a {nom} b}", "{{nom}}", "{nom\n}", "}{", "{", "}{nom}"])
    func `says of a brace that is alone that it is, and leaves it`(text: String) {
        let read = TemplateText(text)
        #expect(read.faults == [.brace])
        #expect(read.filled(with: [.name: "N"]) == text.replacing("{nom}", with: "N"))
    }

    @Test func `tells each mistake once, in its order`() {
        #expect(TemplateText("{x} {y} {x} } {").faults == [.unknown("x"), .unknown("y"), .brace])
    }

    // Shows: R-39
    @Test func `is never silent about what the case has not`() {
        let text = TemplateText("Sous le numéro {Numéro}.")
        for values in [[:], [MergeField.number: ""], [.number: " \n\t"]] {
            let filled = text.filled(with: values)
            #expect(filled == "Sous le numéro [à compléter\u{A0}: Numéro].")
            #expect(TemplateHole.isIn(filled))
        }
        #expect(!TemplateHole.isIn(text.filled(with: [.number: "REC-2026-0001"])))
    }

    @Test func `has what is to be completed found however it is written`() {
        let open = [
            "[à compléter : x]", "[A COMPLETER", "[ à  compléter", "Bon. [a\u{300}\u{A0}comple\u{301}ter] Jour",
        ]
        for text in open { #expect(TemplateHole.isIn(text), "\(text)") }
        for whole in ["à compléter", "[voir annexe]", "Votre dossier est à compléter [1].", ""] {
            #expect(!TemplateHole.isIn(whole), "\(whole)")
        }
    }

    /// Ten thousand texts made of what could matter, by a generator with a fixed beginning.
    @Test func `keeps, for any text, all that is no field of it`() {
        let pieces = ["{", "}", "nom", "objet", "{nom}", "{objet}", " ", "\n", "é", "[à compléter", "x", "{{", "}}"]
        var state: UInt64 = 27
        for _ in 0..<10_000 {
            var text = ""
            for _ in 0..<8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let read = TemplateText(text)
            // Filled with their own names, the fields give the text back, but for the blanks within braces.
            let filled = read.filled(with: [.name: "{nom}", .subject: "{objet}"])
            #expect(filled.filter { $0 != " " } == text.filter { $0 != " " }, "\(text)")
        }
    }
}

@Suite struct `A template` {
    // Shows
    @Test func `is told all that is wrong with it at once`() {
        let long = String(repeating: "a", count: LetterTemplate.longestText + 1)
        #expect(draft("", .close, " \n").mistakes == [.name, .act, .textMissing])
        #expect(draft(String(repeating: "n", count: 81), .answer, long).mistakes == [.name, .textTooLong])
        #expect(draft("Sur deux\nlignes", .answer, "{x").mistakes == [.name, .brace])
        let duty = draft("Réponse", .answer, "Vous devez d’abord saisir le médiateur. {x}")
        #expect(duty.mistakes == [.wording(.compulsoryMediation), .unknownField("x")])
        #expect(draft(" Réponse ", .answer, " {nom} ").tidy == draft("Réponse", .answer, "{nom}"))
        for act in LetterTemplate.acts { #expect(draft("Réponse", act, "Bonjour {nom}").mistakes == []) }
    }

    private func draft(_ name: String, _ act: Act, _ text: String) -> LetterTemplate.Draft {
        LetterTemplate.Draft(name: name, act: act, text: text)
    }
}

@Suite struct `What is still to be completed` {
    private let open = "Voici pourquoi : [à compléter : les faits]"

    // Shows: R-39
    @Test func `keeps every act from being done that would send it`() throws {
        var received = Story()
        #expect(throws: Refusal.leftToComplete) {
            try received.file.requestCompletion(open, rule: .standard, received.signature())
        }
        let judged = Qualification(nature: .informationRequest, reason: open)
        #expect(throws: Refusal.leftToComplete) { try received.file.qualify(judged, received.signature()) }
        try received.lead(to: .registered)
        let later = Extension(reason: open, until: received.file.due.answer.due.adding(days: 10))
        #expect(throws: Refusal.leftToComplete) {
            try received.file.extend(later, zone: .metropole, received.signature())
        }
        for draft in answers {
            #expect(throws: Refusal.leftToComplete) {
                try received.file.answer(draft, procedure: Story.procedure, received.signature())
            }
        }
    }

    /// An answer open in its text, and one in a ground.
    private var answers: [Answer.Draft] {
        var (text, ground) = (Story.answer, Story.answer)
        text.text = open
        ground.grievances[0].remedy = open
        return [text, ground]
    }
}
