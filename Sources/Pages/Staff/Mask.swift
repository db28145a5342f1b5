import Complaints

/// Hides from an auditor what says who the complainant is, wherever their own words repeat it.
///
/// It knows only what the file records about the person: a nickname in a text escapes it, and the page says so.
struct Mask: Sendable {
    /// Addresses and telephone as the file has them, the longest first, so that no part of one is left standing.
    private let phrases: [String]
    /// The words of the person's names, folded: they are found in capitals and without their accents too.
    private let names: Set<String>
    private let substitute: String
    /// Whether anything is hidden.
    let isOn: Bool

    /// A mask that hides nothing from those who may read.
    init(over file: CaseFile, for officer: Officer, press: Press) {
        isOn = !officer.readsIdentity
        substitute = press.words("staff.masked")
        let addresses = file.knownEmails.union(file.knownPostalAddresses.flatMap(\.lines))
        let written = isOn ? addresses.union([file.reception.original.telephone]) : []
        phrases = written.filter { $0.count > 3 }.sorted { ($0.count, $0) > ($1.count, $1) }
        names = isOn ? Set(file.knownNames.flatMap(Self.words)) : []
    }

    /// Somebody's name, hidden whole: it may be a third person's, of whom the file knows nothing else.
    func name(_ name: String) -> String { isOn ? substitute : name }

    /// The text without what is hidden.
    func callAsFunction(_ text: String) -> String {
        guard isOn else { return text }
        return withoutNames(phrases.reduce(text) { $0.replacing($1, with: substitute) })
    }

    private func withoutNames(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let first = rest.first {
            let run = rest.prefix { $0.isLetter == first.isLetter }
            result += first.isLetter && names.contains(FoldedText.fold(String(run))) ? substitute : String(run)
            rest = rest.dropFirst(run.count)
        }
        return result
    }

    /// The words of a name that say something: a particle of one or two letters hides nobody, a whole name does.
    private static func words(_ name: String) -> [String] {
        let words = name.split { !$0.isLetter }.map { FoldedText.fold(String($0)) }
        return words.count == 1 ? words : words.filter { $0.count > 2 }
    }
}
