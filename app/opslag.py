"""What the pages read, and how long it is kept: as long as the build it came from."""

import os
from pathlib import Path

import duckdb
import streamlit as st

from pipeline import tekster
from pipeline.fejl import Brugerfejl
from pipeline.laesning import open_database, show
from pipeline.report.kvartalsstatus import Kvartalsstatus, read_kvartalsstatus

STANDARD = Path(__file__).parents[1] / "build" / "demo.duckdb"


def find_database() -> Path:
    return Path(os.environ.get("SYGEFRAVAER_DATABASE") or STANDARD)


def load_kvartalsstatus() -> Kvartalsstatus:
    """Errors: `Brugerfejl` when the database is missing, unreadable or built by another version."""
    database = find_database()
    with open_database(database) as con:
        try:
            return _keep_kvartalsstatus(con, show(con, "byggerapport_bygning")["bygning_id"].item())
        except duckdb.Error:
            raise Brugerfejl(tekster.DATABASE_KAN_IKKE_LAESES.format(database=database.name)) from None


@st.cache_data(max_entries=2, show_spinner=False)
def _keep_kvartalsstatus(_con: duckdb.DuckDBPyConnection, bygning_id: str) -> Kvartalsstatus:
    """Keyed by the build alone, read through the connection that named it: a new build is a new key."""
    return read_kvartalsstatus(_con)
