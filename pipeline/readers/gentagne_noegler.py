"""A key printed once and left blank on the rows it also stands for, as BW and merged cells show it."""

from collections.abc import Sequence

import polars as pl

from pipeline.readers.tabeller import DATOKOLONNER, TALKOLONNER, TOTALORD

NUMMER = "medarbejdernr"
IKKE_NOEGLER = DATOKOLONNER | TALKOLONNER | {"aar"}


def fill_gentagne(ramme: pl.DataFrame, tabel: str) -> pl.DataFrame:
    """Blank text cells at a row's start, and a blank employee number, mean those above; total rows mean nothing.

    Not in the table adgang: nobody gets a right from the line above. Not without dates beside a number: such a row is
    a total row.
    """
    kolonner = _columns(ramme)
    if tabel == "adgang" or (NUMMER in kolonner and DATOKOLONNER.isdisjoint(kolonner)):
        return ramme
    er_data = _is_data(ramme)
    data = ramme.with_row_index("raekke_nr").filter(er_data)
    noegler = _leading_keys(kolonner)
    tomme: list[pl.Expr] = [pl.col(navn).is_null() for navn in noegler]
    data = data.with_columns(
        # "" stands for a key that is blank because the row begins another one
        pl.when(pl.all_horizontal(tomme[: plads + 1]))
        .then(None)
        .otherwise(pl.col(navn).fill_null(""))
        .forward_fill()
        .replace("", None)
        .alias(navn)
        for plads, navn in enumerate(noegler)
    )
    if NUMMER in kolonner:
        data = data.with_columns(pl.col(NUMMER).forward_fill())
    return ramme.with_row_index("raekke_nr").update(data, on="raekke_nr", how="left").drop("raekke_nr")


def shows_noegler_once(ramme: pl.DataFrame, mindst: float) -> bool:
    """Whether the employee number is never said twice in a row, and the share `mindst` of the rows leave it blank.

    A list that repeats a number on the next row has no reason to leave one out: there a blank one is missing.
    """
    if NUMMER not in ramme.columns or DATOKOLONNER.isdisjoint(ramme.columns):
        return False
    numre = ramme.filter(_is_data(ramme))[NUMMER]
    if numre.is_empty() or numre[0] is None:
        return False
    return bool((numre != numre.shift(1)).fill_null(True).all()) and numre.null_count() >= mindst * len(numre)


def fill_flettede(ramme: pl.DataFrame, flettede: Sequence[tuple[int, int, str]]) -> tuple[pl.DataFrame, int]:
    """What stands in a cell merged downwards stands on each of its rows, unless it is a date or an amount.

    `flettede`: `linje` of the first and last row, and the column. Returned with the number of cells filled.
    """
    antal = 0
    for navn in {navn for _, _, navn in flettede if navn not in IKKE_NOEGLER and navn in ramme.columns}:
        slag = pl.DataFrame(
            [(fra, til) for fra, til, hvor in flettede if hvor == navn],
            schema={"flet_fra": pl.Int64, "flet_til": pl.Int64},
            orient="row",
        ).sort("flet_fra")
        hver = ramme.select("linje", navn).sort("linje").join_asof(slag, left_on="linje", right_on="flet_fra")
        hver = hver.join(
            ramme.select(pl.col("linje").alias("flet_fra"), pl.col(navn).alias("flettet")), on="flet_fra", how="left"
        )
        ny = pl.when(pl.col(navn).is_null() & (pl.col("linje") <= pl.col("flet_til"))).then(pl.col("flettet"))
        hver = hver.select("linje", pl.coalesce(navn, ny).alias(navn))
        antal += ramme[navn].null_count() - hver[navn].null_count()
        ramme = ramme.update(hver, on="linje", how="left")
    return ramme, antal


def _columns(ramme: pl.DataFrame) -> list[str]:
    return [navn for navn in ramme.columns if navn != "linje"]


def _leading_keys(kolonner: Sequence[str]) -> list[str]:
    """The text columns before the first date or amount."""
    stop = next((plads for plads, navn in enumerate(kolonner) if navn in IKKE_NOEGLER), len(kolonner))
    return list(kolonner[:stop])


def _is_data(ramme: pl.DataFrame) -> pl.Expr:
    kolonner = _columns(ramme)
    datoer = [navn for navn in kolonner if navn in DATOKOLONNER]
    total = pl.any_horizontal(
        pl.col(navn).str.strip_chars().str.to_lowercase().is_in(list(TOTALORD)).fill_null(False) for navn in kolonner
    )
    return ~total & (pl.any_horizontal(pl.col(navn).is_not_null() for navn in datoer) if datoer else pl.lit(True))
