/// The date of a letter: `Mon, 23 Nov 2026 17:43:12 +0000` (RFC 5322 §3.3), always in UTC.
enum MessageDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static func text(secondsSince1970 seconds: Int) -> String {
        let day = seconds.floored(by: 86_400)
        let second = seconds - day * 86_400
        let (year, month, dayOfMonth) = civil(day)
        let weekday = days[day - day.floored(by: 7) * 7]
        let time = [second / 3_600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        return "\(weekday), \(twoDigits(dayOfMonth)) \(months[month - 1]) \(year) \(time) +0000"
    }

    /// Day 0 is 1 January 1970. Years are counted from 1 March, so that the odd day of February ends them, in eras of
    /// 400 years, which all have the same 146,097 days.
    private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
        let sinceMarch0000 = day + 719_468
        let era = sinceMarch0000.floored(by: 146_097)
        let dayOfEra = sinceMarch0000 - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}

extension Int {
    /// The quotient rounded down, also for dates before 1970.
    fileprivate func floored(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
