import Pages

@testable import Web

extension TestDesk {
    /// Sends an older register.
    func sendRegister(_ text: String, named name: String = "registre.csv") async throws -> TestAnswer {
        try await post(Path.takeover, ["etape": "fichier"], files: [(name, Array(text.utf8))])
    }
}

extension TestAnswer {
    /// What the form of an older register's columns holds as its page has it.
    var columnChoices: [String: String] {
        var fields = ["etape": "colonnes", "empreinte": hidden("empreinte") ?? ""]
        for menu in text.matches(of: /<select [^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/) {
            let chosen = menu.output.2.firstMatch(of: /value="([^"]*)" selected/)
            fields[String(menu.output.1)] = String(chosen?.output.1 ?? "")
        }
        for hidden in text.matches(of: /name="(etat_lu_\d+)" value="([^"]*)"/) {
            fields[String(hidden.output.1)] = String(hidden.output.2)
        }
        return fields
    }
}
