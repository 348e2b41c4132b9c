"""Where the server stands: the database, the store, the clock."""

import gc
import os
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from pipeline.database.noegler import read_noegle
from pipeline.lager.lager import lager_url, open_lager
from pipeline.port.scope import Miljoe

STANDARD = Path(__file__).parents[1] / "build" / "demo.duckdb"


def find_database() -> Path:
    return Path(os.environ.get("SYGEFRAVAER_DATABASE") or STANDARD)


@cache
def find_miljoe() -> Miljoe:
    """Errors: `Brugerfejl` when the store or its key cannot be had."""
    database = find_database()
    lager = open_lager(lager_url(database), read_noegle("personnoegle", database))
    return Miljoe(database, lager, lambda: datetime.now(UTC))


@cache
def spare_the_collector(hvornaar: str) -> None:
    """Streamlit looks through every object there is after each run, and Altair alone brings half a million: three
    quarters of a run went there. What is loaded `hvornaar` stays, and need not be looked at again.
    """
    gc.collect()
    gc.freeze()
