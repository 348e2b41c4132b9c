"""What the gate adds to a scope of what is proposed and decided of måltal: the store knows it, the build does not."""

from collections.abc import Sequence
from datetime import date

import duckdb

from pipeline.database.tabeller import create_table
from pipeline.lager.log import danish_day
from pipeline.lager.maaltal import Beslutning, find_aabne, find_gaeldende

BESLUTNINGER = "beslutninger_laest"
KOLONNER = {
    "beslutning_id": int,
    "svarer_paa": int,
    "enhed_id": int,
    "aar": int,
    "foer": int,
    "maaltal": int,
    "tilstand": str,
    "begrundelse": str,
    "af": str,
    "dag": date,
    "er_aaben": bool,
    "er_gaeldende": bool,
}


def load_beslutninger(con: duckdb.DuckDBPyConnection, beslutninger: Sequence[Beslutning]) -> None:
    """Fill BESLUTNINGER, for sql/60_omfang."""
    aabne = {b.id for b in find_aabne(beslutninger)}
    gaeldende = {b.id for b in find_gaeldende(beslutninger).values()}
    raekker = [
        (b.id, b.svarer_paa, b.enhed_id, b.aar, b.foer, b.maaltal, b.tilstand, b.begrundelse, b.af)
        + (danish_day(b.tid), b.id in aabne, b.id in gaeldende)
        for b in beslutninger
    ]
    create_table(con, BESLUTNINGER, KOLONNER, raekker)
