import Testing

@testable import App

/// The English is what ArgumentParser 1.8 writes; the fact `24-speaks-french` asks the program itself.
@Suite struct `The command line` {
    private let usage = "Usage: doleances serve [--port <port>]\n  See 'doleances serve --help' for more information."

    @Test(arguments: [
        ("Unknown option '--prot'. Did you mean '--port'?", "Option inconnue : --prot. Vouliez-vous dire --port ?"),
        ("Unknown option '-x'", "Option inconnue : -x."),
        ("Missing expected argument '--name <name>'", "Il manque une option : --name <name>."),
        ("Missing value for '--port <port>'", "Il manque la valeur d’une option : --port <port>."),
        (
            "The value 'l'an' is invalid for '--port <port>'",
            "« l'an » ne convient pas à --port <port> : donnez un nombre."
        ),
        (
            "The option '--json' does not take any value, but 'oui' was specified.",
            "--json ne prend pas de valeur : retirez « oui »."
        ),
        (
            "Unexpected argument 'x'",
            "De trop : x. Chaque valeur suit son option, entre guillemets si elle a des espaces."
        ),
        (
            "2 unexpected arguments: 'x', 'y z'",
            "De trop : x, y z. Chaque valeur suit son option, entre guillemets si elle a des espaces."
        ),
        ("Something new.", "Cette commande ne se lit pas : Something new."),
    ]) func `is refused in French, with its usage`(english: String, french: String) {
        #expect(
            UsageText(refusal: "Error: \(english)\n\(usage)").text
                == "\(french)\nUsage : doleances serve [--port <port>]\n  Pour en savoir plus : doleances serve --help"
        )
    }

    @Test(arguments: ["Unexpected argument 'ad'", "2 unexpected arguments: 'ad', 'x'"])
    func `has commands, and says which one there is not`(english: String) {
        let refusal = "Error: \(english)\nUsage: doleances user <subcommand>"
        #expect(UsageText(refusal: refusal).text == "Commande inconnue : ad.\nUsage : doleances user <commande>")
    }

    @Test func `explains the option that a refusal is about`() {
        let refusal = "Error: Missing value for '--port <port>'\nHelp:  --port <port>  Port d’écoute.\n\(usage)"
        #expect(UsageText(refusal: refusal).text.contains("\n  --port <port>  Port d’écoute.\nUsage : "))
    }

    @Test func `tells the reader to type what they have typed for the program`() {
        let (path, more) = (".build/release/doleances", "\n  Pour en savoir plus : .build/release/doleances ")
        #expect(
            UsageText(refusal: "Error: Unknown option '-x'\n\(usage)", calledAs: path).text.hasSuffix(
                "\(more)serve --help"
            )
        )
        let help = "OVERVIEW: Aide.\n  See 'doleances help user <subcommand>' for detailed help."
        #expect(UsageText(help: help, calledAs: path).text.hasSuffix("\(more)help user <commande>"))
    }

    @Test func `has pages of help in French`() {
        let english = """
            OVERVIEW: Ajoute des comptes.

            USAGE: doleances user <subcommand>

            OPTIONS:
              -h, --help              Show help information.

            SUBCOMMANDS:
              add                     Ajoute un compte.

              See 'doleances help user <subcommand>' for detailed help.
            """
        let french = """
            Ajoute des comptes.

            Usage : doleances user <commande>

            Options :
              -h, --help              Montre cette aide.

            Commandes :
              add                     Ajoute un compte.

              Pour en savoir plus : doleances help user <commande>
            """
        #expect(UsageText(help: english).text == french)
    }
}
