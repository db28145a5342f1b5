import Testing

@testable import Pages

/// A page of one text, for templates made up by a test.
private struct Slip: Page {
    static let template = "slip"
    var text = ""
    var note: String?
    var lines: [Line] = []

    struct Line: Sendable {
        var text: String?
    }
}

@Suite struct `The press` {
    private func press(_ template: String, words: String = "") throws -> Press {
        try Press(files: ["Templates/slip.mustache": template, "Catalogue/fr/words.fr": words])
    }

    // Shows: S-22
    @Test func `escapes every character that means something to a browser, in text and in attributes`() throws {
        let press = try press(#"<p title="{{text}}">{{text}}</p>"#)
        let escaped = "&lt;b&gt; &amp;amp; &quot;x&quot; &#39;y&#39;"
        #expect(press.render(Slip(text: #"<b> &amp; "x" 'y'"#)) == #"<p title="\#(escaped)">\#(escaped)</p>"#)
    }

    // Shows: S-22
    @Test func `escapes a quotation mark that a combining accent follows`() throws {
        let html = try press(#"<p title="{{text}}">"#).render(Slip(text: "\"\u{301} onfocus=x"))
        #expect(html.unicodeScalars.elementsEqual("<p title=\"&quot;\u{301} onfocus=x\">".unicodeScalars))
    }

    @Test func `leaves every other character as it was, whatever its script`() throws {
        let text = "Noé D’Àrçy-🎭 \u{200F}שלום e\u{301}\u{0}\t\u{1F468}\u{200D}\u{1F469}"
        #expect(try press("{{text}}").render(Slip(text: text)).unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test func `keeps a visitor's own line ends and blanks where a template is indented`() throws {
        let html = try press("<div>\n    <textarea>\n{{text}}</textarea>\n</div>").render(Slip(text: "a\n  b\n"))
        #expect(html == "<div>\n<textarea>\na\n  b\n</textarea>\n</div>")
    }

    @Test func `takes no text of a page for a template`() throws {
        #expect(try press("{{text}}").render(Slip(text: "{{{note}}}", note: "x")) == "{{{note}}}")
    }

    @Test func `does not look further out for what is absent`() throws {
        let press = try press("{{#lines}}[{{#text}}{{.}}{{/text}}{{^text}}none{{/text}}]{{/lines}}")
        #expect(press.render(Slip(text: "outer", lines: [.init(text: "inner"), .init()])) == "[inner][none]")
    }

    @Test func `places catalogue entries with their holes filled and escaped`() throws {
        let press = try press("<p>{{>fr/a.b}}</p>", words: "# words\na.b = R & D <{{text}}>\n  et la suite\n")
        #expect(press.render(Slip(text: "<i>")) == "<p>R &amp; D &lt;&lt;i&gt;&gt; et la suite</p>")
        #expect(press.words("a.b", ["text": "<i>"]) == "R & D <<i>> et la suite")
    }

    @Test func `shows a missing key and a missing value instead of nothing`() throws {
        let press = try press("", words: "a = Bonjour {{name}}")
        #expect(press.words("b") == "⟦b⟧")
        #expect(press.words("a") == "Bonjour {{name}}")
    }

    @Test func `does not fill a hole with the holes of what fills it`() throws {
        #expect(try press("", words: "a = {{x}} {{y}}").words("a", ["x": "{{y}}", "y": "1"]) == "{{y}} 1")
    }

    @Test(arguments: ["{{>fr/nothing}}", "{{>public/nothing}}", "{{<layout/nothing}}{{/layout/nothing}}"])
    func `is not made from a template that names what does not exist`(template: String) throws {
        #expect {
            try press(template)
        } throws: {
            guard case .unknownPartial(_, template: "slip") = $0 as? Press.Failure else { return false }
            return true
        }
    }

    @Test(arguments: ["{{{text}}}", "{{&text}}", "{{text", "{{}}"])
    func `is not made from a template that would place unescaped text or is not closed`(template: String) throws {
        #expect(throws: Press.Failure.malformedTag(template: "slip")) { try press(template) }
    }

    @Test func `is not made from a catalogue with a malformed line or a repeated key`() throws {
        #expect(throws: Press.Failure.malformedEntry(file: "Catalogue/fr/words.fr", line: 2)) {
            try press("", words: "a = b\nc: d")
        }
        #expect(throws: Press.Failure.malformedEntry(file: "Catalogue/fr/words.fr", line: 1)) {
            try press("", words: "a = ")
        }
        #expect(throws: Press.Failure.repeatedEntry("a")) { try press("", words: "a = b\na = c") }
    }

    @Test func `lists words as one says them`() throws {
        let press = try press("")
        #expect(press.list([]).isEmpty)
        #expect(press.list(["a"]) == "a")
        #expect(press.list(["a", "b"]) == "a et b")
        #expect(press.list(["a", "b", "c"]) == "a, b et c")
    }
}

@Suite struct `The assets` {
    @Test(arguments: ["public.css", "staff.css", "complaint.js", "staff.js", "icon.svg"])
    func `are served under an address that tells their content`(name: String) throws {
        let path = Assets.path(name)
        let served = String(path.dropFirst(Path.assets.count + 1))
        let file = try #require(Assets.file(served))
        #expect(path.hasPrefix("\(Path.assets)/"))
        #expect(!file.body.isEmpty)
        let types = ["css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"]
        #expect(file.type == types[String(name.drop { $0 != "." }.dropFirst())])
        let stem = name.prefix { $0 != "." }
        #expect(served.dropFirst(stem.count + 1).prefix { $0 != "." }.allSatisfy { $0.isHexDigit })
        #expect(Assets.file(name) == nil)
    }

    @Test func `put the foundations before what builds on them`() throws {
        let css = try #require(Assets.file(String(Assets.path("public.css").dropFirst(Path.assets.count + 1)))).body
        let marks = ["--paper:", ".field{", ".site-header"].map { css.firstRange(of: $0)?.lowerBound }
        let places = marks.compactMap(\.self)
        #expect(places.count == 3 && places == places.sorted())
    }

    @Test func `are rid of what is for the reader of their source, and have what is for paper last`() throws {
        for name in ["public.css", "staff.css"] {
            let css = try body(name)
            #expect(!css.contains("/*") && !css.contains("\n ") && css.contains("display:none"))
            let paper = try #require(css.ranges(of: "@page{").first?.lowerBound)
            #expect(try #require(css.firstRange(of: "--paper:")).lowerBound < paper && css.hasSuffix("}\n}"))
        }
        for script in PageScript.allCases {
            let text = try body(script.rawValue)
            #expect(!text.contains("\n ") && !text.contains("\n//") && text.contains("function begin(){"))
        }
    }

    // Shows: S-03
    @Test func `make no markup of text, run no text and fetch from nowhere else, where they are scripts`() throws {
        let banned = [
            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "import ", "http",
        ]
        for script in PageScript.allCases {
            let text = try body(script.rawValue)
            for word in banned { #expect(!text.contains(word), "\(script): \(word)") }
        }
    }

    private func body(_ name: String) throws -> String {
        try #require(Assets.file(String(Assets.path(name).dropFirst(Path.assets.count + 1)))).body
    }

    // Shows: R-66
    @Test func `fetch nothing from anywhere`() throws {
        for name in ["public.css", "staff.css"] {
            let css = try body(name)
            for word in ["url(", "@import", "@font-face", "http"] { #expect(!css.contains(word), "\(name)") }
        }
    }
}
