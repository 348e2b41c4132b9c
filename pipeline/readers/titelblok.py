"""The udtræksdato and the period, from the lines above a header, the file's name or the command line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.fejl import Brugerfejl
from pipeline.readers.overskrift import Raekke
from pipeline.readers.tabeller import HAANDFOERTE
from pipeline.readers.tegn import rens_tegn
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import MAANEDER

_DATO = r"(\d{1,2}[.-]\d{1,2}[.-]\d{4}|\d{4}-\d{2}-\d{2}|\d{8})(?!\d)"
_MAANED = r"(0{0,2}\d{1,2}[./]\d{4}|\d{4}-\d{2}|[a-zæøå]{3,9}\.? \d{4})(?![\d.-])"
_TIL = r"\s*(?:-|–|—|til)\s*"
_UDTRUKKET = re.compile(rf"(?:udtrukket|udtræksdato)[^\d\n]{{0,30}}{_DATO}", re.IGNORECASE)
_PERIODE = re.compile(rf"periode[^\d\n]{{0,30}}{_DATO}{_TIL}{_DATO}", re.IGNORECASE)
_PERIODE_MAANEDER = re.compile(rf"periode[^\d\n]{{0,30}}?\b{_MAANED}{_TIL}{_MAANED}", re.IGNORECASE)
_PERIODELINJE = re.compile(r"^\W*periode\b.*\d", re.IGNORECASE | re.MULTILINE)
_I_NAVNET = re.compile(r"(?<!\d)(\d{8})(?:\d{6})?(?!\d)")
_TIDLIGSTE_UDTRAEK, _SENESTE_UDTRAEK = 1990, 2100


@dataclass(frozen=True)
class Titelblok:
    udtrukket: date | None
    periode: tuple[date, date] | None


def read_titelblok(raekker: Iterable[Raekke], *, fil: str) -> Titelblok:
    """Errors: `Brugerfejl` for a period that is no two dates (guessing would void older files) or runs backwards."""
    tekst = "\n".join(rens_tegn(" ".join(celle.strip() for celle in raekke if celle)) for raekke in raekker)
    udtrukket = _UDTRUKKET.search(tekst)
    fra, til = _find_periode(tekst)
    if _PERIODELINJE.search(tekst) and not (fra and til):
        raise Brugerfejl(tekster.PERIODE_ULAESELIG.format(fil=fil))
    if fra and til and til < fra:
        raise Brugerfejl(tekster.PERIODE_BAGVENDT.format(fil=fil))
    return Titelblok(parse_dato(udtrukket[1]) if udtrukket else None, (fra, til) if fra and til else None)


def join_titler(foerste: Titelblok, andre: Iterable[Titelblok], *, fil: str) -> Titelblok:
    """The title block of a file whose pages, or whose several lists in a row, each have one.

    Errors: `Brugerfejl` when they are of different days, or there is a gap between their periods.
    """
    titler = [foerste, *andre]
    datoer = {titel.udtrukket for titel in titler if titel.udtrukket}
    perioder = sorted({titel.periode for titel in titler if titel.periode})
    samlet = perioder[0] if perioder else None
    for fra, til in perioder[1:]:
        if samlet is None or fra > samlet[1] + timedelta(days=1):
            raise Brugerfejl(tekster.FIL_SAT_SAMMEN.format(fil=fil))
        samlet = samlet[0], max(samlet[1], til)
    if len(datoer) > 1:
        raise Brugerfejl(tekster.FIL_SAT_SAMMEN.format(fil=fil))
    return Titelblok(max(datoer, default=None), samlet if foerste.periode else None)


def _find_periode(tekst: str) -> tuple[date | None, date | None]:
    """Two dates, or as BW writes them two months: 001.2025 - 006.2025 are 1 January to 30 June."""
    if periode := _PERIODE.search(tekst):
        return parse_dato(periode[1]), parse_dato(periode[2])
    if maaneder := _PERIODE_MAANEDER.search(tekst):
        fra, til = parse_maaned(maaneder[1]), parse_maaned(maaneder[2])
        return fra, til and (til.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return None, None


def parse_maaned(tekst: str) -> date | None:
    """The first day of 06.2025, 006.2025, 2025-06 or juni 2025; None when there is no such month."""
    aar = re.search(r"\d{4}", tekst)
    if aar is None:
        return None
    rest = (tekst[: aar.start()] + tekst[aar.end() :]).strip(" ./-").lower()
    nummer = int(rest) if rest.isdigit() else _maaned_nr(rest)
    return date(int(aar[0]), nummer, 1) if 1 <= nummer <= 12 and int(aar[0]) else None


def _maaned_nr(navn: str) -> int:
    """Three letters are enough; 0 when there is no such month."""
    fund = [nummer for nummer, maaned in enumerate(MAANEDER, start=1) if len(navn) >= 3 and maaned.startswith(navn)]
    return fund[0] if fund else 0


def find_udtraeksdato(titel: date | None, *, fil: str, tabel: str, udtraek: date | None) -> date | None:
    """Title block, else the file's name, else `udtraek`.

    Errors: `Brugerfejl` when none of them has it and the table comes from OPUS.
    """
    dato = titel or _dato_i_navnet(fil) or udtraek
    if dato is None and tabel not in HAANDFOERTE:
        raise Brugerfejl(tekster.UDTRAEKSDATO_MANGLER.format(fil=fil))
    return dato


def parse_dato(tekst: str) -> date | None:
    """dd.mm.yyyy, dd-mm-yyyy, yyyy-mm-dd or yyyymmdd; None when there is no such day."""
    dele = re.split("[.-]", tekst)
    if len(dele[-1]) == 4:
        dag, maaned, aar = map(int, dele)
    else:
        kort = tekst.replace("-", "")
        aar, maaned, dag = int(kort[:4]), int(kort[4:6]), int(kort[6:])
    try:
        return date(aar, maaned, dag)
    except ValueError:
        return None


def _dato_i_navnet(fil: str) -> date | None:
    """A file in a .zip is called `leverance.zip: fravaer.csv`; its own date is nearer than the .zip's."""
    for navn in reversed(fil.split(": ")):
        datoer = [parse_dato(fund) for fund in _I_NAVNET.findall(navn)]
        if gyldige := [dato for dato in datoer if dato and _TIDLIGSTE_UDTRAEK <= dato.year <= _SENESTE_UDTRAEK]:
            return max(gyldige)
    return None
