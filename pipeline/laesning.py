"""Reads a finished database for the command line and the dashboard: named SELECTs of sql/50_visning, nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from pipeline import tekster
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger import NIVEAUER
from pipeline.kryptering import attach_database
from pipeline.modeller import read_models, run_macros
from pipeline.noegler import read_noegle

NOEGLETAL_KOLONNER = (
    "enhedsnr",
    "enhedsnavn",
    "niveau",
    "periode",
    "dagsvaerk",
    "dagsvaerk_lang",
    "gns_medarbejdere",
    "gns_fuldtid",
    "sygedage_pr_medarbejder",
    "sygedage_pr_aarsvaerk",
    "fravaersprocent",
    "langtidsandel",
    "langtidsfriske",
    "langtidsfriske_grundlag",
    "langtidsfriske_andel",
    "maaltal",
    "maaltal_kilde",
    "langtidsfriske_af_alle",
    "aendring_kvartal",
    "aendring_aar",
    "afstand_til_maaltal",
    "er_foreloebig",
    "er_nedlagt",
)

ANDRE_NIVEAUER = ("gruppe", "personalegruppe")


@contextmanager
def open_database(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that only reads. Errors: `Brugerfejl` when the file is missing or is no database of ours."""
    if not database.is_file():
        raise Brugerfejl(tekster.DATABASE_MANGLER.format(database=database.name))
    con = duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})
    try:
        attach_database(con, database, alias="maal", noegle=read_noegle("noegle", database))
        try:
            con.execute("use maal")
            con.execute("select bygning_id, udtraeksdato, nytal from bygning")
        except duckdb.Error:
            raise Brugerfejl(tekster.DATABASE_KAN_IKKE_LAESES.format(database=database.name)) from None
        run_macros(con)
        yield con
    finally:
        con.close()


def show(con: duckdb.DuckDBPyConnection, visning: str, **parametre: Any) -> pl.DataFrame:
    """The rows of one SELECT in sql/50_visning; its header states the grain."""
    model = next(model for model in read_models("50_visning") if model.navn == visning)
    return con.execute(model.sql, parametre).pl()


def read_noegletal(
    database: Path,
    *,
    kvartal: str | None = None,
    enhed: str | None = None,
    niveau: str | None = None,
    maaned: bool = False,
) -> pl.DataFrame:
    """Rolling nøgletal. Grain: node and quarter (month with `maaned`). Days, dagsværk, shares from 0 to 1, unrounded.

    Errors: `Brugerfejl` for a period, node or level there is none of.
    """
    with open_database(database) as con:
        raekker = select_noegletal(con, periode=kvartal, enhed=enhed, niveau=niveau, maaned=maaned)
    return raekker.rename({"periode": "maaned" if maaned else "kvartal"})


def select_noegletal(
    con: duckdb.DuckDBPyConnection,
    *,
    periode: str | None = None,
    enhed: str | None = None,
    niveau: str | None = None,
    maaned: bool = False,
) -> pl.DataFrame:
    """As `read_noegletal`, from an open database and with the period's column called `periode`."""
    periodetype = "maaned" if maaned else "kvartal"
    if periode is not None:
        _check_period(con, periode, periodetype)
    if niveau is not None and niveau not in (*NIVEAUER, *ANDRE_NIVEAUER):
        raise Brugerfejl(tekster.UKENDT_NIVEAU.format(niveau=niveau, niveauer=", ".join((*NIVEAUER, *ANDRE_NIVEAUER))))
    enhedsnr = None if enhed is None else find_enhed(con, enhed)[1]
    raekker = show(con, "noegletal_liste", periodetype=periodetype, periode=periode, enhedsnr=enhedsnr, niveau=niveau)
    return raekker.select(NOEGLETAL_KOLONNER)


def find_enhed(con: duckdb.DuckDBPyConnection, enhed: str) -> tuple[int, str, str]:
    """Id, number and name of a node; leading zeros may be left out. Errors: `Brugerfejl` when there is none."""
    enhedsnr = enhed.zfill(8) if enhed.isdigit() else enhed
    fundet = show(con, "enhed_findes", enhedsnr=enhedsnr)
    if fundet.is_empty():
        raise Brugerfejl(tekster.UKENDT_ENHED.format(enhed=enhed))
    enhed_id, navn = fundet.row(0)
    return enhed_id, enhedsnr, navn


def _check_period(con: duckdb.DuckDBPyConnection, periode: str, periodetype: str) -> None:
    perioder = show(con, "perioder_liste", periodetype=periodetype)["periode"].to_list()
    if not perioder:
        raise Brugerfejl(tekster.INGEN_PERIODER)
    if periode not in perioder:
        raise Brugerfejl(tekster.UKENDT_PERIODE.format(periode=periode, fra=perioder[0], til=perioder[-1]))
