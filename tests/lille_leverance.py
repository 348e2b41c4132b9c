"""A delivery small enough to write by hand, and the same delivery as a folder of semicolon CSV."""

import csv
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

Dato_par = tuple[date, date]

ARTSTEKST = {
    "SY": "Sygdom",
    "DS": "Delvis syg",
    "AS": "Arbejdsskade",
    "GS": "Graviditetsbetinget sygdom",
    "P56": "§ 56",
    "BS": "Barns sygdom",
    "FE": "Ferie",
    "BA": "Barsel",
}


@dataclass(frozen=True)
class Enhed:
    enhedsnr: str
    overordnet: str | None = None


@dataclass(frozen=True)
class Ansaettelse:
    """One employment span; `slut` None is open."""

    medarbejdernr: str
    start: date
    slut: date | None
    enhedsnr: str
    ansforhold: str = "00"
    taeller: Decimal = Decimal(37)
    naevner: Decimal | None = Decimal(37)
    stilling: str = "Pædagog"
    loenklasse: str = "Overenskomstansat"
    personalegruppe: str = ""


@dataclass(frozen=True)
class Fravaer:
    """One absence record; `slut` None is open, `timer` and `dage` None are missing."""

    medarbejdernr: str
    start: date
    slut: date | None
    art: str = "SY"
    timer: Decimal | None = None
    dage: Decimal | None = None


@dataclass(frozen=True)
class Maaltal:
    enhedsnr: str
    aar: int
    maaltal: Decimal


@dataclass(frozen=True)
class Enhedsskift:
    gammelt: str
    nyt: str
    fra: date


@dataclass(frozen=True)
class Leverance:
    """`aeldre_enheder` are organisation files before the newest, each with its date."""

    udtraek: date
    enheder: tuple[Enhed, ...]
    ansaettelser: tuple[Ansaettelse, ...]
    fravaer: tuple[Fravaer, ...]
    maaltal: tuple[Maaltal, ...] = ()
    enhedsskift: tuple[Enhedsskift, ...] = ()
    aeldre_enheder: tuple[tuple[date, tuple[Enhed, ...]], ...] = ()
    periode_fravaer: Dato_par | None = None
    periode_ansaettelser: Dato_par | None = None


LAENGE_SIDEN = date(2015, 1, 1)


def ansat(
    nummer: str,
    enhed: str,
    fra: date = LAENGE_SIDEN,
    til: date | None = None,
    *,
    taeller: str = "37",
    ansforhold: str = "00",
) -> Ansaettelse:
    """A span with `taeller` of 37 hours; unless told otherwise full-time, since long ago and open."""
    return Ansaettelse(nummer, fra, til, enhed, ansforhold, Decimal(taeller))


def syg(
    nummer: str, fra: date, til: date | None, timer: str | None = None, *, dage: str | None = None, art: str = "SY"
) -> Fravaer:
    """A record whose hours and days are written as text, so that "7.4" is exact."""
    return Fravaer(nummer, fra, til, art, Decimal(timer) if timer else None, Decimal(dage) if dage else None)


def write_leverance(leverance: Leverance, folder: Path) -> Path:
    """Write `leverance` as CSV files (UTF-8, decimal comma) and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    dato = f"{leverance.udtraek:%Y%m%d}"
    for dag, enheder in (*leverance.aeldre_enheder, (leverance.udtraek, leverance.enheder)):
        _write(folder / f"organisation_{dag:%Y%m%d}.csv", ORGANISATION, [_enhed(enhed) for enhed in enheder])
    ansatte = [_ansaettelse(nr, span) for nr, span in enumerate(leverance.ansaettelser)]
    hoved = ANSAETTELSER
    if any(span.personalegruppe for span in leverance.ansaettelser):
        hoved = [*ANSAETTELSER, "Personalegruppe"]
        ansatte = [[*rad, span.personalegruppe] for rad, span in zip(ansatte, leverance.ansaettelser, strict=True)]
    _write(folder / f"ansaettelsesforloeb_{dato}.csv", hoved, ansatte, leverance.periode_ansaettelser)
    fravaer = [_fravaer(post) for post in leverance.fravaer]
    _write(folder / f"fravaer_{dato}.csv", FRAVAER, fravaer, leverance.periode_fravaer)
    if leverance.maaltal:
        maal = [[rad.enhedsnr, str(rad.aar), _tal(rad.maaltal)] for rad in leverance.maaltal]
        _write(folder / "maaltal.csv", MAALTAL, maal)
    if leverance.enhedsskift:
        skift = [[rad.gammelt, rad.nyt, _dato(rad.fra)] for rad in leverance.enhedsskift]
        _write(folder / "enhedsskift.csv", ENHEDSSKIFT, skift)
    return folder


ORGANISATION = ["Enhedsnr", "Enhedsnavn", "Overordnet enhedsnr"]
ANSAETTELSER = [
    "MAnummer",
    "Startdato",
    "Stopdato",
    "Orgplacering",
    "Ansforhold",
    "Tæller",
    "Nævner",
    "Stilling",
    "Lønklasse",
]
FRAVAER = ["Medarbejdernr.", "Startdato", "Stopdato", "Fraværsart", "Fraværsarttekst", "Timer", "Dage"]
MAALTAL = ["Enhedsnr", "År", "Måltal"]
ENHEDSSKIFT = ["Gammelt enhedsnr", "Nyt enhedsnr", "Fra"]


def _write(fil: Path, hoved: list[str], raekker: list[list[str]], periode: Dato_par | None = None) -> None:
    with fil.open("w", encoding="utf-8", newline="") as aaben:
        if periode:
            aaben.write(f"Periode: {_dato(periode[0])} - {_dato(periode[1])}\n")
        skriver = csv.writer(aaben, delimiter=";", lineterminator="\n")
        skriver.writerow(hoved)
        skriver.writerows(raekker)


def _enhed(enhed: Enhed) -> list[str]:
    return [enhed.enhedsnr, f"Enhed {enhed.enhedsnr}", enhed.overordnet or ""]


def _ansaettelse(nr: int, span: Ansaettelse) -> list[str]:
    """An open end is written in both of OPUS's ways, turn by turn."""
    aaben = "31.12.9999" if nr % 2 else ""
    return [
        span.medarbejdernr,
        _dato(span.start),
        _dato(span.slut) if span.slut else aaben,
        span.enhedsnr,
        span.ansforhold,
        _tal(span.taeller),
        _tal(span.naevner),
        span.stilling,
        span.loenklasse,
    ]


def _fravaer(post: Fravaer) -> list[str]:
    slut = _dato(post.slut) if post.slut else ""
    return [
        post.medarbejdernr,
        _dato(post.start),
        slut,
        post.art,
        ARTSTEKST[post.art],
        _tal(post.timer),
        _tal(post.dage),
    ]


def _dato(dag: date) -> str:
    return f"{dag:%d.%m.%Y}"


def _tal(tal: Decimal | None) -> str:
    return "" if tal is None else str(tal).replace(".", ",")


def renumber(leverance: Leverance) -> Leverance:
    """The same with other numbers for the employees, in another order."""
    nye = {nummer: str(5000 - int(nummer) * 7) for nummer in {span.medarbejdernr for span in leverance.ansaettelser}}
    return replace(
        leverance,
        ansaettelser=tuple(replace(span, medarbejdernr=nye[span.medarbejdernr]) for span in leverance.ansaettelser),
        fravaer=tuple(
            replace(post, medarbejdernr=nye.get(post.medarbejdernr, post.medarbejdernr)) for post in leverance.fravaer
        ),
    )
