"""The udtræksdato and the period, from the lines above a header, the file's name or the command line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.fejl import Brugerfejl
from pipeline.readers.overskrift import Raekke
from pipeline.readers.tabeller import HAANDFOERTE
from pipeline.tekster import faelles as tekster

_DATO = r"(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}|\d{8})(?!\d)"
_UDTRUKKET = re.compile(rf"(?:udtrukket|udtræksdato)[^\d\n]{{0,30}}{_DATO}", re.IGNORECASE)
_PERIODE = re.compile(rf"periode[^\d\n]{{0,30}}{_DATO}\s*(?:-|–|—|til)\s*{_DATO}", re.IGNORECASE)
_PERIODELINJE = re.compile(r"^\W*periode\b.*\d", re.IGNORECASE | re.MULTILINE)
_I_NAVNET = re.compile(r"(?<!\d)(\d{8})(?:\d{6})?(?!\d)")
_TIDLIGSTE_UDTRAEK, _SENESTE_UDTRAEK = 1990, 2100


@dataclass(frozen=True)
class Titelblok:
    udtrukket: date | None
    periode: tuple[date, date] | None


def read_titelblok(raekker: Iterable[Raekke], *, fil: str) -> Titelblok:
    """Errors: `Brugerfejl` for a period that is no two dates (guessing would void older files) or runs backwards."""
    tekst = "\n".join(" ".join(celle.strip() for celle in raekke if celle) for raekke in raekker)
    udtrukket, periode = _UDTRUKKET.search(tekst), _PERIODE.search(tekst)
    fra = parse_dato(periode[1]) if periode else None
    til = parse_dato(periode[2]) if periode else None
    if _PERIODELINJE.search(tekst) and not (fra and til):
        raise Brugerfejl(tekster.PERIODE_ULAESELIG.format(fil=fil))
    if fra and til and til < fra:
        raise Brugerfejl(tekster.PERIODE_BAGVENDT.format(fil=fil))
    return Titelblok(parse_dato(udtrukket[1]) if udtrukket else None, (fra, til) if fra and til else None)


def find_udtraeksdato(titel: date | None, *, fil: str, tabel: str, udtraek: date | None) -> date | None:
    """Title block, else the file's name, else `udtraek`.

    Errors: `Brugerfejl` when none of them has it and the table comes from OPUS.
    """
    dato = titel or _dato_i_navnet(fil) or udtraek
    if dato is None and tabel not in HAANDFOERTE:
        raise Brugerfejl(tekster.UDTRAEKSDATO_MANGLER.format(fil=fil))
    return dato


def parse_dato(tekst: str) -> date | None:
    """dd.mm.yyyy, yyyy-mm-dd or yyyymmdd; None when there is no such day."""
    if "." in tekst:
        dag, maaned, aar = map(int, tekst.split("."))
    else:
        kort = tekst.replace("-", "")
        aar, maaned, dag = int(kort[:4]), int(kort[4:6]), int(kort[6:])
    try:
        return date(aar, maaned, dag)
    except ValueError:
        return None


def _dato_i_navnet(fil: str) -> date | None:
    datoer = [parse_dato(fund) for fund in _I_NAVNET.findall(fil)]
    return max((dato for dato in datoer if dato and _TIDLIGSTE_UDTRAEK <= dato.year <= _SENESTE_UDTRAEK), default=None)
