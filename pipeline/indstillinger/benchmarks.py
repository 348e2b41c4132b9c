"""Others' figures, from a file HR keeps: one line a source, year and group."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pipeline.indstillinger.hr_fil import Form, Linje
from pipeline.mapper import shipped_folder
from pipeline.tekster import afstemning as tekster

BENCHMARKS = "benchmarks.csv"
PR_FULDTID = "dagsværk pr. fuldtidsansat"
ENHEDER = (PR_FULDTID, "pct.")
TAL = re.compile(r"\d{1,3}([.,]\d{1,4})?")


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
    return FORM.read(fil or shipped_folder("config") / BENCHMARKS)


def _parse(linje: Linje) -> Benchmark:
    tal = parse_tal(linje["tal"])
    if tal is None:
        raise linje.fail(tekster.TAL_ER_INTET_TAL, tekst=linje["tal"])
    aar = linje.read_aar()
    if linje["enhed"] not in ENHEDER:
        raise linje.fail(tekster.ENHED_KENDES_IKKE, tekst=linje["enhed"], enheder="« eller »".join(ENHEDER))
    return Benchmark(
        kilde=linje["kilde"],
        aar=aar,
        gruppe=linje["gruppe"],
        tal=tal,
        enhed=linje["enhed"],
        indsat=_parse_dato(linje),
        hvorfra=linje["hvorfra"],
    )


def _parse_dato(linje: Linje) -> dt.date:
    for form in ("%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"):
        try:
            return dt.datetime.strptime(linje["indsat"], form).date()
        except ValueError:
            continue
    raise linje.fail(tekster.DATO_ER_INGEN_DATO, tekst=linje["indsat"])


FORM = Form(
    indhold=tekster.ANDRES_TAL,
    kolonner=("kilde", "aar", "gruppe", "tal", "enhed", "indsat", "hvorfra"),
    parse=_parse,
    noegle=lambda ny: (ny.kilde.casefold(), ny.aar, ny.gruppe.casefold(), ny.enhed),
    navn=lambda ny: f"{ny.kilde}, {ny.aar}, {ny.gruppe}",
)
