"""Danish public holidays."""

from collections.abc import Iterable
from datetime import date, timedelta


def danish_holidays(aar: Iterable[int]) -> list[date]:
    """Store bededag up to and including 2023 only."""
    import holidays  # a quarter of a second: it loads the calendars of every country

    return sorted(holidays.country_holidays("DK", years=aar))


def working_days_between(fra: date, til: date) -> int:
    """Those after `fra`, `til` included."""
    fri = set(danish_holidays(range(fra.year, til.year + 1)))
    dage = (fra + timedelta(days=nr) for nr in range(1, (til - fra).days + 1))
    return sum(dag.isoweekday() <= 5 and dag not in fri for dag in dage)
