extension CasePage {
    /// A picture among the documents, shown beside what is being written about it.
    struct Beside: Sendable {
        let id: String
        let name: String
        let source: String
        let alternative: String
        /// The page without it.
        let closePath: String
    }

    /// The same page, each of whose pictures can be shown beside its forms, and with the one that is asked for. It is shown
    /// where the page lists it, and where no scanner has found anything in it: whoever may not see the document has no
    /// line of it here, and its bytes come from where it is downloaded, under the same rules (S-35).
    public func showing(beside id: String?, press: Press) -> CasePage {
        var page = self
        let path = Path.caseFile(heading.identifier)
        page.content.changeFiles { files in
            files.map { file in
                var file = file
                file.besidePath = file.isShowable ? Path.beside(file.id, at: path) : nil
                return file
            }
        }
        page.beside = page.content.files.first { $0.id == id && $0.isShowable }.map { file in
            Beside(
                id: file.id,
                name: file.name,
                source: file.path,
                alternative: press.words("staff.beside.alternative", ["name": file.name]),
                closePath: path
            )
        }
        page.content.carry(picture: page.beside?.id)
        return page
    }
}

extension CasePage.Content {
    /// Its forms with the picture beside them, so that it is still there when one of them comes back.
    fileprivate mutating func carry(picture: String?) {
        next.form?.picture = picture
        for index in others.indices { others[index].picture = picture }
    }
}

extension FileLine {
    /// Whether it is a picture that nothing speaks against.
    fileprivate var isShowable: Bool { isPicture && !isFlagged }
}
