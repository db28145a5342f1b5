import Complaints

/// Dates, numbers and addresses as the language of the press writes them.
extension Press {
    private var isEnglish: Bool { language == .english }

    /// A day: « 23 novembre 2026 ».
    func long(_ date: CivilDate) -> String { isEnglish ? EnglishDates.long(date) : FrenchDates.long(date) }

    /// A day and its hour, on a clock in Paris.
    func long(_ instant: Instant) -> String { isEnglish ? EnglishDates.long(instant) : FrenchDates.long(instant) }

    /// The first whole minute from an instant on: whoever waits for it does not come too early.
    func wholeHour(from instant: Instant) -> String {
        isEnglish ? EnglishDates.hour(instant.adding(seconds: 59)) : FrenchDates.wholeHour(from: instant)
    }

    /// « 10 jours ouvrables ».
    func delay(_ delay: Delay) -> String { isEnglish ? EnglishDates.delay(delay) : FrenchDates.delay(delay) }

    /// « 15 jours ».
    func inDays(_ count: Int) -> String { isEnglish ? EnglishDates.days(count) : FrenchDates.days(count) }

    /// « 12 heures ».
    func inHours(_ count: Int) -> String { isEnglish ? EnglishDates.hours(count) : FrenchDates.hours(count) }

    /// « 7 ans ».
    func inYears(_ count: Int) -> String { isEnglish ? EnglishDates.years(count) : FrenchDates.years(count) }

    /// « 1 234 567 ».
    func whole(_ number: Int) -> String { isEnglish ? EnglishNumbers.whole(number) : FrenchNumbers.whole(number) }

    /// « 2 871 204 octets ».
    func bytes(_ count: Int) -> String { isEnglish ? EnglishNumbers.bytes(count) : FrenchNumbers.bytes(count) }

    /// « 2,9 Mo ».
    func fileSize(_ bytes: Int) -> String { isEnglish ? EnglishNumbers.fileSize(bytes) : FrenchNumbers.fileSize(bytes) }

    /// A function as the provider typed it, after « à »: « au président ». English words lead to it without.
    func to(_ function: String) -> String { isEnglish ? function : FrenchArticles.to(function) }

    /// An address of the site that goes on in this language: `/suivi`, `/suivi?langue=en`.
    public func link(_ path: String) -> String { Path.link(path, in: language) }
}
