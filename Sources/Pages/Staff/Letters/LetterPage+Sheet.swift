import Complaints

extension LetterPage {
    /// What is printed.
    struct Sheet: Sendable {
        /// Name and address of the provider, a line each.
        let sender: [String]
        /// Name and address of the person, a line each.
        let addressee: [String]
        /// Whether the address is to be written by hand: lines for it are left blank.
        let isUnaddressed: Bool
        let date: String
        let subject: String
        let passages: [LetterPassage]
        /// Documents that go with it.
        var files: [FileLine]
        let hasFiles: Bool
    }
}

extension LetterPage.Sheet {
    /// From the letter's text where it can be taken apart, else from what the file and the procedure say.
    ///
    /// - Parameters:
    ///   - wasUnaddressed: whether the file had no postal address when it was written, or the post found nobody there: the
    ///     one of now is set then.
    ///   - isToBePosted: whether it is on its way to an envelope, and so needs an address.
    init(
        subject: String,
        text: String,
        writtenOn: CivilDate,
        files: [FileLine] = [],
        wasUnaddressed: Bool = false,
        caseFile: CaseFile,
        procedure: Procedure,
        isToBePosted: Bool,
        press: Press
    ) {
        let parts = LetterParts(text, subject: subject, press: press)
        let person = caseFile.completed
        sender = parts?.sender ?? [procedure.provider.name] + procedure.provider.postalAddress.lines
        let kept = wasUnaddressed ? nil : parts?.addressee.nonEmpty
        addressee = kept ?? [person.fullName].filter { !$0.isBlank } + press.address(of: person)
        isUnaddressed = isToBePosted && person.paperAddress.isBlank
        date = parts?.date ?? FrenchDates.long(writtenOn)
        self.subject = subject
        passages = LetterPassage.passages(of: parts?.body ?? text)
        self.files = files
        hasFiles = !files.isEmpty
    }
}

extension Array {
    /// Nil where there is nothing in it.
    fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
