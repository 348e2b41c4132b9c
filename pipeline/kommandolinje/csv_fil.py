"""A table a command shows, as a file for Danish Excel."""

from pathlib import Path

import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.report.filformater import write_csv
from pipeline.tekster import afstemning as tekster


def save_csv(fil: Path, raekker: pl.DataFrame) -> None:
    """Errors: `Brugerfejl` where the file cannot be written."""
    try:
        fil.write_bytes(write_csv(raekker))
    except OSError:
        raise Brugerfejl(tekster.CSV_KAN_IKKE_SKRIVES.format(fil=fil.name)) from None
