"""A cell that a spreadsheet would run."""

import re

import polars as pl

FORMEL = r"^\s*[=+\-@\t\r\n＝＋－＠]"


def keep_as_text(raekker: pl.DataFrame) -> pl.DataFrame:
    """A text that would run as a formula stays text, behind a quote; a heading too, for it may be a unit's name."""
    vaerdier = raekker.with_columns(
        pl.when(pl.col(pl.String).str.contains(FORMEL))
        .then(pl.lit("'") + pl.col(pl.String))
        .otherwise(pl.col(pl.String))
        .name.keep()
    )
    return vaerdier.rename({navn: f"'{navn}" for navn in raekker.columns if re.match(FORMEL, navn)})
