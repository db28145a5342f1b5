import Complaints

extension Takeover {
    /// What was done, in the words of the older register; nil where it may still be done.
    ///
    /// - Parameter orSilence: whether it is said that there are no such words: nothing was recorded here either.
    func saidMeasure(orSilence: Bool, _ press: Press) -> String? {
        measure.nonEmpty.map { press.words("staff.case.former.measure", ["words": $0]) }
            ?? (orSilence ? silence(press) : nil)
    }

    /// The day of the answer and what came of the complaint, as far as the older register says so; nil where the answer
    /// may still be given.
    func saidAnswer(_ press: Press) -> String? {
        let day = answeredOn.map { FrenchDates.short($0) }
        switch (day, outcome.nonEmpty) {
        case (let day?, let outcome?):
            return press.words("staff.case.former.answer.outcome", ["date": day, "words": outcome])
        case (let day?, nil): return press.words("staff.case.former.answer", ["date": day])
        case (nil, let outcome?): return press.words("staff.case.former.outcome", ["words": outcome])
        case (nil, nil): return silence(press)
        }
    }

    /// That the older register says nothing, of what was over there.
    private func silence(_ press: Press) -> String? {
        state == .closed ? press.words("staff.case.former.silent") : nil
    }

    /// What the older register said, a line each.
    func told(_ press: Press) -> [String] {
        let days: [(String, CivilDate?)] = [
            ("acknowledged", acknowledgedOn), ("answered", answeredOn), ("closed", closedOn),
        ]
        let texts: [(String, String)] = [
            ("state", standing), ("measure", measure), ("outcome", outcome),
            ("words", (words ?? [:]).sorted { $0.key < $1.key }.map(\.value).joined(separator: ", ")),
        ]
        return [formerNumber.nonEmpty.map { press.words("staff.history.former.number", ["number": $0]) }]
            .compactMap(\.self)
            + days.compactMap { key, day in
                day.map { press.words("staff.history.former.\(key)", ["date": FrenchDates.short($0)]) }
            }
            + texts.compactMap { key, text in
                text.nonEmpty.map { press.words("staff.history.former.\(key)", ["words": $0]) }
            }
            + [source(press)]
    }

    /// Of which line of which file it is.
    private func source(_ press: Press) -> String {
        let key = fileName == nil ? "file" : "file.named"
        return press.words(
            "staff.history.former.\(key)",
            ["line": String(line), "name": fileName ?? "", "digest": file]
        )
    }
}
