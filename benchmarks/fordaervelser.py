"""Random corruptions of a delivery's lists, as real systems and real people make them, and how the build ends.

Each is drawn from a seed. A build of a corrupted delivery must end in one of `GODE`: the figures to the last digit,
rejected rows without which the sound delivery gives the very same figures, a warning that the list may be cut off, or a
stop. `Udfald.TAVS` must never be.
Run alone: `python -m benchmarks.fordaervelser FOLDER ANTAL [FIRST SEED]`.
"""

import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Any

import duckdb

from benchmarks.fordaervede_lister import FORDAERVELSER, Liste, read_liste
from pipeline.byg.warehouse import build_warehouse
from pipeline.database.kryptering import attach_database
from pipeline.database.noegler import read_noegle
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.indstillinger.model import Indstillinger

AFVISTE = (
    "select kildefiler.fil, karantaene.linje from karantaene "
    "inner join kildefiler on karantaene.fil_id = kildefiler.fil_id"
)


class Udfald(StrEnum):
    RIGTIG = "the right figures"
    AFVIST = "rejected rows that explain the difference"
    MELDT = "told that the list may be cut off"
    STANDSET = "a stop"
    SAMMENLIGNET = "a stop by the comparison with the build before"
    TAVS = "a silent difference"


GODE = frozenset(Udfald) - {Udfald.TAVS}


@dataclass(frozen=True)
class Facit:
    """The sound delivery, its database and every figure in it."""

    kilde: Path
    database: Path
    tal: list[Any]
    indstillinger: Indstillinger


@dataclass(frozen=True)
class Proeve:
    """One corruption and how it ended; `sagt` is the stop's sentence, or what the build said of rejected rows."""

    froe: int
    art: str
    fil: str
    udfald: Udfald
    sagt: str


def build_facit(kilde: Path, mappe: Path) -> Facit:
    database, indstillinger = mappe / "facit.duckdb", load_indstillinger()
    build_warehouse(kilde, database, indstillinger=indstillinger, traade=1)
    return Facit(kilde, database, read_figures(database), indstillinger)


def read_figures(database: Path) -> list[Any]:
    """Every nøgletal of every unit and period, and the reconciliation."""
    return [*_ask(database, "select * from noegletal order by all"), *_ask(database, "select * from afstemning")]


def try_corruption(facit: Facit, froe: int, mappe: Path) -> Proeve:
    """The corruptions take turns, so that each comes equally often. `mappe` is emptied first."""
    rng = Random(froe)
    arter = sorted(FORDAERVELSER)
    art = arter[froe % len(arter)]
    fil = rng.choice(_text_lists(facit.kilde))
    sund = read_liste(fil)
    fordaervet = FORDAERVELSER[art](sund, rng)
    shutil.rmtree(mappe, ignore_errors=True)
    fordaervet.write(_copy(facit.kilde, mappe / "leverance"), fil.name)
    udfald, sagt = judge(facit, mappe, sund=sund, fordaervet=fordaervet, fil=fil.name)
    return Proeve(froe, art, fil.name, udfald, sagt)


def judge(facit: Facit, mappe: Path, *, sund: Liste, fordaervet: Liste, fil: str) -> tuple[Udfald, str]:
    database = mappe / "fordaervet.duckdb"
    try:
        rapport = build_warehouse(mappe / "leverance", database, indstillinger=facit.indstillinger, traade=1)
    except Brugerfejl as fejl:
        return Udfald.STANDSET, str(fejl)
    if read_figures(database) == facit.tal:
        return Udfald.RIGTIG, ""
    afviste = {linje for navn, linje in _ask(database, AFVISTE) if navn == fil}
    sagt = "; ".join(f"{antal} {grund}" for _, grund, antal, _ in rapport.afviste.iter_rows())
    if afviste and rapport.advarsler.get("afviste") and _explains(facit, mappe, sund, fordaervet, fil, afviste):
        return Udfald.AFVIST, sagt
    if rapport.advarsler.get("ansatte_efter_listen"):
        return Udfald.MELDT, sagt
    try:
        build_warehouse(
            mappe / "leverance",
            mappe / "igen.duckdb",
            indstillinger=facit.indstillinger,
            traade=1,
            forrige=facit.database,
        )
    except Brugerfejl as fejl:
        return Udfald.SAMMENLIGNET, str(fejl)
    return Udfald.TAVS, sagt


def _explains(facit: Facit, mappe: Path, sund: Liste, fordaervet: Liste, fil: str, afviste: set[int]) -> bool:
    """Whether the sound delivery without the rows that were rejected gives the corrupted one's figures. Of a row cut in
    two all must be rejected: when one part was read, it must be as good as the whole.
    """
    laeste = {linje.fra for nr, linje in enumerate(fordaervet.linjer, start=1) if nr not in afviste}
    tabte = {fordaervet.linjer[linje - 1].fra for linje in afviste} - laeste
    uden = _copy(facit.kilde, mappe / "uden")
    sund.without(tabte).write(uden, fil)
    build_warehouse(uden, mappe / "uden.duckdb", indstillinger=facit.indstillinger, traade=1)
    return read_figures(mappe / "uden.duckdb") == read_figures(mappe / "fordaervet.duckdb")


def _text_lists(kilde: Path) -> list[Path]:
    """Most corruptions fall on absence: that is where a silent difference would be."""
    fravaer, andre = sorted(kilde.glob("fravaer*.csv")), sorted(kilde.glob("ansaettelsesforloeb*.csv"))
    return [*fravaer, *fravaer, *andre]


def _copy(kilde: Path, til: Path) -> Path:
    return Path(shutil.copytree(kilde, til))


def _ask(database: Path, sql: str) -> list[Any]:
    with duckdb.connect(":memory:", config={"threads": "1"}) as con:
        attach_database(con, database, alias="maal", noegle=read_noegle("noegle", database))
        con.execute("use maal")
        return con.execute(sql).fetchall()


def measure(kilde: Path, froe: range, meld: Callable[[Proeve], None]) -> dict[str, int]:
    """How many ended in each outcome."""
    with tempfile.TemporaryDirectory(prefix="sygefravaer_fordaervet_") as sted:
        facit = build_facit(kilde, Path(sted))
        antal: Counter[str] = Counter()
        for nummer in froe:
            proeve = try_corruption(facit, nummer, Path(sted) / "proeve")
            antal[proeve.udfald.name] += 1
            meld(proeve)
    return {udfald.name: antal[udfald.name] for udfald in Udfald}


def _tell(proeve: Proeve) -> None:
    print(proeve.froe, proeve.art, proeve.fil, proeve.udfald.name, proeve.sagt, file=sys.stderr, flush=True)


if __name__ == "__main__":
    foerste = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    print(json.dumps(measure(Path(sys.argv[1]), range(foerste, foerste + int(sys.argv[2])), _tell)))
