"""The partition of the months: which children of a node are shown month by month, one partition per calendar year.

A child stands alone in a year when it is large enough in it and passes in every month of it; the other children and
"fælles" are one rest that has no line but must pass the same, else the smallest that stands alone joins it. Rolling
figures are shown of the rest's children too, and a child that stands alone in some years only could be worked out for
the quarters of the others: there it and what is left of the rest must pass quarter by quarter, else it never stands
alone. The rules in words: docs/metode.md, "Måneder".
"""

from dataclasses import dataclass

import duckdb
import polars as pl

from pipeline.diskretion.celler import CELLE, Celler, find_failing, find_failing_alone, read_celler
from pipeline.diskretion.regler import MINDST_I_MAANEDEN, STORT_NOK

DELINGENS_KILDER = ("alene_tal", "alene_personer", "delingsgrupper")
SELV = -1  # the parent of a node that is shown by itself
KORN = ("overordnet_id", "barn_id", "aar")


@dataclass(frozen=True)
class Regel:
    """How large a child is that stands alone, and whether there is a rest beside it."""

    mindst: int
    har_rest: bool


DELT, FOR_SIG = Regel(STORT_NOK, har_rest=True), Regel(MINDST_I_MAANEDEN, har_rest=False)


def make_maanedsdeling(con: duckdb.DuckDBPyConnection) -> None:
    """The table `maanedsdeling`: who stands alone. overordnet_id is null for a node by itself.
    Korn: overordnet_id, barn_id, aar.
    """
    celler = read_celler(con)
    enlige = con.execute(
        "select gruppe_id as barn_id from delingsgrupper "
        "where deling = 'inde' and opdeling = 'enheder' and overordnet_id is not null and not er_pulje"
    ).pl()
    fejler = find_failing_children(celler)
    delt = divide_months(celler, DELT, celler.tal.join(enlige, on="barn_id", how="semi"), fejler)
    for_sig = celler.tal.filter(~pl.col("er_faelles")).with_columns(pl.lit(SELV, pl.Int64).alias("overordnet_id"))
    selv = divide_months(Celler(for_sig, celler.personer), FOR_SIG, for_sig, fejler)
    alle = pl.concat([delt, selv]).with_columns(
        pl.when(pl.col("overordnet_id") != SELV).then("overordnet_id").alias("overordnet_id")
    )
    con.register("nye_raekker", alle)
    con.execute("create or replace table maanedsdeling as select * from nye_raekker order by all")
    con.unregister("nye_raekker")


def divide_months(celler: Celler, regel: Regel, kandidater: pl.DataFrame, fejler: pl.DataFrame) -> pl.DataFrame:
    """Who stands alone when. `kandidater`: the rows of `celler.tal` of the children that may; `fejler`: children and
    years that do not pass by themselves. Korn: KORN.
    """
    egne = celler.tal.filter(pl.col("overordnet_id") != SELV) if regel.har_rest else celler.tal
    mulige = _find_mulige(egne, regel, kandidater, fejler)
    alene = _make_rest_pass(egne, celler, mulige) if regel.har_rest else mulige
    while True:
        ud = _find_linked(egne, celler, alene, har_rest=regel.har_rest)
        if ud.is_empty():
            return alene.select(KORN)
        mulige = mulige.join(ud, on="barn_id", how="anti")
        if not regel.har_rest:
            alene = mulige
            continue
        over = egne.join(ud, on="barn_id", how="semi").select("overordnet_id").unique()  # the others are as they were
        beroerte, roerte = (ramme.join(over, on="overordnet_id", how="semi") for ramme in (egne, mulige))
        alene = pl.concat([alene.join(over, on="overordnet_id", how="anti"), _make_rest_pass(beroerte, celler, roerte)])


def find_failing_children(celler: Celler) -> pl.DataFrame:
    """The children and years in which a month does not pass by itself. Korn: barn_id, aar."""
    maaneder = celler.tal.filter(~pl.col("er_kvartal"))
    fejler = find_failing_alone(celler, maaneder).rename({"gruppe": "barn_id"})
    return maaneder.join(fejler, on=["barn_id", "vindue_nr"], how="semi").select("barn_id", "aar").unique()


def _find_mulige(egne: pl.DataFrame, regel: Regel, kandidater: pl.DataFrame, fejler: pl.DataFrame) -> pl.DataFrame:
    """Large enough in the year, and passing in every month. KORN and the year's `ansat_dage`."""
    maaneder = egne.filter(~pl.col("er_kvartal"))
    aarets_dage = maaneder.select("vindue_nr", "aar", "dage").unique().group_by("aar").agg(pl.col("dage").sum())
    return (
        maaneder.filter(~pl.col("er_faelles"))
        .join(kandidater.select("barn_id").unique(), on="barn_id", how="semi")
        .group_by(KORN)
        .agg(pl.col("ansat_dage").sum())
        .join(aarets_dage, on="aar")
        .filter(pl.col("ansat_dage") >= regel.mindst * pl.col("dage"))
        .join(fejler, on=["barn_id", "aar"], how="anti")
        .select(*KORN, "ansat_dage")
    )


def _make_rest_pass(egne: pl.DataFrame, celler: Celler, alene: pl.DataFrame) -> pl.DataFrame:
    """The smallest that stand alone join the rest until it passes in every month, or none is left."""
    maaneder = egne.filter(~pl.col("er_kvartal"))
    while True:
        rest = maaneder.join(alene, on=KORN, how="anti").with_columns(pl.col("overordnet_id").alias("gruppe"))
        fejler = find_failing(celler, rest.select("gruppe", "barn_id", "vindue_nr"))
        fejler = fejler.join(rest.select("gruppe", "vindue_nr", "aar").unique(), on=CELLE).select(
            pl.col("gruppe").alias("overordnet_id"), "aar"
        )
        mindste = (
            alene.join(fejler.unique(), on=["overordnet_id", "aar"], how="semi")
            .sort("ansat_dage", "barn_id")
            .unique(["overordnet_id", "aar"], keep="first")
        )
        if mindste.is_empty():
            return alene
        alene = alene.join(mindste, on=KORN, how="anti")
        maaneder = maaneder.join(mindste, on=["overordnet_id", "aar"], how="semi")  # the others are as they were


def _find_linked(egne: pl.DataFrame, celler: Celler, alene: pl.DataFrame, *, har_rest: bool) -> pl.DataFrame:
    """The children that stand alone in some of their years and would give a quarter of the others away."""
    bemandede = egne.filter(~pl.col("er_faelles")).select(KORN).unique()
    andre_aar = bemandede.join(alene, on=KORN, how="anti").join(
        alene.select("barn_id").unique(), on="barn_id", how="semi"
    )
    kvartaler = egne.filter(pl.col("er_kvartal"))
    skiftende = kvartaler.join(andre_aar, on=KORN, how="semi")
    fejler = find_failing_alone(celler, skiftende).select(pl.col("gruppe").alias("barn_id"))
    if not har_rest or not fejler.is_empty():
        return fejler.unique()
    faste = (
        kvartaler.join(andre_aar.select("overordnet_id", "aar").unique(), on=["overordnet_id", "aar"], how="semi")
        .join(alene, on=KORN, how="anti")
        .join(andre_aar, on=KORN, how="anti")
        .with_columns(pl.col("overordnet_id").alias("gruppe"))
    )
    rester = find_failing(celler, faste.select("gruppe", "barn_id", "vindue_nr")).join(
        faste.select("gruppe", "vindue_nr", "aar").unique(), on=CELLE
    )
    return (
        skiftende.join(
            rester.select(pl.col("gruppe").alias("overordnet_id"), "aar"), on=["overordnet_id", "aar"], how="semi"
        )
        .group_by("overordnet_id", "barn_id")
        .agg(pl.col("ansat_dage").sum())
        .sort("ansat_dage", "barn_id")
        .unique("overordnet_id", keep="first")
        .select("barn_id")
    )
