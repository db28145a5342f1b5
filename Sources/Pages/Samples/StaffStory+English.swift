import Complaints

extension StaffStory {
    /// A file as it would be, had its complainant chosen the English pages.
    static func inEnglish(_ file: CaseFile) -> CaseFile {
        let first = file.entries[0]
        guard case .received(var reception) = first.event else {
            preconditionFailure("A file begins with its reception.")
        }
        reception.language = .english
        let bare = Entry(
            event: .received(reception),
            signature: first.signature,
            caseFile: first.caseFile,
            organisation: first.organisation
        )
        let opening = first.letter.map { bare.carrying($0) } ?? bare
        guard let told = CaseFile(id: file.id, entries: [opening] + file.entries.dropFirst()) else {
            preconditionFailure("A file begins with its reception.")
        }
        return told
    }
}
