import Complaints

extension StaffStory {
    /// A file as it would be, had its complainant chosen the English pages.
    static func inEnglish(_ file: CaseFile) -> CaseFile {
        let first = file.entries[0]
        guard case .received(var reception) = first.event else {
            preconditionFailure("A file begins with its reception.")
        }
        reception.language = .english
        let opening = Entry(
            event: .received(reception),
            signature: Signature(by: .complainant, at: first.at),
            caseFile: first.caseFile,
            organisation: first.organisation,
            letters: first.letters,
            previous: first.previous
        )
        guard let told = CaseFile(id: file.id, entries: [opening] + file.entries.dropFirst()) else {
            preconditionFailure("A file begins with its reception.")
        }
        return told
    }
}
