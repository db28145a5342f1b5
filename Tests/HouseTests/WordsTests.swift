import Testing

@testable import Pages

@Suite struct `The French of the product` {
    let press: Press

    init() throws { press = try Press() }

    @Test func `is set as French is, with the spaces that do not break`() {
        for (key, words) in press.catalogue.entries where key != "form.legend" {
            #expect(misprints(words) == [], "\(key)")
            #expect(!words.contains { "<>`".contains($0) } && !words.contains("  "), "\(key)")
        }
    }

    @Test func `is not how the English of it is set, which has curly quotes and no blank before a sign`() throws {
        let english = try PressCatalogue(files: EmbeddedText.files.filter { $0.key.hasSuffix(".en") }).entries
        #expect(english.count > 500)
        let french = /[«»"'<>`\u{A0}\u{202F}]|[ ][:;!?,]|\.\.\.| {2}/
        // What follows a link begins with its comma.
        for (key, words) in english where key != "home.how.email.after" {
            #expect(words.firstMatch(of: french) == nil, "\(key): \(words)")
            #expect(words.filter { $0 == "“" }.count == words.filter { $0 == "”" }.count, "\(key)")
            #expect(words.last != " ", "\(key)")
        }
    }

    @Test func `is set so in the manual too, whose pictures are there and light`() throws {
        for path in try House.files("docs/manuel", ".md") + ["LISEZMOI.md"] {
            let text = try House.text(path)
            let prose = text.replacing(/```(?s:.*?)```|`[^`\n]*`|\]\([^)]*\)|https?:\/\/\S+/, with: "…")
            for line in prose.split(separator: "\n") { #expect(misprints(String(line)) == [], "\(path): \(line)") }
        }
        let shown = Set(try House.documents().flatMap { try House.all(#"(\w+\.png)\)"#, in: $0.text) })
        let pictures = try House.files("docs/manuel", ".png")
        #expect(Set(pictures.map { String($0.dropFirst("docs/manuel/".count)) }) == shown)
        for picture in pictures { #expect(try House.weight(picture) < 120_000, "\(picture)") }
    }

    // Shows: R-81
    @Test func `is all in the catalogue: a template has no words of its own`() throws {
        for path in try House.files("Sources/Pages/Templates", ".mustache")
        where !path.hasSuffix("-attributes.mustache") {
            let bare = try House.text(path)
                .replacing(/<(?:pre|style)[ >](?s:.*?)<\/(?:pre|style)>/, with: "")
                .replacing(/\{\{[^}]*\}\}/, with: "").replacing(/<[^>]*>/, with: "")
                .replacing("SHA-256", with: "")
            #expect(!bare.contains { $0.isLetter }, "\(path): \(bare.filter(\.isLetter))")
            let spoken = try House.all(#"(?:alt|title|aria-label|placeholder)="([^"]*)""#, in: House.text(path))
            #expect(spoken.allSatisfy { $0.hasPrefix("{{") && $0.hasSuffix("}}") }, "\(path): \(spoken)")
        }
    }

    @Test func `has an entry for every key that the code names, whole or in part`() throws {
        let keys = press.catalogue.entries.keys
        for (path, text) in try House.sources() {
            for key in try House.all(#"\bwords\(\s*"((?:[^"\\]|\\\([^"]*\))+)""#, in: text) {
                let parts = literals(key)
                if !parts[0].isEmpty { #expect(keys.contains { reads($0, parts) }, "\(path): \(key)") }
            }
        }
    }

    @Test func `is placed by templates that a page or another template calls for`() throws {
        let pages = try House.sources("Pages").flatMap {
            try House.all(#"static let template = "([^"]+)""#, in: $0.text)
        }
        let called = Set(pages.map { PressTemplate.name($0) } + press.templates.flatMap(\.partials))
        let written = try House.files("Sources/Pages/Templates", ".mustache").map {
            PressTemplate.name($0.dropFirst("Sources/Pages/Templates/".count).dropLast(".mustache".count))
        }
        #expect(Set(written).subtracting(called) == [])
        #expect(Set(pages.map { PressTemplate.name($0) }).isSubset(of: written))
        #expect(pages.count == Set(pages).count)
    }

    @Test func `is shown by a sample for every page that there is`() throws {
        let pages = try House.sources("Pages").flatMap {
            try House.all(#"static let template = "([^"]+)""#, in: $0.text)
        }
        let sampled = (StaffSamples.all(press) + PublicSamples.all(press)).map { type(of: $0.page).template }
        #expect(Set(pages).subtracting(sampled) == [])
    }

    /// The lines of `verify` are read by programs too, and what people of the demonstration say is as they would type it.
    @Test func `is set for operators as on the pages`() throws {
        let sources = try House.sources("App") + House.sources("doleances")
        for (path, text) in sources where !path.contains("/Inspection") && !path.contains("/Demo/") {
            for line in text.split(separator: "\n") where !line.drop(while: \.isWhitespace).hasPrefix("//") {
                // Code has neither a semicolon nor chevrons, and a blank before a colon only after a question mark.
                let colon = line.contains("? ") ? "" : #"|[\w»)\]] :(?=[ "\\]|$)"#
                #expect(try House.all("( ;|« | »\(colon))", in: String(line)) == [], "\(path): \(line)")
            }
        }
    }

    /// What a French typesetter would mark.
    private func misprints(_ words: String) -> [String] {
        let scalars = Array(words.unicodeScalars)
        let pairs = zip(scalars, scalars.dropFirst()).filter { before, sign in
            switch sign {
            case ":", "»": before != "\u{A0}"
            case "!", "?", ";": before != "\u{202F}" && !"!?[".unicodeScalars.contains(before)
            default: before == "«" && sign != "\u{A0}"
            }
        }
        return pairs.map { "\($0)\($1)" } + ["'", "\"", "..."].filter { words.contains($0) }
    }

    /// What a literal says for itself, between its interpolations.
    private func literals(_ text: String) -> [String] {
        var parts = [""]
        var depth = 0
        for sign in text {
            if sign == "\\" { parts.append("") }
            if depth == 0, sign != "\\", sign != "(" { parts[parts.count - 1].append(sign) }
            if sign == "(" { depth += 1 }
            if sign == ")" { depth -= 1 }
        }
        return parts
    }

    /// Whether a key is a literal's only part, or begins and ends as the literal does, with something between.
    private func reads(_ key: String, _ parts: [String]) -> Bool {
        let (first, last) = (parts[0], parts[parts.count - 1])
        if parts.count == 1 { return key == first }
        return key.hasPrefix(first) && key.hasSuffix(last) && key.count > first.count + last.count
    }
}
