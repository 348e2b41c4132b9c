"""Danish numbers and dates, in one place. Halves round away from zero, once, here."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

MAANEDER = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)


def afrund(tal: float | Decimal, decimaler: int = 0) -> Decimal:
    """Half away from zero; a float counts as the shortest decimal that names it."""
    return Decimal(str(tal)).quantize(Decimal(1).scaleb(-decimaler), rounding=ROUND_HALF_UP)


def decimaltal(tal: float | Decimal, decimaler: int = 1) -> str:
    """`1234.56` → `1.234,6`."""
    afrundet = afrund(tal, decimaler)
    afrundet = abs(afrundet) if afrundet == 0 else afrundet
    return f"{afrundet:,.{decimaler}f}".translate(str.maketrans(",.", ".,"))


def heltal(tal: float | Decimal) -> str:
    return decimaltal(tal, 0)


def procent(andel: float) -> str:
    """A share from 0 to 1 as `42 pct.`"""
    return f"{heltal(Decimal(str(andel)) * 100)} pct."


def procentgraense(andel: float) -> str:
    """A limit as it is set: `0.95` → `95 pct.`, `0.998` → `99,8 pct.`"""
    hele = Decimal(str(andel)) * 100
    return f"{decimaltal(hele, 0 if hele == int(hele) else 1)} pct."


def dato(dag: dt.date) -> str:
    return f"{dag:%d.%m.%Y}"


def dato_med_ord(dag: dt.date) -> str:
    """12. marts 2025."""
    return f"{dag.day}. {MAANEDER[dag.month - 1]} {dag.year}"


def tidspunkt(tid: dt.datetime) -> str:
    return f"{tid:%d.%m.%Y %H:%M:%S}"


def alfabetisk(tekst: str) -> str:
    """What to sort a text by: æ, ø and å last, and aa with å."""
    return tekst.casefold().replace("aa", "å").translate(str.maketrans("æøå", "{|}"))


def antal_af(ord_: Mapping[str, str], antal: int | None) -> str:
    """`14 enheder` from the words for one and for more."""
    return ord_["en"] if antal == 1 else ord_["flere"].format(antal=heltal(antal or 0))


def periode_med_ord(periode: str) -> str:
    """`2025K2` → `2. kvartal 2025`, `2025-06` → `juni 2025`."""
    if "K" in periode:
        aar, kvartal = periode.split("K")
        return f"{kvartal}. kvartal {aar}"
    aar, maaned = periode.split("-")
    return f"{MAANEDER[int(maaned) - 1]} {aar}"


def step_back(kvartal: str, antal: int) -> str:
    """`2025K2` and 1 → `2025K1`."""
    nr = int(kvartal[:4]) * 4 + int(kvartal[-1]) - 1 - antal
    return f"{nr // 4}K{nr % 4 + 1}"


def quarter_of(maaned_nr: int) -> str:
    """Of a month as year × 12 + month − 1."""
    return f"{maaned_nr // 12}K{maaned_nr % 12 // 3 + 1}"


def quarter_of_day(dag: dt.date) -> str:
    return quarter_of(dag.year * 12 + dag.month - 1)


def end_of_quarter(kvartal: str) -> dt.date:
    """`2025K2` → 30 June 2025."""
    naeste = step_back(kvartal, -1)
    return dt.date(int(naeste[:4]), int(naeste[-1]) * 3 - 2, 1) - dt.timedelta(days=1)


def every_period(perioder: Collection[str]) -> list[str]:
    """The periods of one kind from the first of `perioder` to the last, those between that are not among them too."""
    maaneder = [last_month(periode) for periode in perioder]
    if not maaneder:
        return []
    er_kvartal = "K" in next(iter(perioder))
    numre = range(min(maaneder), max(maaneder) + 1, 3 if er_kvartal else 1)
    return [quarter_of(nr) if er_kvartal else f"{nr // 12}-{nr % 12 + 1:02}" for nr in numre]


def last_month(periode: str) -> int:
    """Of a period, as year × 12 + month − 1."""
    if "K" in periode:
        aar, kvartal = periode.split("K")
        return int(aar) * 12 + int(kvartal) * 3 - 1
    aar, maaned = periode.split("-")
    return int(aar) * 12 + int(maaned) - 1


def aendring(tal: float | Decimal | None, decimaler: int = 1) -> str:
    """`-0.7` → `−0,7`, `0.2` → `+0,2`, null → an en dash."""
    if tal is None:
        return "–"
    afrundet = afrund(tal, decimaler)
    fortegn = "−" if afrundet < 0 else "+" if afrundet > 0 else "±"
    return fortegn + decimaltal(abs(afrundet), decimaler)


def procentpoint(andel: float | None) -> str:
    """A difference of shares as `−2 procentpoint`."""
    return "–" if andel is None else f"{aendring(float(Decimal(str(andel)) * 100), 0)} procentpoint"


def one_stop(saetning: str) -> str:
    """`pct.` ends a sentence by itself."""
    return saetning.replace("pct..", "pct.")


def opremsning(navne: Sequence[str]) -> str:
    """`a`, `a og b`, `a, b og c`."""
    return " og ".join([", ".join(navne[:-1]), navne[-1]]) if len(navne) > 1 else "".join(navne)
