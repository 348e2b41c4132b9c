"""A cell that a spreadsheet would run."""

import polars as pl

FORMEL = r"^[=+\-@\t\r]"


def keep_as_text(raekker: pl.DataFrame) -> pl.DataFrame:
    """A text that would run as a formula stays text, behind a quote."""
    return raekker.with_columns(
        pl.when(pl.col(pl.String).str.contains(FORMEL))
        .then(pl.lit("'") + pl.col(pl.String))
        .otherwise(pl.col(pl.String))
        .name.keep()
    )
