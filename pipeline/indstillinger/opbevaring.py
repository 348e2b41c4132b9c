"""How far back data is kept."""

import datetime as dt


def retention_start(udtraeksdato: dt.date, aar: int) -> dt.date:
    """The first whole month within the retention: nothing older is built."""
    graense = udtraeksdato.year - aar
    if udtraeksdato.day == 1:
        return dt.date(graense, udtraeksdato.month, 1)
    return dt.date(graense + udtraeksdato.month // 12, udtraeksdato.month % 12 + 1, 1)


def shown_from(udtraeksdato: dt.date, aar: int = 1) -> dt.date:
    """The first day of the newest `aar` times twelve whole months: the rest of the last month comes on top."""
    naeste = udtraeksdato + dt.timedelta(days=1)
    return dt.date(naeste.year - aar, naeste.month, 1)
