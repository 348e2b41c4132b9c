"""What the readers and the staging make of the rows of one absence file, without a whole build."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from pipeline.byg.indlaesning import load_indstillinger_tabeller, load_kildetabeller
from pipeline.byg.parametre import build_parameters
from pipeline.database.modeller import read_model, run_macros
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.indstillinger.model import NIVEAUER
from pipeline.readers import read_leverance

UDTRAEK = date(2025, 7, 15)
INDSTILLINGER = load_indstillinger()
KOLONNER = "medarbejdernr, startdato, stopdato, art, timer_e8, dage_e8"


def read_fravaer(mappe: Path) -> list[tuple[Any, ...]]:
    """Every row but blank ones, in file order: `KOLONNER`, then why it is rejected and whether it is a total."""
    kildetabeller = read_leverance(mappe, indstillinger=INDSTILLINGER, udtraek=UDTRAEK)
    with duckdb.connect(config={"threads": 1}) as con:
        run_macros(con)
        load_kildetabeller(con, kildetabeller, INDSTILLINGER)
        load_indstillinger_tabeller(con, INDSTILLINGER, NIVEAUER)
        model = read_model("10_staging", "fravaer_laest")
        parametre = build_parameters(INDSTILLINGER, UDTRAEK)
        con.execute(f"create table laest as {model.sql}", {navn: parametre[navn] for navn in model.parametre})
        alle = con.execute(f"select {KOLONNER}, grund, totaltekst from laest order by rowid").fetchall()
    return [raekke for raekke in alle if raekke[-1] != "tom linje"]


def read_former(mappe: Path) -> dict[str, str]:
    """The stated form of each column of one file."""
    kildetabeller = read_leverance(mappe, indstillinger=INDSTILLINGER, udtraek=UDTRAEK)
    with duckdb.connect(config={"threads": 1}) as con:
        run_macros(con)
        load_kildetabeller(con, kildetabeller, INDSTILLINGER)
        return dict(con.execute("select kolonne, beskrivelse from kolonneformer").fetchall())
