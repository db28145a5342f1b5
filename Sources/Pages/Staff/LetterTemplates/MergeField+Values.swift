public import Complaints

extension MergeField {
    /// What a case file has for each field; nothing where it has nothing.
    ///
    /// - Parameters:
    ///   - inForce: the procedure of today, for its mediator.
    ///   - today: the day that the letter is begun.
    public static func values(
        of file: CaseFile,
        under inForce: Procedure,
        on today: CivilDate
    ) -> [MergeField: String] {
        let person = file.completed
        var values = values(of: inForce, on: today)
        values[.name] = person.fullName
        values[.reference] = file.reception.reference.description
        values[.number] = file.number?.description
        values[.receivedOn] = FrenchDates.long(file.receivedAt.civilDate)
        values[.subject] = person.subject
        values[.training] = person.trainingAction
        values[.answerDue] = FrenchDates.long(file.due.answer.due)
        return values
    }

    /// What a case that is none has for each field, to show a template by.
    static func samples(under inForce: Procedure, on today: CivilDate, _ press: Press) -> [MergeField: String] {
        var values = values(of: inForce, on: today)
        for field in allCases where press.has("staff.modeles.sample.\(field.rawValue)") {
            values[field] = press.words("staff.modeles.sample.\(field.rawValue)")
        }
        return values
    }

    /// What is the same for every case.
    private static func values(of inForce: Procedure, on today: CivilDate) -> [MergeField: String] {
        let mediator = inForce.shown(on: today).consumerMediator
        var values: [MergeField: String] = [.today: FrenchDates.long(today), .provider: inForce.provider.name]
        values[.providerEmail] = inForce.provider.email
        values[.mediator] = mediator?.name
        values[.mediatorSite] = mediator?.website
        return values
    }
}
