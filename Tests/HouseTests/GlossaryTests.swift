import Testing

@Suite struct `The glossary` {
    private let page = "docs/glossary.md"
    /// Each type of the code, with the texts of the files that declare it.
    private let declared: [String: [String]]

    init() throws {
        declared = try House.sources().reduce(into: [:]) { declared, file in
            let types = try House.all(#"\b(?:struct|enum|actor|class|protocol|typealias) (\w+)"#, in: file.text)
            for type in Set(types) { declared[type, default: []].append(file.text) }
        }
    }

    @Test func `names types and cases that are in the code`() throws {
        for row in try House.table(page, headed: "French | In code") {
            let names = House.code(row[1])
            let missing = try names.filter { try !isThere($0) }
            #expect(!names.isEmpty && missing.isEmpty, "\(row[0]): \(missing)")
        }
    }

    // Shows: R-81
    @Test func `has a line for every public type of the rules`() throws {
        let named = try House.table(page, headed: "French | In code").flatMap { House.code($0[1]) }
        let roots = Set(named.map { name in String(name.prefix { $0 != "." }) })
        let declaration = #"^public (?:indirect |final )*(?:struct|enum|actor|class|protocol) (\w+)"#
        for (path, text) in try House.sources("Complaints") {
            for type in try House.all(declaration, in: text) { #expect(roots.contains(type), "\(path): \(type)") }
        }
    }

    @Test func `keeps no word for later that is already in the code`() throws {
        let kept = try House.table(page, headed: "French | Will be").flatMap { House.code($0[1]) }
        #expect(try kept.filter { try isThere($0) } == [])
    }

    @Test func `says one French word once`() throws {
        let words = try House.table(page, headed: "French").map { $0[0] }
        #expect(words.count == Set(words).count)
    }

    /// Whether a type is declared, and its case or property (`Delay.Unit.months`) in a file that declares it.
    private func isThere(_ name: String) throws -> Bool {
        var types = name.split(separator: ".").map(String.init)
        let member = types.last?.first?.isLowercase == true ? types.removeLast() : nil
        guard types.allSatisfy({ declared[$0] != nil }), let files = declared[types[types.count - 1]] else {
            return false
        }
        guard let member else { return true }
        let declaration = #"\b(?:case [^:\n]*|let |var |func )\b(\#(member))\b"#
        return try files.contains { try !House.all(declaration, in: $0).isEmpty }
    }
}
