public import Complaints

extension CasePage {
    /// The page with what a virus scanner said of its documents, by their identifiers.
    public func showing(_ scans: [String: FileScan], press: Press) -> CasePage {
        var page = self
        page.content.show(ScanWriter(scans: scans, press: press))
        return page
    }
}

extension LetterPage {
    /// The page with what a virus scanner said of its documents, by their identifiers.
    public func showing(_ scans: [String: FileScan], press: Press) -> LetterPage {
        let writer = ScanWriter(scans: scans, press: press)
        var page = self
        page.sheet.files = writer(sheet.files)
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

    func callAsFunction(_ pieces: [LaterPiece]) -> [LaterPiece] {
        pieces.map { piece in
            var piece = piece
            piece.files = self(piece.files)
            return piece
        }
    }

    private func words(_ scan: FileScan) -> String {
        let holes = ["at": FrenchDates.short(scan.at), "finding": scan.finding ?? ""]
        return press.words(scan.finding == nil ? "staff.file.clean" : "staff.file.flagged", holes)
    }
}

extension CasePage.Content {
    fileprivate mutating func show(_ writer: ScanWriter) {
        original.files = writer(original.files)
        additions = writer(additions)
        measures = writer(measures)
        judgements = writer(judgements)
        if let answer { self.answer?.files = writer(answer.files) }
        if let mediation { self.mediation?.pieces = writer(mediation.pieces) }
    }
}
