"""Months and quarters alone of groups of children, and which of them may not be told apart.

A cell is a group in a window. Cells that pass stay passing when they are put together, in time or in groups: so it is
enough to look at the smallest that can be worked out.
"""

from dataclasses import dataclass

import duckdb
import polars as pl

from pipeline.diskretion.regler import DOMINANS, MINDST_I_MAANEDEN

CELLE = ("gruppe", "vindue_nr")


@dataclass(frozen=True)
class Celler:
    """`tal`: sql/40_udgivelse/alene_tal.sql; `personer`: alene_personer.sql."""

    tal: pl.DataFrame
    personer: pl.DataFrame


def read_celler(con: duckdb.DuckDBPyConnection) -> Celler:
    tal = con.execute("select * from alene_tal").pl().with_columns(pl.col("overordnet_id").fill_null(-1))
    return Celler(tal, con.execute("select * from alene_personer").pl())


def find_failing(celler: Celler, grupper: pl.DataFrame) -> pl.DataFrame:
    """The cells of too few, or with the dagsværk of two, with the leaders a chef knows or without them.

    `grupper`: Korn: gruppe, barn_id, vindue_nr. Returns: gruppe, vindue_nr.
    """
    tal = (
        grupper.join(celler.tal, on=["barn_id", "vindue_nr"])
        .group_by(CELLE)
        .agg(pl.col("ansat_dage", "leder_dage", "dagsvaerk_e8", "leder_e8").sum(), pl.col("dage").first())
    )
    personer = (
        grupper.join(celler.personer, on=["barn_id", "vindue_nr"])
        .group_by(*CELLE, "medarbejdernr")
        .agg(pl.col("dagsvaerk_e8").sum(), pl.col("er_leder").first())
        .filter(pl.col("dagsvaerk_e8") > 0)
    )
    return _fail(tal, personer)


def find_failing_alone(celler: Celler, tal: pl.DataFrame) -> pl.DataFrame:
    """The same of children by themselves; `tal`: the rows of `celler.tal` that are asked about."""
    personer = celler.personer.join(tal, on=["barn_id", "vindue_nr"], how="semi").filter(pl.col("dagsvaerk_e8") > 0)
    return _fail(tal.rename({"barn_id": "gruppe"}), personer.rename({"barn_id": "gruppe"}))


def _fail(tal: pl.DataFrame, personer: pl.DataFrame) -> pl.DataFrame:
    andre = pl.col("dagsvaerk_e8").filter(~pl.col("er_leder"))
    # sorted once: top_k sorts every cell by itself, which takes three times as long
    hoejeste = (
        personer.sort("dagsvaerk_e8", descending=True)
        .group_by(CELLE)
        .agg(pl.col("dagsvaerk_e8").head(2).sum().alias("to_hoejeste"), andre.head(2).sum().alias("to_andre"))
    )
    del_, hele = DOMINANS
    for_faa = pl.col("ansat_dage") - pl.col("leder_dage") < MINDST_I_MAANEDEN * pl.col("dage")
    af_to = pl.col("to_hoejeste").fill_null(0) * hele > pl.col("dagsvaerk_e8") * del_
    af_to_andre = pl.col("to_andre").fill_null(0) * hele > (pl.col("dagsvaerk_e8") - pl.col("leder_e8")) * del_
    return tal.join(hoejeste, on=CELLE, how="left").filter(for_faa | af_to | af_to_andre).select(CELLE)
