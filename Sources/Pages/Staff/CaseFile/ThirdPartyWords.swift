import Complaints

extension ThirdParty {
    /// What the history says of it, a line each.
    func told(_ press: Press) -> [String] {
        let mark = reference.nonEmpty.map { press.words("staff.history.third-reference", ["reference": $0]) }
        let day = due.map { press.words("staff.history.third-due", ["date": FrenchDates.short($0)]) }
        return [press.words("staff.history.third-party", ["name": name]), mark, day].compactMap(\.self)
    }
}
