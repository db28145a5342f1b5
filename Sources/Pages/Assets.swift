/// Style sheets, scripts and the icon, each under an address that changes with its content, so that a browser may keep it for
/// ever.
public enum Assets {
    /// What the server answers for the last part of an asset's path; nil for one that is not, or no longer, ours.
    public static func file(_ name: String) -> (body: String, type: String)? {
        files[name].map { ($0.body, $0.type) }
    }

    /// The last parts of the paths of all of them.
    public static var names: [String] { Array(files.keys) }

    /// The path of a file by its plain name: `public.css` → `/ressources/public-3f2a….css`.
    public static func path(_ name: String) -> String {
        guard let path = paths[name] else { preconditionFailure("There is no asset \(name).") }
        return path
    }

    /// What a style sheet is put together from, in order; the rest of its own files follow by name. What is for paper comes
    /// last, and is no request of its own: a telephone loads four things to show the form.
    private static let sheets: [(name: String, parts: [String])] = [
        ("public.css", ["base.css", "form.css", "ease.css", "public.css"] + parts(of: "public")),
        ("staff.css", ["base.css", "form.css", "ease.css"] + parts(of: "staff")),
    ]

    /// What a script is put together from, in order: one module, whose parts see one another.
    private static let scripts: [(name: String, parts: [String])] = PageScript.allCases.map { script in
        (script.rawValue, script.parts.map { "scripts/\($0).js" })
    }

    /// The files of a folder, by name.
    private static func parts(of folder: String) -> [String] {
        EmbeddedText.files.keys
            .filter { $0.hasPrefix("Assets/\(folder)/") && $0.hasSuffix(".css") }
            .sorted()
            .map { String($0.dropFirst("Assets/".count)) }
    }

    private static let contents: [(name: String, body: String, type: String)] =
        sheets.map { sheet in
            let paper = "@media print {\n\(text("print.css") ?? "")\n}"
            let parts = sheet.parts.compactMap(text) + [paper]
            return (sheet.name, lean(parts.joined(separator: "\n")), "text/css; charset=utf-8")
        }
        + scripts.map { script in
            (script.name, lean(script.parts.compactMap(text).joined(separator: "\n")), "text/javascript; charset=utf-8")
        } + [("icon.svg", text("icon.svg") ?? "", "image/svg+xml")]

    private static let paths = Dictionary(
        uniqueKeysWithValues: contents.map { ($0.name, "\(Path.assets)/\(served($0))") }
    )

    private static let files = Dictionary(
        uniqueKeysWithValues: contents.map { (served($0), (body: $0.body, type: $0.type)) }
    )

    /// Without what is for the reader of the source: comments that have lines of their own, and blanks that mean nothing,
    /// which are a tenth of what a telephone would load. A line with a string in it keeps its blanks.
    private static func lean(_ text: String) -> String {
        text.replacing(/\/\*(?s:.*?)\*\//, with: "").split(separator: "\n")
            .map { $0.drop { $0 == " " } }
            .filter { !$0.isEmpty && !$0.hasPrefix("//") }
            .map { line in line.contains { "\"'`".contains($0) } ? String(line) : tight(String(line)) }
            .joined(separator: "\n")
    }

    /// A line without the blanks beside these signs, where neither a style sheet nor a script needs any.
    private static func tight(_ line: String) -> String {
        [": ", "; ", ", ", " {", "{ ", " }", " => ", " = ", " === ", " && ", " ?? "].reduce(line) { line, sign in
            line.replacing(sign, with: sign.filter { $0 != " " })
        }
    }

    private static func text(_ name: String) -> String? { EmbeddedText.files["Assets/\(name)"] }

    /// `public.css` with the fingerprint of its body before the dot.
    private static func served(_ file: (name: String, body: String, type: String)) -> String {
        let parts = file.name.split(separator: ".")
        return "\(parts[0])-\(fingerprint(file.body)).\(parts[1])"
    }

    /// FNV-1a, 64 bits: it tells one version from another and protects nothing.
    private static func fingerprint(_ text: String) -> String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
