"""Where the server stands: the database, the store, the clock."""

import gc
import os
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from pipeline.lager.lager import open_lager_of
from pipeline.port.scope import Miljoe

STANDARD = Path(__file__).parents[1] / "build" / "demo.duckdb"


def find_database() -> Path:
    return Path(os.environ.get("SYGEFRAVAER_DATABASE") or STANDARD)


@cache
def find_miljoe() -> Miljoe:
    """Errors: `Brugerfejl` when the store or its key cannot be had."""
    database = find_database()
    return Miljoe(database, open_lager_of(database), lambda: datetime.now(UTC))


@cache
def spare_the_collector(hvornaar: str) -> None:
    """Streamlit looks through every object there is after each run, and Altair alone brings half a million: three
    quarters of a run went there. What is loaded `hvornaar` stays, and need not be looked at again.
    """
    gc.collect()
    gc.freeze()
