import Complaints

extension LetterSamples {
    /// The daily letter with one case, with one for each thing that it may say, and with more than it has room for.
    static let dailyLetters: [(name: String, letter: DailyLetter)] = {
        let lines = CaseMatter.allCases.enumerated().map { index, matter in
            DailyLetter.Line(
                identifier: "REC-2026-00\(index + 10)",
                stage: matter == .toJudge ? .received : matter == .toRemind ? .incomplete : .investigating,
                matter: matter,
                day: StaffStory.day("2026-11-23"),
                isStandIn: matter == .due
            )
        }
        let many = (1...6).flatMap { _ in lines }
        return [
            ("jour-un", [lines[0]]), ("jour", lines), ("jour-plein", Array(many.prefix(61))), ("jour-trop", many),
        ].map { name, lines in
            let letter = DailyLetter(
                id: "1e9d1c2b3a495867a6b5c4d3e2f10918",
                day: StaffStory.day("2026-11-23"),
                account: "ines",
                recipient: "ines@cine-atelier.example",
                instant: StaffStory.instant("2026-11-23T06:00:20Z"),
                lines: lines
            )
            return (name: name, letter: letter)
        }
    }()
}
