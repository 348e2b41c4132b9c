"""How far back data is kept."""

import datetime as dt


def retention_start(udtraeksdato: dt.date, aar: int) -> dt.date:
    """The first whole month within the retention: nothing older is built."""
    graense = udtraeksdato.year - aar
    if udtraeksdato.day == 1:
        return dt.date(graense, udtraeksdato.month, 1)
    return dt.date(graense + udtraeksdato.month // 12, udtraeksdato.month % 12 + 1, 1)
