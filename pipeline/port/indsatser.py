"""What the gate adds to every scope of what has been agreed for units: the store knows it, the build does not."""

from collections.abc import Iterable
from datetime import date

import duckdb

from pipeline.database.tabeller import create_table
from pipeline.lager.indsatser import Indsats
from pipeline.lager.log import danish_day

INDSATSER = "indsatser_laest"
KOLONNER = {
    "indsats_id": int,
    "enhed_id": int,
    "kategori": str,
    "fra": date,
    "til": date,
    "ejer": str,
    "tekst": str,
    "af": str,
    "aftalt": date,
    "afsluttet": date,
}


def load_indsatser(con: duckdb.DuckDBPyConnection, indsatser: Iterable[Indsats]) -> None:
    """Fill INDSATSER, for sql/60_omfang."""
    raekker = [
        (i.id, i.enhed_id, i.kategori, i.fra, i.til, i.ejer, i.tekst, i.af, danish_day(i.tid), i.afsluttet)
        for i in indsatser
    ]
    create_table(con, INDSATSER, KOLONNER, raekker)
