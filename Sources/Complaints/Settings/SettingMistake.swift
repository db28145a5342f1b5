/// A value that will not do for a setting, and why. Pages say it beside the field, commands by the option: the judge is
/// the same for both.
public struct SettingMistake: Error, Sendable, Hashable {
    /// What keeps a value from being taken.
    public enum Cause: Sendable, Hashable {
        /// There is nothing in it, and this setting is always something.
        case empty
        /// Nobody said it, and nothing can begin without it.
        case missing
        /// One of the signs that documents put in place of a value.
        case placeholder
        /// Not one line of 200 characters at most.
        case line
        /// Not one to eight lines.
        case lines
        case email, telephone, activityDeclaration, site, host
        /// Another organisation has this host name, or is meant by this name.
        case taken
        case onOrOff
        /// Not a day of the calendar.
        case day
        /// A day that has not come, where it should have.
        case future
        /// The agreement with the mediator would end before it begins.
        case endsEarly(begin: CivilDate, end: CivilDate)
        /// Not a whole number within these bounds.
        case count(ClosedRange<Int>)
        /// None of these codes.
        case choice([String])
        /// Not a delay of a year at most.
        case delay
        /// Not a list of what the form asks for.
        case completeness
        /// A kind of person that does not say whose rules it follows.
        case stakeholders
        /// The name of a kind of person that is empty or has over 60 characters.
        case stakeholderName
        /// None, or over 20 kinds of person.
        case stakeholderCount
        /// A kind of person that is in the list already.
        case stakeholderRepeated
        /// Words that no letter may have.
        case wording(ForbiddenWording)
        /// A mediator of whom a detail is not known.
        case mediatorIncomplete
        /// Something of a mediator's, where there is none.
        case mediatorFirst
        /// A mediator without an address.
        case mediatorStays
        /// Not addresses of accounts of the organisation that are open.
        case recipients
        /// One of the accounts can open no case file, and so could not read what comes in confidence.
        case recipientsRead
        /// None of the accounts may handle a case.
        case recipientsHandle
        /// Accounts that get complaints in confidence without their function, or the other way round.
        case confidenceIncomplete
        /// No function, while there are accounts whose it is.
        case functionStays
        /// The reminder would not come before giving up; both as they would be, in days.
        case waitOrder(reminder: Int, abandonment: Int)
    }

    /// Of which setting.
    public let setting: OrganisationSetting
    /// As it was typed, without the blanks at both ends.
    public let typed: String
    public let cause: Cause

    public init(_ setting: OrganisationSetting, _ typed: String, _ cause: Cause) {
        self.setting = setting
        self.typed = typed
        self.cause = cause
    }
}

/// All that is wrong with what was typed, one mistake a setting: nobody mends one to be told of the next.
public struct SettingMistakes: Error, Sendable, Hashable {
    /// At least one, in the order in which settings are judged.
    public let all: [SettingMistake]

    /// Nil where nothing is wrong.
    public init?(_ all: [SettingMistake]) {
        if all.isEmpty { return nil }
        self.all = all
    }
}
