/// Easter Sunday of a year of the Gregorian calendar, 1…9999.
///
/// The anonymous method given by Meeus (Astronomical Algorithms, ch. 8), first printed in Butcher's Ecclesiastical
/// Calendar, 1876: no table and no exception.
public func easter(_ year: Int) -> CivilDate {
    let goldenYear = year % 19
    let century = year / 100
    let moonCorrection = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * goldenYear + century - century / 4 - moonCorrection + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7
    let correction = (goldenYear + 11 * epact + 22 * weekday) / 451
    let march = epact + weekday - 7 * correction + 114
    return CivilDate(valid: year, march / 31, march % 31 + 1)
}
