import Testing

@Suite struct `The page for operators` {
    private let page = "docs/operating.md"

    @Test func `names every option of every command`() throws {
        let named = Set(try House.all(#"`--([a-z][a-z-]*)"#, in: House.text(page)))
        let options = try House.options()
        #expect(options.count > 40)
        for option in options { #expect(named.contains(option), "--\(option)") }
    }

    @Test func `names no option in its tables that there is not`() throws {
        let options = Set(try House.options())
        let commands = try House.table(page, headed: "Command").map { $0[2] }
        let settings = try House.table(page, headed: "Option").map { $0[0] }
        for cell in commands + settings {
            for option in try House.all(#"--([a-z][a-z-]*)"#, in: cell) {
                #expect(options.contains(option), "--\(option)")
            }
        }
    }

    @Test func `names every command, and no other`() throws {
        let named = try House.table(page, headed: "Command").map { House.code($0[0])[0] }
        let commands = try House.commands()
        #expect(commands.count > 8 && named.sorted() == commands.sorted())
    }

    @Test func `names every setting of an organisation`() throws {
        let source = try House.text("Sources/Complaints/Settings/OrganisationSetting.swift")
        let written = try House.all(#"case \w+ = "([a-z-]+)""#, in: source)
        let settings = Set(try House.table(page, headed: "Option").flatMap { House.code($0[0]) })
        #expect(written.count > 10)
        for setting in written { #expect(settings.contains("--\(setting)"), "\(setting)") }
    }

    @Test func `says what every code of a refusal means`() throws {
        let rows = try House.table(page, headed: "Code").map { House.code($0[0])[0] }
        let codes = try House.all(#"= "(C-\d\d)""#, in: House.text("Sources/App/OperatorCode.swift"))
        #expect(rows.filter { $0.hasPrefix("C-") } == codes)
        #expect(codes == codes.sorted() && codes.count == Set(codes).count)
    }
}
