"""Thousands of names and numbers looked for in what was sent, in one pass over it."""

from collections.abc import Iterable

import polars as pl

BYTES = "latin-1"  # a sign is a byte


def found_in(indhold: bytes, soegte: Iterable[bytes]) -> set[bytes]:
    """Those that stand somewhere in the bytes, within each other too."""
    moenstre = [soegt.decode(BYTES) for soegt in soegte]
    if not moenstre:
        return set()
    fund = pl.Series([indhold.decode(BYTES)]).str.extract_many(moenstre, overlapping=True)
    return {moenster.encode(BYTES) for moenster in fund.explode().drop_nulls().unique()}
