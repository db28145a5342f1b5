public import Complaints

extension CasePage {
    /// The page with what a virus scanner said of its documents, by their identifiers.
    public func showing(_ scans: [String: FileScan], press: Press) -> CasePage {
        var page = self
        let writer = ScanWriter(scans: scans, press: press)
        page.content.changeFiles { writer($0) }
        return page
    }
}

extension LetterPage {
    /// The page with what a virus scanner said of its documents, by their identifiers.
    public func showing(_ scans: [String: FileScan], press: Press) -> LetterPage {
        let writer = ScanWriter(scans: scans, press: press)
        var page = self
        page.sheet.files = writer(sheet.files)
        page.pieces = pieces.changed { writer($0) }
        return page
    }
}

/// Writes beside each document what a scanner said of it (S-37).
struct ScanWriter {
    let scans: [String: FileScan]
    let press: Press

    func callAsFunction(_ files: [FileLine]) -> [FileLine] {
        files.map { file in
            guard let scan = scans[file.id] else { return file }
            var file = file
            file.isFlagged = scan.finding != nil
            file.scan = words(scan)
            return file
        }
    }

    private func words(_ scan: FileScan) -> String {
        let holes = ["at": FrenchDates.short(scan.at), "finding": scan.finding ?? ""]
        return press.words(scan.finding == nil ? "staff.file.clean" : "staff.file.flagged", holes)
    }
}

extension CasePage.Content {
    /// Every document that the page shows.
    var files: [FileLine] {
        original.files + (additions + measures + judgements + (mediation?.pieces ?? [])).flatMap(\.files)
            + (answer?.files ?? []) + letters.flatMap(\.pieces).flatMap(\.files)
    }

    /// Writes the lines of all of them anew.
    mutating func changeFiles(_ change: ([FileLine]) -> [FileLine]) {
        func changed(_ pieces: [LaterPiece]) -> [LaterPiece] {
            pieces.map { piece in
                var piece = piece
                piece.files = change(piece.files)
                return piece
            }
        }
        original.files = change(original.files)
        additions = changed(additions)
        measures = changed(measures)
        judgements = changed(judgements)
        for index in letters.indices { letters[index].pieces = letters[index].pieces.changed(change) }
        if let answer { self.answer?.files = change(answer.files) }
        if let mediation { self.mediation?.pieces = changed(mediation.pieces) }
    }
}

extension [LetterPieces] {
    /// The same with the lines of their documents written anew.
    func changed(_ change: ([FileLine]) -> [FileLine]) -> [LetterPieces] {
        map { pieces in
            var pieces = pieces
            pieces.files = change(pieces.files)
            return pieces
        }
    }
}
