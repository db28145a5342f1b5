import Complaints

/// The form that says who may open a case.
extension ActForm {
    var restriction: Restriction {
        get throws {
            Restriction(
                ground: try choice("cause"),
                words: try text("precision").trimmed,
                readers: form.values("lecteurs")
            )
        }
    }
}
