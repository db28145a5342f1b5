import Complaints

/// A complaint of the demonstration that is handled and answered: what is done about it, and what is said.
struct AnsweredComplaint {
    var original: Original
    /// From reception to the first act.
    var daysUntilHandled = 1
    var theme: Theme
    var consumer: ConsumerStatus
    /// What is done the day that it is handled.
    var measure: String
    /// From then to the answer.
    var daysUntilAnswered: Int
    var grievances: [Grievance]
    /// The words of the answer.
    var text: String
}
