import Complaints
import Pages

/// The form of the answer to the satisfaction question.
extension ActForm {
    var satisfaction: Satisfaction {
        get throws {
            let figure = try text("note")
            guard let mark = Satisfaction.Mark.allCases.first(where: { String($0.rawValue) == figure }) else {
                throw Mistake(field: "note", fault: .choice, standIn: String(Satisfaction.Mark.allCases[0].rawValue))
            }
            return Satisfaction(
                mark: mark,
                way: try choice("voie"),
                on: try date("le"),
                text: try text("texte"),
                correction: try text("motif")
            )
        }
    }
}
