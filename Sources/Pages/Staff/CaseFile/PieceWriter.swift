import Complaints

/// Turns the events that lay a piece in the file into what is read of it.
struct PieceWriter {
    let file: CaseFile
    let names: [String: String]
    var relatives = CaseRelatives()
    let press: Press

    /// What came after the original: completions and amendments, oldest first.
    func additions() -> [LaterPiece] {
        let misplaced = file.misplaced
        return file.entries.compactMap { entry in
            addition(entry).map { piece in
                var piece = piece
                piece.misplaced = piece.files.lazy.compactMap { misplaced[$0.id] }.first.map {
                    press.words("staff.later.misplaced", ["other": relatives.identifier(of: $0)])
                }
                return piece
            }
        }
    }

    private func addition(_ entry: Entry) -> LaterPiece? {
        switch entry.event {
        case .completed(let completion):
            let facts = completion.fields.sorted { $0.key < $1.key }.map { supplied($0, $1) }
            return piece(press.words("staff.later.completed"), entry, completion.text, facts, completion.files)
        case .amended(let amendment):
            let title = press.words("staff.later.amended")
            return piece(title, entry, amendment.text, facts(of: amendment), amendment.files)
        default: return nil
        }
    }

    /// Actions and solutions with their documents, oldest first (R-16 b).
    func measures() -> [LaterPiece] {
        file.entries.compactMap { entry in
            guard case .measureRecorded(let measure) = entry.event else { return nil }
            return piece(FrenchDates.long(measure.doneOn), entry, measure.text, [], measure.files)
        }
    }

    func piece(
        _ title: String,
        _ entry: Entry,
        _ text: String,
        _ facts: [CaseHeading.Fact],
        _ files: [FileSummary]
    ) -> LaterPiece {
        LaterPiece(
            title: title,
            by: "\(entry.hand(names, press)), \(FrenchDates.short(entry.at))",
            text: text.nonEmpty,
            facts: facts,
            hasFacts: !facts.isEmpty,
            files: files.map { FileLine($0, press: press) },
            hasFiles: !files.isEmpty
        )
    }

    /// The fields that an amendment corrects.
    private func facts(of amendment: Amendment) -> [CaseHeading.Fact] {
        let told = [
            ("form.rectification.courriel", amendment.email), ("form.rectification.adresse", amendment.postalAddress),
            ("form.rectification.telephone", amendment.telephone),
            ("fact.age", amendment.age.map { press.words($0.isMinor ? "staff.age.minor" : "staff.age.adult") }),
            ("fact.representative", amendment.age?.corrected?.representative),
            ("fact.representativeContact", amendment.age?.corrected?.contact),
            ("fact.representativeAddress", amendment.age?.corrected?.postalAddress),
            ("fact.sent", amendment.sending.map { FrenchDates.short($0.on) }),
            ("form.rectification.preuve_envoi", amendment.sending?.proof),
        ]
        return told.compactMap { name, value in
            value.map { CaseHeading.Fact(term: press.words("staff.\(name)"), value: $0) }
        }
    }

    /// A field that a completion supplied.
    private func supplied(_ name: String, _ value: String) -> CaseHeading.Fact {
        let read = name == "vous_etes" ? press.words(Stakeholder(rawValue: value)) : value
        return CaseHeading.Fact(term: press.words("staff.form.complements.\(name)"), value: read)
    }
}
