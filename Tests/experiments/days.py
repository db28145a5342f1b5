"""Civil days of Paris, in which the rules count, whatever the zone of the machine."""

import datetime

UTC = datetime.timezone.utc


def last_sunday(year, month):
    """The moment, at 01:00 UTC, when clocks change in a month of 31 days."""
    last = datetime.datetime(year, month, 31, 1, tzinfo=UTC)
    return last - datetime.timedelta(days=(last.weekday() + 1) % 7)


def paris_day(moment=None):
    """Today in Paris, or the day that it is there at a moment: an hour ahead of UTC, and two in summer."""
    moment = moment or datetime.datetime.now(UTC)
    is_summer = last_sunday(moment.year, 3) <= moment < last_sunday(moment.year, 10)
    return (moment + datetime.timedelta(hours=2 if is_summer else 1)).date()
