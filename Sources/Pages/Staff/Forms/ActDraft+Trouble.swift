import Complaints

/// What is wrong with a form of the desk, be it of an act on a case file or not.
extension ActDraft.Trouble {
    /// What kept the form from being looked at, in words; nil where something in it is wrong, or nothing is.
    func circumstance(_ press: Press) -> String? {
        switch self {
        case .refused, .unreadable, .unfinished, .previewed, .begun: nil
        case .overtaken: press.words("staff.fault.overtaken")
        case .expired: press.words("staff.fault.expired")
        case .oversized: press.words("staff.fault.oversized")
        case .cutShort: press.words("staff.fault.cutShort")
        case .unavailable: press.words("staff.fault.unavailable")
        }
    }

    /// What the rules say, each thing by itself.
    var refusals: [Refusal] {
        switch self {
        case .refused(let refusal): refusal.each
        case .unreadable(_, let besides): besides?.each ?? []
        default: []
        }
    }

    var faults: [String: FieldFault] { if case .unreadable(let faults, _) = self { faults } else { [:] } }

    /// The mistakes to show beside their field, by field name. Of a field that cannot be read the rules know nothing: what
    /// they say is of what stood in for it.
    ///
    /// - Parameter fields: those that can mend a refusal; none where no field of the form can.
    func mistakes(_ press: Press, _ fields: (Refusal) -> [String]) -> [String: String] {
        let refused = refusals.flatMap { refusal in fields(refusal).map { ($0, press.words(refusal)) } }
        return faults.mapValues { press.words("staff.fault.\($0.rawValue)") }
            .merging(Dictionary(refused) { "\($0) \($1)" }) { fault, _ in fault }
    }

    /// What no field of the form can mend, in words; nil where all that is wrong stands beside its field.
    ///
    /// - Parameter fields: as for the mistakes.
    func words(_ press: Press, besides fields: (Refusal) -> [String]) -> String? {
        circumstance(press)
            ?? refusals.filter { fields($0).isEmpty }.map { press.words($0) }.joined(separator: " ").nonEmpty
    }
}
