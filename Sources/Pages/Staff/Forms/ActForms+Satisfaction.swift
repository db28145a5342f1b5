import Complaints

/// After closing: what the person answered to the question whether the handling satisfied.
extension ActForms {
    func satisfaction(_ pen: FormPen) -> Body {
        let marks = Satisfaction.Mark.allCases.map { mark in
            (value: String(mark.rawValue), label: press.words("satisfaction.\(mark.rawValue)"))
        }
        var fields = [
            pen.radios("note", marks, value: nil),
            pen.radios("voie", options(Satisfaction.Way.noted, "channel"), value: nil),
            pen.line("le", type: "date", value: today.description),
            pen.area("texte", rows: 2, optional: true),
        ]
        var leads = [press.words("staff.act.satisfaction.lead")]
        if let known = file.satisfaction {
            leads.append(press.words("staff.act.satisfaction.lead.again", ["answer": known.words(press)]))
            fields.append(pen.area("motif", rows: 2))
        }
        return Body(leads: leads, fields: fields)
    }
}

extension Satisfaction {
    /// The mark in words, with its day: `4 : plutôt oui, le 3/12/2026`.
    func words(_ press: Press) -> String {
        let mark = press.words("satisfaction.\(mark.rawValue)")
        return press.words("staff.later.dated", ["what": mark, "date": FrenchDates.short(on)])
    }
}
