import Complaints

extension Takeover {
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
