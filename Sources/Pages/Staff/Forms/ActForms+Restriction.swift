import Complaints

/// Who may open the case.
extension ActForms {
    func restriction(_ pen: FormPen) -> Body {
        let known = file.restriction
        let people = colleagues.filter { mayRead.contains($0.id) }.map { (value: $0.id, label: $0.name) }
        return Body(
            leads: [press.words(known == nil ? "staff.act.restriction.lead" : "staff.act.restriction.lead.again")],
            fields: [
                pen.radios("cause", options(Restriction.Ground.allCases, "restriction"), value: cause?.rawValue),
                pen.area("precision", rows: 2, value: known?.words ?? "", optional: true),
                pen.ticks("lecteurs", people, values: known.map(\.readers) ?? proposed, optional: false),
            ]
        )
    }

    /// The present ground; else the one that the judgement has named.
    private var cause: Restriction.Ground? {
        file.restriction?.ground ?? file.severities.compactMap(\.ground).first
    }

    /// Those whose roles open case files, and whom the complaint does not name.
    private var mayRead: Set<String> {
        Set(staff.filter { $0.readsCaseFiles && !file.bars($0) }.map(\.id))
    }

    /// Whoever handles it, and whoever asks.
    private var proposed: [String] {
        [file.handler, signedIn.officer.mayHandle ? signedIn.officer.id : nil].compactMap(\.self)
    }
}

extension Severity {
    /// The ground to restrict a case for it; nil where it calls for none.
    var ground: Restriction.Ground? {
        switch self {
        case .safety: .safety
        case .discrimination: .discrimination
        case .harassment: .violence
        case .manyTrainees: nil
        }
    }
}

extension Restriction {
    /// Who may open the case, by name; the management where nobody is listed.
    func readerWords(_ names: [String: String], _ press: Press) -> String {
        readers.isEmpty ? press.words("restriction.management") : press.list(readers.map { names[$0] ?? $0 }.sorted())
    }
}
