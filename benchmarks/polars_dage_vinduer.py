"""The rolling windows of `polars_dage`: from days and months to one row per node and month end."""

from typing import Any

import polars as pl


def sum_vinduer(
    rows: pl.DataFrame, forfaedre: pl.DataFrame, perioder: pl.DataFrame, *, sums: list[pl.Expr]
) -> pl.DataFrame:
    """Sums over each node's subtree and each period's twelve months. `rows`: enhedsnr, maaned and figures."""
    return (
        rows.join(forfaedre, on="enhedsnr")
        .join(perioder, how="cross")
        .filter(pl.col("maaned").is_between("foerste_maaned", "slut"))
        .group_by("node", "periode")
        .agg(*sums)
    )


def sum_bemanding(ansatte: pl.DataFrame, forfaedre: pl.DataFrame, perioder: pl.DataFrame) -> pl.DataFrame:
    """Mean staff of the window. `ansatte`: employed days per employee, unit and month."""
    rows = ansatte.group_by("enhedsnr", "maaned").agg(pl.col("ansat_dage", "fuldtid_dage").sum())
    vindue_dage = pl.col("vindue_dage").first()
    return sum_vinduer(
        rows,
        forfaedre,
        perioder,
        sums=[
            (pl.col("ansat_dage").sum() / vindue_dage).alias("gns_medarbejdere"),
            (pl.col("fuldtid_dage").sum() / vindue_dage).alias("gns_fuldtid"),
            pl.col("maaned").n_unique().alias("bemandede_maaneder"),
        ],
    )


def sum_fravaer(sygedage: pl.DataFrame, forfaedre: pl.DataFrame, perioder: pl.DataFrame) -> pl.DataFrame:
    """Dagsværk of the window, all and long. `sygedage`: one row per record and sick day."""
    rows = sygedage.group_by("enhedsnr", "maaned", "lang_fra").agg(pl.col("dagsvaerk").sum())
    er_lang = pl.col("lang_fra") <= pl.col("slut")
    return sum_vinduer(
        rows,
        forfaedre,
        perioder,
        sums=[
            pl.col("dagsvaerk").sum(),
            pl.col("dagsvaerk").filter(er_lang).sum().alias("dagsvaerk_lang"),
        ],
    )


def count_langtidsfriske(
    ansatte: pl.DataFrame, sygedage: pl.DataFrame, forfaedre: pl.DataFrame, perioder: pl.DataFrame, *, graense: float
) -> pl.DataFrame:
    """Employees in the population on every day of two years, and those under the limit in both, at their last unit."""
    syge = sygedage.group_by("medarbejdernr", "maaned").agg(pl.col("dagsvaerk").sum())
    foerste_maaned = ansatte["maaned"].min()
    dele = [
        _count_one_window(ansatte, syge, forfaedre, periode, graense=graense)
        for periode in perioder.filter(pl.col("foerste_maaned_to_aar") >= foerste_maaned).iter_rows(named=True)
    ]
    return pl.concat(dele)


def _count_one_window(
    ansatte: pl.DataFrame, syge: pl.DataFrame, forfaedre: pl.DataFrame, periode: dict[str, Any], *, graense: float
) -> pl.DataFrame:
    to_aar = pl.col("maaned").is_between(periode["foerste_maaned_to_aar"], periode["slut"])
    er_andet_aar = pl.col("maaned") >= periode["foerste_maaned"]
    alle_dage = (periode["slut"] - periode["foerste_maaned_to_aar"]).days + 1
    grundlag = (
        ansatte.filter(to_aar)
        .group_by("medarbejdernr")
        .agg(
            dage=pl.col("ansat_dage").sum(),
            enhedsnr=pl.col("enhedsnr").filter(pl.col("sidste_dag") == periode["slut"]).first(),
        )
        .filter(pl.col("dage") == alle_dage)
    )
    fravaer = (
        syge.filter(to_aar)
        .group_by("medarbejdernr")
        .agg(
            aar_1=pl.col("dagsvaerk").filter(~er_andet_aar).sum(),
            aar_2=pl.col("dagsvaerk").filter(er_andet_aar).sum(),
        )
    )
    er_frisk = pl.max_horizontal("aar_1", "aar_2").fill_null(0.0).round(6) < graense
    return (
        grundlag.join(fravaer, on="medarbejdernr", how="left")
        .join(forfaedre, on="enhedsnr")
        .group_by("node")
        .agg(langtidsfriske=er_frisk.sum(), langtidsfriske_grundlag=pl.len())
        .with_columns(periode=pl.lit(periode["periode"]))
    )


def add_rates(rows: pl.DataFrame, opgoerelse: dict[str, Any]) -> pl.DataFrame:
    """The rates, without those of a node with too little staff."""
    nok = (pl.col("gns_medarbejdere") >= opgoerelse["mindste_medarbejdere"]) & (
        pl.col("bemandede_maaneder") >= opgoerelse["mindste_bemandede_maaneder"]
    )
    return rows.with_columns(
        sygedage_pr_medarbejder=pl.when(nok).then(pl.col("dagsvaerk") / pl.col("gns_medarbejdere")),
        langtidsandel=pl.when(pl.col("dagsvaerk") > 0).then(pl.col("dagsvaerk_lang") / pl.col("dagsvaerk")),
    )
