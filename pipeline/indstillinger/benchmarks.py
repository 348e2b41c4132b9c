"""Others' figures, from a file HR keeps: one line a source, year and group."""

import csv
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pipeline.fejl import Brugerfejl
from pipeline.mapper import shipped_folder
from pipeline.tekster import afstemning as tekster

BENCHMARKS = "benchmarks.csv"
KOLONNER = ("kilde", "aar", "gruppe", "tal", "enhed", "indsat", "hvorfra")
PR_FULDTID = "dagsværk pr. fuldtidsansat"
ENHEDER = (PR_FULDTID, "pct.")
TAL = re.compile(r"\d{1,3}([.,]\d{1,4})?")
AAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True)
class Benchmark:
    """One line. `enhed`: one of ENHEDER; `indsat`: the day HR put it in the file."""

    kilde: str
    aar: int
    gruppe: str
    tal: Decimal
    enhed: str
    indsat: dt.date
    hvorfra: str


def parse_tal(tekst: str) -> Decimal | None:
    """`12,0` or `12.0`, below a thousand; its decimals are kept."""
    return Decimal(tekst.strip().replace(",", ".")) if TAL.fullmatch(tekst.strip()) else None


def read_benchmarks(fil: Path | None = None) -> tuple[Benchmark, ...]:
    """`fil`, or the project's own. Grain: kilde, aar, gruppe, enhed.

    Errors: `Brugerfejl` names the file and the line.
    """
    fil = fil or shipped_folder("config") / BENCHMARKS
    linjer = tuple(_lines(fil))
    if not linjer:
        raise Brugerfejl(tekster.FILEN_ER_TOM.format(fil=fil.name))
    laest, kendte = [], dict[tuple[str, int, str, str], int]()
    for linje, felter in linjer:
        ny = _parse(felter, fil=fil.name, linje=linje)
        noegle = (ny.kilde.casefold(), ny.aar, ny.gruppe.casefold(), ny.enhed)
        foerste = kendte.setdefault(noegle, linje)
        if foerste != linje:
            egne = {"kilde": ny.kilde, "aar": ny.aar, "gruppe": ny.gruppe}
            raise Brugerfejl(tekster.STAAR_TO_GANGE.format(linje=linje, fil=fil.name, foerste=foerste, **egne))
        laest.append(ny)
    return tuple(laest)


def _lines(fil: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Line number and cells by column; empty lines are left out."""
    try:
        with fil.open(encoding="utf-8-sig", newline="") as aaben:
            raekker = [
                (nr, r) for nr, r in enumerate(csv.reader(aaben, delimiter=";"), start=1) if any(map(str.strip, r))
            ]
    except (OSError, UnicodeDecodeError, csv.Error):
        raise Brugerfejl(tekster.FILEN_MANGLER.format(fil=fil.name)) from None
    if not raekker:
        return
    hoved = [navn.strip().casefold() for navn in raekker[0][1]]
    sted = {"fil": fil.name, "kolonner": ", ".join(KOLONNER)}
    for navn in hoved:
        if navn not in KOLONNER or hoved.count(navn) > 1:
            raise Brugerfejl(tekster.UKENDT_KOLONNE.format(kolonne=navn, **sted))
    for navn in KOLONNER:
        if navn not in hoved:
            raise Brugerfejl(tekster.KOLONNE_MANGLER.format(kolonne=navn, **sted))
    for linje, celler in raekker[1:]:
        if len(celler) != len(hoved):
            raise Brugerfejl(tekster.FELTER_PASSER_IKKE.format(linje=linje, fil=fil.name))
        yield linje, {navn: celle.strip() for navn, celle in zip(hoved, celler, strict=True)}


def _parse(felter: Mapping[str, str], *, fil: str, linje: int) -> Benchmark:
    sted = {"fil": fil, "linje": linje}
    for navn in KOLONNER:
        if not felter[navn]:
            raise Brugerfejl(tekster.FELT_ER_TOMT.format(kolonne=navn, **sted))
    tal = parse_tal(felter["tal"])
    if tal is None:
        raise Brugerfejl(tekster.TAL_ER_INTET_TAL.format(tekst=felter["tal"], **sted))
    if not AAR.fullmatch(felter["aar"]):
        raise Brugerfejl(tekster.AAR_ER_INTET_AAR.format(tekst=felter["aar"], **sted))
    if felter["enhed"] not in ENHEDER:
        raise Brugerfejl(
            tekster.ENHED_KENDES_IKKE.format(tekst=felter["enhed"], enheder="« eller »".join(ENHEDER), **sted)
        )
    return Benchmark(
        kilde=felter["kilde"],
        aar=int(felter["aar"]),
        gruppe=felter["gruppe"],
        tal=tal,
        enhed=felter["enhed"],
        indsat=_parse_dato(felter["indsat"], sted),
        hvorfra=felter["hvorfra"],
    )


def _parse_dato(tekst: str, sted: Mapping[str, object]) -> dt.date:
    for form in ("%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"):
        try:
            return dt.datetime.strptime(tekst, form).date()
        except ValueError:
            continue
    raise Brugerfejl(tekster.DATO_ER_INGEN_DATO.format(tekst=tekst, **sted))
