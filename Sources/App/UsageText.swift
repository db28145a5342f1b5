/// What the reader of the command line says, in French. It words its texts itself, in English, and hands over nothing but
/// whole texts; those that a mistyped command can get are known here by their form. Any other is shown as it is, after
/// French words of ours.
public struct UsageText {
    /// What is printed, without a line feed at the end.
    public let text: String

    /// Reads the refusal of a command: a sentence, the option it is about, the usage, and where to read more.
    ///
    /// - Parameter program: what is to be typed for the program, where the reader is told to type it.
    public init(refusal english: String, calledAs program: String = "doleances") {
        let lines = english.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let isAfter = { (line: String) in line.hasPrefix("Help:  ") || line.hasPrefix("Usage: ") }
        let end = lines.firstIndex(where: isAfter) ?? lines.endIndex
        let said = lines[..<end].joined(separator: "\n")
        let expectsCommand = lines[end...].contains { $0.hasPrefix("Usage: ") && $0.hasSuffix(" <subcommand>") }
        let sentence = Self.sentence(String(said.trimmingPrefix("Error: ")), expectsCommand)
        text = ([sentence] + lines[end...].map { Self.line($0, program) }).joined(separator: "\n")
    }

    /// Reads a page of help; `program` as for a refusal.
    public init(help english: String, calledAs program: String = "doleances") {
        text = english.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Self.line(String($0), program) }.joined(separator: "\n")
    }

    /// What is wrong with the line that was typed.
    private static func sentence(_ english: String, _ expectsCommand: Bool) -> String {
        if let match = english.wholeMatch(of: /(?s)Unknown option '(.*)'\. Did you mean '(.*)'\?/) {
            return "Option inconnue : \(match.1). Vouliez-vous dire \(match.2) ?"
        }
        if let match = english.wholeMatch(of: /(?s)Unknown option '(.*)'/) {
            return "Option inconnue : \(match.1).\(expectsCommand ? " Une commande vient d’abord." : "")"
        }
        if let match = english.wholeMatch(of: /(?s)Missing expected argument '(.*)'/) {
            return "Il manque une option : \(match.1)."
        }
        if let match = english.wholeMatch(of: /(?s)Missing value for '(.*)'/) {
            return "Il manque la valeur d’une option : \(match.1)."
        }
        if let match = english.wholeMatch(of: /(?s)The value '(.*)' is invalid for '(.*?)'.*/) {
            // Only numbers are read there; every other value is judged by what it is for, in French.
            return "« \(match.1) » ne convient pas à \(match.2) : donnez un nombre."
        }
        if let match = english.wholeMatch(
            of: /(?s)The option '(.*?)' does not take any value, but '(.*)' was specified\./
        ) {
            return "\(match.1) ne prend pas de valeur : retirez « \(match.2) »."
        }
        if let match = english.wholeMatch(of: /(?s)(?:Unexpected argument|\d+ unexpected arguments:) '(.*)'/) {
            let words = match.1.split(separator: "', '", omittingEmptySubsequences: false)
            if expectsCommand { return "Commande inconnue : \(words[0])." }
            return "De trop : \(words.joined(separator: ", ")). Chaque valeur suit son option, entre guillemets si "
                + "elle a des espaces."
        }
        return "Cette commande ne se lit pas : \(english)"
    }

    /// A line of usage or of help; what we have written ourselves is French already.
    private static func line(_ english: String, _ program: String) -> String {
        if let match = english.wholeMatch(of: /Help:  (.*)/) { return "  \(match.1)" }
        if let match = english.wholeMatch(of: /OVERVIEW: (.*)/) { return String(match.1) }
        if let match = english.wholeMatch(of: /(Usage|USAGE): (.*)/) {
            return "Usage : \(match.2.replacing("<subcommand>", with: "<commande>"))"
        }
        if let match = english.wholeMatch(of: /\ \ See 'doleances(.*)' for (?:more information|detailed help)\./) {
            return "  Pour en savoir plus : \(program)\(match.1.replacing("<subcommand>", with: "<commande>"))"
        }
        if let match = english.wholeMatch(of: /(.* )Show help information\./) { return "\(match.1)Montre cette aide." }
        return ["OPTIONS:": "Options :", "SUBCOMMANDS:": "Commandes :"][english] ?? english
    }
}
